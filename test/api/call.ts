import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handleRequest } from '../../functions/api/handle.ts';
import type { Services } from '../../functions/services/services.ts';
import { checkExchange } from './contract.ts';

/** What a test sends besides the address. */
export interface Call {
  readonly method?: string;
  /** Text, or bytes, which API Gateway passes on in base64. */
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An event of API Gateway (payload format 2.0). */
export function event(address: string, { method = 'GET', body = '', headers = {} }: Call): APIGatewayProxyEventV2 {
  const [rawPath = '/', ...query] = address.split('?');
  const isBase64Encoded = typeof body !== 'string';
  return {
    rawPath,
    rawQueryString: query.join('?'),
    headers,
    body: isBase64Encoded ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded,
    requestContext: { requestId: 'request-1', http: { method, path: rawPath } },
  } as unknown as APIGatewayProxyEventV2;
}

/** Calls the API without checking the response. */
export async function ask(services: Services, address: string, request: Call = {}) {
  const { statusCode = 0, headers = {}, body = '' } = await handleRequest(event(address, request), services);
  return { status: statusCode, headers: textOf(headers), body };
}

/** Calls the API and checks request and response against its OpenAPI document. */
export async function call(services: Services, address: string, request: Call = {}) {
  const answer = await ask(services, address, request);
  const { method = 'GET', body: sent = '' } = request;
  checkExchange({ method, address, body: Buffer.from(sent).toString(), answer });
  const isJson = /json/.test(answer.headers['content-type'] ?? '') && answer.body !== '';
  return { ...answer, body: isJson ? JSON.parse(answer.body) : answer.body || null };
}

/** Calls `POST /briefings`. */
export function post(services: Services, body: unknown) {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return call(services, '/briefings', { method: 'POST', body: text });
}

function textOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

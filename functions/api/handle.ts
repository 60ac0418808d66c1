import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DatasetError } from '../dataset/index.ts';
import { EditionError } from '../press/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { createBriefing, getBriefing, getHealth, listBriefings } from './operations.ts';
import { Problem } from './problem.ts';
import type { ApiRequest } from './requests.ts';
import type { Services } from './services.ts';

type Operation = (request: ApiRequest, services: Services) => Promise<APIGatewayProxyStructuredResultV2>;

/** The addresses of the API and what each method does there. */
const routes: readonly { readonly path: RegExp; readonly methods: Readonly<Record<string, Operation>> }[] = [
  { path: /^\/briefings$/, methods: { GET: listBriefings, POST: createBriefing } },
  { path: /^\/briefings\/([^/]+)\/([^/]+)$/, methods: { GET: getBriefing } },
  { path: /^\/health$/, methods: { GET: getHealth } },
];

/** Answers one request: finds its operation, and turns whatever goes wrong into a problem that says what and why. */
export async function handleRequest(
  event: APIGatewayProxyEventV2,
  services: Services,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId } = event.requestContext;
  const result = await answer(event, services).catch((error: unknown) => problemResult(error, requestId, services));
  const isHead = event.requestContext.http.method === 'HEAD';
  return {
    ...result,
    headers: { ...result.headers, 'x-request-id': requestId },
    ...(isHead ? { body: '' } : {}),
  };
}

async function answer(event: APIGatewayProxyEventV2, services: Services): Promise<APIGatewayProxyStructuredResultV2> {
  const { method } = event.requestContext.http;
  const path = event.rawPath.length > 1 ? event.rawPath.replace(/\/$/, '') : event.rawPath;
  const route = routes.find((candidate) => candidate.path.test(path));
  if (!route) throw new Problem('not-found', `There is nothing at ${shown(path)}; see GET /openapi.json.`);
  const allowed = allowedMethods(route.methods);
  if (method === 'OPTIONS') return { statusCode: 204, headers: { allow: allowed } };
  const operation = route.methods[method === 'HEAD' ? 'GET' : method];
  if (!operation) {
    throw new Problem('method-not-allowed', `${shown(method)} is not allowed at ${path}; allowed are ${allowed}.`, {
      headers: { allow: allowed },
    });
  }
  const params = route.path.exec(path)?.slice(1).map(decoded) ?? [];
  return operation({ body: bodyOf(event), query: queryOf(event), headers: event.headers, params }, services);
}

function allowedMethods(methods: Readonly<Record<string, Operation>>): string {
  return [...Object.keys(methods), ...('GET' in methods ? ['HEAD'] : []), 'OPTIONS'].toSorted().join(', ');
}

function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/** The query, each parameter once: a repeated one is refused, because API Gateway would join its values. */
function queryOf({ rawQueryString }: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    if (query.has(name)) {
      const errors = [{ pointer: `query/${name}`, detail: 'the parameter stands here twice; send it once' }];
      throw new Problem('invalid-request', 'Some values are not accepted; see errors.', { errors });
    }
    query.set(name, value);
  }
  return Object.fromEntries(query);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new Problem('malformed-request', `${shown(segment)} in the address is not valid percent-encoding.`, {
      cause,
    });
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function problemResult(error: unknown, requestId: string, services: Services): APIGatewayProxyStructuredResultV2 {
  const problem = problemOf(error);
  if (problem.status >= 500) services.logger.error(problem.message, { error: problem.cause ?? error });
  else services.logger.info(problem.message, { status: problem.status, problem: problem.kind });
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...problem.headers },
    body: JSON.stringify(problem.toJSON(requestId)),
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof EditionError) return new Problem('edition-not-found', error.message);
  if (error instanceof StoreUnavailableError) {
    return new Problem('store-unavailable', 'Briefings cannot be read or written at the moment; try again.', {
      headers: { 'retry-after': '5' },
      cause: error,
    });
  }
  const detail =
    error instanceof DatasetError ? 'The data did not pass their checks.' : 'The briefing could not be delivered.';
  return new Problem('internal-error', `${detail} Quote the request id if you write to us.`, { cause: error });
}

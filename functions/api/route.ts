import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type OperationId, paths } from './openapi/paths.ts';
import { Problem, shorten } from './problem.ts';
import type { ApiRequest } from './requests.ts';

type Methods = Readonly<Record<string, { readonly operationId: OperationId }>>;

/** The paths of the OpenAPI document as patterns, with the operation of each method. */
const routes = Object.entries<Methods>(paths).map(([template, methods]) => ({
  template,
  pattern: new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  methods: new Map(Object.entries(methods).map(([method, { operationId }]) => [method.toUpperCase(), operationId])),
}));

/** What a request asks for: an operation, or, with OPTIONS, only which methods are allowed. */
export type Route =
  | { readonly operationId: OperationId; readonly request: ApiRequest }
  | { readonly operationId: null; readonly allowed: string };

/** Finds the operation of a request. Throws a {@link Problem} when there is none. */
export function routeOf(event: APIGatewayProxyEventV2): Route {
  const { method } = event.requestContext.http;
  // An address that was joined from parts may have one slash too many.
  const path = event.rawPath.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  const route = routes.find(({ pattern }) => pattern.test(path));
  if (!route) {
    throw new Problem('not-found', `There is nothing at ${shown(withoutToken(path))}; see GET /openapi.json.`);
  }
  const allowed = allowedMethods(route.methods);
  if (method === 'OPTIONS') return { operationId: null, allowed };
  const operationId = route.methods.get(method === 'HEAD' ? 'GET' : method);
  if (!operationId) {
    const detail = `${shown(method)} is not allowed at ${route.template}; allowed are ${allowed}.`;
    throw new Problem('method-not-allowed', detail, { headers: { allow: allowed } });
  }
  const parts = Object.entries(route.pattern.exec(path)?.groups ?? {});
  const request = {
    id: event.requestContext.requestId,
    body: bodyOf(event),
    query: new URLSearchParams(event.rawQueryString),
    headers: lowered(event.headers),
    path: Object.fromEntries(parts.map(([name, segment]) => [name, decoded(segment)])),
  };
  return { operationId, request };
}

/**
 * A path as it may be logged. The address of a share may be sent here by mistake, and whoever reads its token in a log
 * could open it.
 */
export function withoutToken(path: string): string {
  return path.replace(/^(\/+s\/+).+/s, '$1…');
}

function allowedMethods(methods: ReadonlyMap<string, OperationId>): string {
  return [...methods.keys(), ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted().join(', ');
}

function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Uint8Array {
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

/** Headers with lower-case names. API Gateway sends them so, the SAM CLI does not. */
function lowered(headers: APIGatewayProxyEventV2['headers']): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
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
  return JSON.stringify(shorten(text));
}

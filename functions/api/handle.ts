import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { EditionError } from '../briefings/index.ts';
import { DatasetError } from '../dataset/index.ts';
import type { Log, Services } from '../services/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { getChanges } from './change-operations.ts';
import { getFigure } from './figure-operations.ts';
import { getFile } from './file-operations.ts';
import { type OperationId, paths } from './openapi/paths.ts';
import { createBriefing, getBriefing, getHealth, getOpenApi, listBriefings } from './operations.ts';
import { Problem, shorten } from './problem.ts';
import type { ApiRequest } from './requests.ts';
import { createShare, listShares, revokeShare } from './share-operations.ts';

type Operation = (request: ApiRequest, services: Services) => Promise<APIGatewayProxyStructuredResultV2>;

const operations: Readonly<Record<OperationId, Operation>> = {
  listBriefings,
  createBriefing,
  getBriefing,
  getFigure,
  getChanges,
  getFile,
  createShare,
  listShares,
  revokeShare,
  getHealth,
  getOpenApi,
};

type Methods = Readonly<Record<string, { readonly operationId: OperationId }>>;

/** The paths of the OpenAPI document as patterns, with the operation of each method. */
const routes = Object.entries<Methods>(paths).map(([template, methods]) => ({
  template,
  pattern: new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  methods: new Map(
    Object.entries(methods).map(([method, { operationId }]) => [method.toUpperCase(), operations[operationId]]),
  ),
}));

/** Answers one request: finds its operation and turns every error into a problem that says what is wrong and why. */
export async function handleRequest(
  event: APIGatewayProxyEventV2,
  services: Services,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, http } = event.requestContext;
  const begun = services.now();
  const logger = tagged(services.logger, { requestId });
  const result = await answer(event, { ...services, logger }).catch((error: unknown) =>
    problemResult(error, requestId, logger),
  );
  const milliseconds = services.now().getTime() - begun.getTime();
  logger.info('answered', {
    method: http.method,
    path: shorten(withoutToken(event.rawPath)),
    status: result.statusCode,
    milliseconds,
  });
  return {
    ...result,
    headers: { ...result.headers, 'x-request-id': requestId },
    ...(http.method === 'HEAD' ? { body: '' } : {}),
  };
}

async function answer(event: APIGatewayProxyEventV2, services: Services): Promise<APIGatewayProxyStructuredResultV2> {
  const { method } = event.requestContext.http;
  // An address that was joined from parts may have one slash too many.
  const path = event.rawPath.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  const route = routes.find(({ pattern }) => pattern.test(path));
  if (!route) {
    throw new Problem('not-found', `There is nothing at ${shown(withoutToken(path))}; see GET /openapi.json.`);
  }
  const allowed = allowedMethods(route.methods);
  if (method === 'OPTIONS') return { statusCode: 204, headers: { allow: allowed } };
  const operation = route.methods.get(method === 'HEAD' ? 'GET' : method);
  if (!operation) {
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
  return operation(request, services);
}

/**
 * A path as it may be logged. The address of a share may be sent here by mistake, and whoever reads its token in a log
 * could open it.
 */
function withoutToken(path: string): string {
  return path.replace(/^(\/+s\/+).+/s, '$1…');
}

function allowedMethods(methods: ReadonlyMap<string, Operation>): string {
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

function problemResult(error: unknown, requestId: string, logger: Log): APIGatewayProxyStructuredResultV2 {
  const problem = problemOf(error);
  if (problem.status >= 500) logger.error(problem.message, { error: problem.cause ?? error });
  else logger.info(problem.message, { status: problem.status, problem: problem.kind });
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

/** A log that adds the same facts to every line. */
function tagged(log: Log, always: object): Log {
  return {
    info: (message, facts) => log.info(message, { ...always, ...facts }),
    warn: (message, facts) => log.warn(message, { ...always, ...facts }),
    error: (message, facts) => log.error(message, { ...always, ...facts }),
  };
}

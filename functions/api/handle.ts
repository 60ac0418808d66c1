import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { EditionError } from '../briefings/index.ts';
import { DatasetError } from '../dataset/index.ts';
import type { Log, Services } from '../services/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { getChanges } from './change-operations.ts';
import { getFigure } from './figure-operations.ts';
import { getFile } from './file-operations.ts';
import type { OperationId } from './openapi/paths.ts';
import { createBriefing, getBriefing, getHealth, getOpenApi, listBriefings } from './operations.ts';
import { Problem, shorten } from './problem.ts';
import type { ApiRequest } from './requests.ts';
import { routeOf, withoutToken } from './route.ts';
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
  const route = routeOf(event);
  if (route.operationId === null) return { statusCode: 204, headers: { allow: route.allowed } };
  return operations[route.operationId](route.request, services);
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

import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ServiceSource } from '../services/index.ts';
import { beginRequest } from './begin.ts';
import { handleRequest } from './handle.ts';

/** Answers requests to the API in one process, with the data that are current at each. */
export function answering(services: ServiceSource) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    handleRequest(event, await services.serving((ahead, known) => beginRequest(event, ahead, known)));
}

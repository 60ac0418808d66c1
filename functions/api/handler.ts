import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { servicesFromEnvironment } from '../services/index.ts';
import { handleRequest } from './handle.ts';

const services = servicesFromEnvironment();

/** Lambda entry point of the HTTP API. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return handleRequest(event, await services.serving());
}

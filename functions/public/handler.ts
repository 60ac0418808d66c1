import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { shareWording } from '#share-wording';
import { servicesFromEnvironment } from '../services/index.ts';
import { handlePublic } from './handle.ts';

const services = servicesFromEnvironment();

/** Lambda entry point of the public routes. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return handlePublic(event, await services.serving(), shareWording);
}

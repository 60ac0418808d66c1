import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ServiceSource } from '../services/index.ts';
import type { ShareWording } from '../shares/index.ts';
import { beginPublic } from './begin.ts';
import { handlePublic } from './handle.ts';

/** Answers requests for shares in one process, with the data that are current at each. */
export function answering(services: ServiceSource, wording: ShareWording) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    handlePublic(event, await services.serving((ahead) => beginPublic(event, ahead)), wording);
}

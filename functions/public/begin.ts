import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { negotiate } from '../api/index.ts';
import { Shares } from '../shares/index.ts';
import type { BriefingStore } from '../store/index.ts';
import { downloads, linkSeconds } from './resources.ts';
import { acceptOf, addressOf } from './share-address.ts';

/**
 * Begins to look up the share of a request, which needs no data, and what a link to a file needs, while it is not yet
 * known which data are current.
 */
export function beginPublic(event: APIGatewayProxyEventV2, ahead: BriefingStore): void {
  const { token, name } = addressOf(event);
  void new Shares(ahead.objects).find(token).catch(() => {}); // the request itself finds out why
  const isFile = downloads.has(name) || (name === '' && negotiate(acceptOf(event)) === 'pdf');
  if (isFile) ahead.objects.prepareLinks(linkSeconds);
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { resolveEdition } from '../briefings/index.ts';
import type { Services } from '../services/index.ts';
import { limits, type Share, Shares, stateOf } from '../shares/index.ts';
import { Problem } from './problem.ts';
import type { ApiRequest } from './requests.ts';
import { json } from './responses.ts';
import { readShareId, readShareRequest } from './share-requests.ts';

type Result = Promise<APIGatewayProxyStructuredResultV2>;

const day = 86_400_000;

/** `POST /shares`: 201 with the address of the page, which is told here and never again. */
export async function createShare({ body }: ApiRequest, services: Services): Result {
  const { edition: named, language, days, label } = readShareRequest(body);
  const edition = named === 'latest' ? named : resolveEdition(named, services.dataset, services.now());
  const shares = new Shares(services.store.objects);
  const now = services.now();
  const open = (await shares.list()).filter((share) => share.reader === null && stateOf(share, now) === 'open');
  if (open.length >= limits.open) {
    const detail = `${open.length} shares are open; no more than ${limits.open} can be. Revoke one that is no longer needed with DELETE /shares/{id}, or wait until one ends.`;
    throw new Problem('too-many-shares', detail, { errors: [{ pointer: '#', detail }] });
  }
  const endsAt = new Date(now.getTime() + days * day);
  const { token, share } = await shares.create({ edition, language, label, endsAt, reader: null }, now);
  services.logger.info('shared', { share: share.id, edition, language, days });
  return json(201, { ...told(share), url: `${services.shareAddress}/s/${token}` });
}

/** `GET /shares`: all shares, the newest first, without their addresses. */
export async function listShares(_: ApiRequest, { store, now }: Services): Result {
  const shares = await new Shares(store.objects).list();
  return json(200, { shares: shares.map((share) => ({ ...told(share), ...standing(share, now()) })) });
}

/** `DELETE /shares/{id}`: the page of the share says from now on that it is closed. */
export async function revokeShare({ path }: ApiRequest, { store, now, logger }: Services): Result {
  const id = readShareId(path.id);
  const share = await new Shares(store.objects).revoke(id, now());
  if (share === null) throw new Problem('share-not-found', `There is no share ${id}; see GET /shares.`);
  logger.info('share revoked', { share: id });
  return json(200, { ...told(share), ...standing(share, now()) });
}

function told({ id, edition, language, label, endsAt }: Share) {
  return { id, edition, language, label, endsAt: endsAt.toISOString() };
}

function standing(share: Share, now: Date) {
  return { created: share.created.toISOString(), state: stateOf(share, now) };
}

import { readShareWording } from '../../functions/assets/share-wording.ts';
import { handlePublic } from '../../functions/public/index.ts';
import type { Services } from '../../functions/services/services.ts';
import { type CreatedShare, type NewShare, Shares } from '../../functions/shares/index.ts';
import { type Call, event } from '../api/call.ts';

/** The words of shares in the default brand. */
export const wording = readShareWording('default');

/** Calls the public routes. */
export async function open(services: Services, address: string, request: Call = {}) {
  const { statusCode = 0, headers = {}, body = '' } = await handlePublic(event(address, request), services, wording);
  const text = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return { status: statusCode, headers: text as Readonly<Record<string, string | undefined>>, body };
}

/** Makes a share of the latest edition in Russian for 180 days, or as it is asked for. */
export function share(services: Services, asked: Partial<NewShare> = {}): Promise<CreatedShare> {
  const now = services.now();
  const endsAt = new Date(now.getTime() + 180 * 86_400_000);
  const usual: NewShare = { edition: 'latest', language: 'ru', label: 'Chamber', endsAt, reader: null };
  return new Shares(services.store.objects).create({ ...usual, ...asked }, now);
}

import { randomUUID } from 'node:crypto';
import { editionOf } from '../briefings/index.ts';
import { type Edition, languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { briefingsPrefix, type ObjectStore } from '../store/index.ts';

/** A message to everyone who wants to know of new editions. */
export interface Notice {
  /** ASCII, at most 99 characters: the subject of an e-mail by SNS. */
  readonly subject: string;
  readonly text: string;
}

/** Where notices go, where it is noted that they went, and the address of the API that they point to. */
export interface NotificationTarget {
  readonly objects: ObjectStore;
  readonly send: (notice: Notice) => Promise<void>;
  readonly apiAddress: string;
}

/** A notice that another run has begun to send. The platform tries again, and then it was sent or the claim is old. */
export class NoticeClaimedError extends Error {
  override readonly name = 'NoticeClaimedError';
}

/** No run of the function lasts longer: an older claim is one of a run that died. In milliseconds. */
const longestRun = 120_000;

/**
 * Sends the notice of an edition unless it was sent. A run claims it by a conditional write before it sends, and notes
 * by another that it did; only a run that dies between sending and noting leaves a notice to be sent again.
 */
export async function sendNoticeOnce(
  edition: Edition,
  services: Services,
  { objects, send, apiAddress }: NotificationTarget,
): Promise<'sent' | 'was sent'> {
  const place = `${briefingsPrefix}${edition}/notice`;
  if ((await objects.get(`${place}/sent.json`)) !== null) return 'was sent';
  const now = services.now();
  const own: Note = { at: now.toISOString(), by: randomUUID() };
  const note = new TextEncoder().encode(JSON.stringify(own));
  if ((await objects.put(`${place}/claimed.json`, note, { only: 'new' })) === 'refused') {
    // A write whose answer was lost is tried again, and refused by what it wrote itself.
    const { at, by } = await readNote(objects, `${place}/claimed.json`);
    if (by !== own.by && now.getTime() - Date.parse(at) < longestRun) {
      throw new NoticeClaimedError(`the notice of ${edition} is being sent by another run`);
    }
  }
  await send(await noticeOf(edition, services, apiAddress));
  await objects.put(`${place}/sent.json`, note, { only: 'new' });
  services.logger.info('notice sent', { edition });
  return 'sent';
}

/** When a run claimed or sent a notice, and which run it was. */
interface Note {
  readonly at: string;
  readonly by: string;
}

async function readNote(objects: ObjectStore, path: string): Promise<Note> {
  const found = await objects.get(path);
  if (found === null || found === 'unchanged') throw new Error(`${path} was there and is not`);
  return JSON.parse(new TextDecoder().decode(found.bytes)) as Note;
}

/** The notice in all languages; its addresses are those of the API, which do not expire. */
async function noticeOf(edition: Edition, { dataset, loadRenderer }: Services, apiAddress: string): Promise<Notice> {
  const renderer = await loadRenderer();
  const data = editionOf(dataset, edition);
  const told = languages.map((language) =>
    renderer.announce(data, language, `${apiAddress}/briefings/${edition}/${language}`),
  );
  const [english] = told;
  const subject = (english?.subject ?? edition).replaceAll('\u00a0', ' ').replaceAll('–', '-');
  return { subject, text: told.map(({ lines }) => lines.join('\n')).join('\n\n') };
}

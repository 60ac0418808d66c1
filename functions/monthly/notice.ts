import { randomUUID } from 'node:crypto';
import { editionOf } from '../briefings/index.ts';
import { type Edition, languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { briefingsPrefix, type ObjectStore } from '../store/index.ts';

/** A message to the readers about a new edition. */
export interface Notice {
  /** ASCII, at most 99 characters: the limit of SNS for the subject of an e-mail. */
  readonly subject: string;
  readonly text: string;
}

/** Where notices are sent, and the address of the API for their links. */
export interface NotificationTarget {
  readonly send: (notice: Notice) => Promise<void>;
  readonly apiAddress: string;
}

/** Another run has started to send the notice. Lambda tries again; by then it was sent, or the claim has expired. */
export class NoticeClaimedError extends Error {
  override readonly name = 'NoticeClaimedError';
}

/** No run of the function takes longer, in milliseconds. An older claim belongs to a run that died. */
const longestRun = 120_000;

/**
 * Sends the notice of an edition unless it was sent. A run claims the notice with a conditional write before it sends,
 * and records with another that it has sent. The notice is sent twice only if a run dies between sending and recording.
 * Throws a {@link NoticeClaimedError} while another run sends it.
 */
export async function sendNoticeOnce(
  edition: Edition,
  services: Services,
  { send, apiAddress }: NotificationTarget,
): Promise<'sent' | 'was sent'> {
  const { objects } = services.store;
  const place = `${briefingsPrefix}${edition}/notice`;
  if ((await objects.get(`${place}/sent.json`)) !== null) return 'was sent';
  const now = services.now();
  const own: Note = { at: now.toISOString(), by: randomUUID() };
  const note = new TextEncoder().encode(JSON.stringify(own));
  if ((await objects.put(`${place}/claimed.json`, note, { only: 'new' })) === 'refused') {
    // If the response to a write was lost, the retry is refused because of our own first write.
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

/** The notice in all languages. It links to the API, because these addresses do not expire. */
async function noticeOf(edition: Edition, { dataset, loadRenderer }: Services, apiAddress: string): Promise<Notice> {
  const renderer = await loadRenderer();
  const data = editionOf(dataset, edition);
  const announcements = languages.map((language) =>
    renderer.announce(data, language, `${apiAddress}/briefings/${edition}/${language}`),
  );
  const [english] = announcements;
  const subject = (english?.subject ?? edition).replaceAll('\u00a0', ' ').replaceAll('–', '-');
  return { subject, text: announcements.map(({ lines }) => lines.join('\n')).join('\n\n') };
}

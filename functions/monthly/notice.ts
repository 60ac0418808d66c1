import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
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

/**
 * Another run has started to send the notice and has not ended within ten seconds: it probably died. Lambda tries again;
 * by then the notice was sent, or the claim has expired.
 */
export class NoticeClaimedError extends Error {
  override readonly name = 'NoticeClaimedError';
}

/** No run of the function takes longer, in milliseconds. An older claim belongs to a run that died. */
const longestRun = 120_000;

/** How often a run looks whether another has sent the notice. Writing and sending it takes a second, at most seven. */
const looks = 20;

/** The time between two looks, in milliseconds. */
const betweenLooks = 500;

/**
 * Sends the notice of an edition unless it was sent. A run claims the notice with a conditional write before it sends,
 * and records with another that it has sent. The notice is sent twice only if a run dies between sending and recording.
 * While another run sends it, this one waits, so that two runs at the same time end well. Throws a
 * {@link NoticeClaimedError} if the other does not end. `pause` waits for some milliseconds.
 */
export async function sendNoticeOnce(
  edition: Edition,
  services: Services,
  { send, apiAddress }: NotificationTarget,
  pause: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<'sent' | 'was sent'> {
  const { objects } = services.store;
  const place = `${briefingsPrefix}${edition}/notice`;
  const wasSent = async () => (await objects.get(`${place}/sent.json`)) !== null;
  if (await wasSent()) return 'was sent';
  const now = services.now();
  const own: Note = { at: now.toISOString(), by: randomUUID() };
  const note = new TextEncoder().encode(JSON.stringify(own));
  if ((await objects.put(`${place}/claimed.json`, note, { only: 'new' })) === 'refused') {
    // If the response to a write was lost, the retry is refused because of our own first write.
    const { at, by } = await readNote(objects, `${place}/claimed.json`);
    if (by !== own.by && now.getTime() - Date.parse(at) < longestRun) {
      for (let look = 0; look < looks; look += 1) {
        await pause(betweenLooks);
        if (await wasSent()) return 'was sent';
      }
      throw new NoticeClaimedError(`the notice of ${edition} was claimed by another run at ${at} and is not sent yet`);
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

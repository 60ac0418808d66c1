import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { editionOf } from '../briefings/index.ts';
import { type Edition, type Language, languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { Shares } from '../shares/index.ts';
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
  /** How many days the shares in a notice are open; with 0 it links to the API, for callers with credentials. */
  readonly days: number;
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
  { send, ...links }: NotificationTarget,
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
  await send(await noticeOf(edition, services, links));
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

/** The notice in all languages, each with a share of the edition. Its addresses are those of all readers together. */
async function noticeOf(
  edition: Edition,
  services: Services,
  { apiAddress, days }: Omit<NotificationTarget, 'send'>,
): Promise<Notice> {
  const renderer = await services.loadRenderer();
  const data = editionOf(services.dataset, edition);
  const announcements = [];
  for (const language of languages) {
    const page = days > 0 ? await pageFor(edition, language, services, days) : null;
    const place = page ? { page } : { file: `${apiAddress}/briefings/${edition}/${language}` };
    announcements.push(renderer.announce(data, language, place));
  }
  const [english] = announcements;
  const subject = (english?.subject ?? edition).replaceAll('\u00a0', ' ').replaceAll('–', '-');
  return { subject, text: announcements.map(({ lines }) => lines.join('\n')).join('\n\n') };
}

/** The address of a new share of an edition. */
async function pageFor(edition: Edition, language: Language, services: Services, days: number): Promise<string> {
  const now = services.now();
  const endsAt = new Date(now.getTime() + days * 86_400_000);
  const share = { edition, language, label: `Notice of ${edition}`, endsAt, reader: null };
  const { token } = await new Shares(services.store.objects).create(share, now);
  return `${services.shareAddress}/s/${token}`;
}

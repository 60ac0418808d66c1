import { randomUUID } from 'node:crypto';
import { editionOf, findBriefing } from '../briefings/index.ts';
import { dayInMinsk, type Edition, type Language } from '../dataset/index.ts';
import { hasUnsubscribed, htmlBody, type Message, mimeMessage, plainBody, type Reader } from '../mail/index.ts';
import type { Services } from '../services/index.ts';
import { Shares } from '../shares/index.ts';
import { briefingsPrefix, fileNameOf, mediaTypes, renditions, type StoredBriefing } from '../store/index.ts';

/** Where the mails of readers go. */
export interface MailTarget {
  readonly sender: string;
  readonly readers: readonly Reader[];
  /** How many days the page of a reader is open; with 0 mails have no page. */
  readonly days: number;
  /** Hands over a message. Rejects with a {@link MailRefusedError} when it was certainly not taken. */
  readonly send: (message: Uint8Array, to: string) => Promise<void>;
}

/** A message was not taken, and the reason. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

/** What became of the mail to a reader. */
export interface MailResult {
  /** The id of the reader, a digest of the address: addresses stay out of the logs. */
  readonly reader: string;
  /**
   * `unknown`: a run died or lost the answer while it sent the mail. It may have arrived, and a reader never gets two, so
   * it is not sent again unless an operator removes its note.
   */
  readonly outcome: 'sent' | 'was sent' | 'unsubscribed' | 'being sent' | 'refused' | 'unknown' | 'failed';
  readonly error?: string;
}

/** The file that is attached to a mail: the edition at a glance. */
const sheets = renditions.filter(({ form }) => form === 'sheet');

/** The largest attachment, in bytes. In base64 it is a third larger, and many servers take 10 MB. */
const largestAttachment = 7_000_000;

/** No run of the function takes longer, in milliseconds. An older claim belongs to a run that died. */
const longestRun = 120_000;

/** The results that an operator has to know of. */
const troubles: readonly MailResult['outcome'][] = ['refused', 'unknown', 'failed'];

/**
 * Sends an edition to each reader who has not got it. Notes in the store, written with conditions, see to it that nobody
 * gets it twice, however often it is run and wherever a run dies. When one mail fails, the others are sent.
 */
export async function sendMails(
  edition: Edition,
  services: Services,
  target: MailTarget,
): Promise<readonly MailResult[]> {
  const results: MailResult[] = [];
  for (const reader of target.readers) {
    const result = await mailOnce(edition, reader, services, target).catch((error: unknown): MailResult => {
      return { reader: reader.id, outcome: 'failed', error: reasonOf(error) };
    });
    results.push(result);
    const facts = { edition, language: reader.language, ...result };
    if (troubles.includes(result.outcome)) services.logger.error('mail failed', facts);
    else services.logger.info('mail', facts);
  }
  const failed = results.filter(({ outcome }) => troubles.includes(outcome)).length;
  services.measure({ MailSent: results.filter(({ outcome }) => outcome === 'sent').length, MailFailed: failed });
  return results;
}

/**
 * Sends one mail unless it was sent. Everything is prepared before the mail is claimed, so that a run can hardly die
 * between claiming and sending.
 */
async function mailOnce(edition: Edition, reader: Reader, services: Services, target: MailTarget): Promise<MailResult> {
  const { objects } = services.store;
  const place = `${briefingsPrefix}${edition}/notice/${reader.id}`;
  const has = async (note: string) => (await objects.get(`${place}-${note}.json`)) !== null;
  const result = (outcome: MailResult['outcome'], error?: unknown): MailResult => {
    // SES names the address in some of its reasons.
    const reason = reasonOf(error).replaceAll(reader.address, 'the reader');
    return { reader: reader.id, outcome, ...(error === undefined ? {} : { error: reason }) };
  };
  const own = { at: services.now().toISOString(), by: randomUUID() };
  const note = (name: string, facts: object = {}) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...own, ...facts }));
    return objects.put(`${place}-${name}.json`, bytes, { only: 'new' });
  };
  const notes = [has('sent'), has('refused'), hasUnsubscribed(reader.id, objects), readClaim()] as const;
  const [wasSent, wasRefused, unsubscribed, claimed] = await Promise.all(notes);
  if (wasSent) return result('was sent');
  if (wasRefused) return result('refused', 'the mail was refused before; see its note');
  if (unsubscribed) return result('unsubscribed');
  if (claimed) return result(services.now().getTime() - Date.parse(claimed.at) < longestRun ? 'being sent' : 'unknown');
  const message = await messageTo(reader, edition, services, target);
  // If the response to a write was lost, the retry is refused because of our own first write.
  if ((await note('claimed')) === 'refused' && (await readClaim())?.by !== own.by) return result('being sent');
  try {
    await target.send(mimeMessage(message), reader.address);
  } catch (error) {
    if (!(error instanceof MailRefusedError)) return result('unknown', error);
    await note('refused', { reason: error.message });
    return result('refused', error);
  }
  await note('sent');
  return result('sent');

  async function readClaim(): Promise<typeof own | null> {
    const found = await objects.get(`${place}-claimed.json`);
    return found && found !== 'unchanged' ? (JSON.parse(new TextDecoder().decode(found.bytes)) as typeof own) : null;
  }
}

/** The message to a reader, with a share of the edition for this reader alone. */
async function messageTo(
  { address, language, id }: Reader,
  edition: Edition,
  services: Services,
  { sender, days }: MailTarget,
): Promise<Message> {
  const now = services.now();
  const endsAt = new Date(now.getTime() + days * 86_400_000);
  const asked = { edition, language, label: address, endsAt, reader: id };
  const [glance, { token }] = await Promise.all([
    glanceOf(edition, language, services),
    // Also without days: its address is where the reader ends the subscription.
    new Shares(services.store.objects).create(asked, now),
  ]);
  const page = `${services.shareAddress}/s/${token}`;
  const renderer = await services.loadRenderer();
  const mail = renderer.writeMail(editionOf(services.dataset, edition), language, {
    sender,
    page: days > 0 ? { address: page, until: dayInMinsk(endsAt) } : null,
    glance: glance === null ? null : glance.attachment ? 'attached' : days > 0 ? { address: `${page}/sheet` } : null,
    unsubscribe: `${page}/unsubscribe`,
  });
  return {
    from: sender,
    to: address,
    subject: mail.subject,
    text: plainBody(mail),
    html: htmlBody(mail, language),
    language,
    attachments: glance?.attachment ? [glance.attachment] : [],
    date: now,
    unsubscribe: `${page}/unsubscribe`,
  };
}

/** The sheet of an edition, with its bytes when it is small enough for a mail; null when there is none. */
async function glanceOf(edition: Edition, language: Language, services: Services) {
  const found = await findBriefing(edition, language, sheets, services);
  if (!found) return null;
  const { briefing } = found;
  const bytes = briefing.bytes > largestAttachment ? null : await services.store.read(briefing.key);
  return { attachment: bytes && attachmentOf(briefing, bytes) };
}

function attachmentOf({ key }: StoredBriefing, bytes: Uint8Array) {
  return { name: fileNameOf(key), type: mediaTypes[key.rendition.format], bytes };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

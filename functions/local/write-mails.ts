import { renderBriefing, resolveEdition } from '../briefings/index.ts';
import { UsageError } from '../cli/index.ts';
import { openMailTarget, sendMails } from '../monthly/index.ts';
import type { Services } from '../services/index.ts';
import { renditions } from '../store/index.ts';

/** From whom and to whom to write mails. */
export interface MailOptions {
  readonly sender?: string | undefined;
  readonly readers?: string | undefined;
}

/**
 * Writes the mails with the current edition as `.eml` files into the folder of the briefings, each once, and says so.
 * Throws a {@link UsageError} for options that are no addresses.
 */
export async function writeMails({ sender, readers }: MailOptions, folder: string, services: Services): Promise<void> {
  if (sender === undefined && readers === undefined) return;
  const target = mailTarget(sender, readers, folder);
  const edition = resolveEdition('latest', services.dataset, services.now());
  for (const language of new Set(target.readers.map((reader) => reader.language))) {
    for (const rendition of renditions) await renderBriefing(edition, language, rendition, services);
  }
  const results = await sendMails(edition, services, target);
  for (const [at, { address }] of target.readers.entries()) {
    process.stdout.write(
      `Mail to ${address}: ${results[at]?.outcome === 'sent' ? `written to ${folder}/mail` : results[at]?.outcome}\n`,
    );
  }
}

function mailTarget(sender: string | undefined, readers: string | undefined, folder: string) {
  try {
    const target = openMailTarget({ MAIL_SENDER: sender, MAIL_READERS: readers, BRIEFINGS_FOLDER: folder });
    if (target) return target;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  throw new UsageError('--sender and --readers go together.');
}

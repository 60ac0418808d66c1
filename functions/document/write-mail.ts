import type { Language } from '../dataset/index.ts';
import type { Briefing } from '../figures/index.ts';
import { newsLines } from './announce.ts';
import type { BrandNames, Wording } from './compose.ts';
import { sentence } from './sentence.ts';
import { Words } from './words.ts';

/** What a mail to a reader says besides what is in the edition. */
export interface MailFacts {
  /** The address that the mail comes from. */
  readonly sender: string;
  /** The page of the edition and the last day on which it opens, `YYYY-MM-DD`; null when readers get none. */
  readonly page: { readonly address: string; readonly until: string } | null;
  /** The edition at a glance: attached, or too large for that and at an address; null when there is none. */
  readonly glance: 'attached' | { readonly address: string } | null;
  /** Where the reader can end the subscription. */
  readonly unsubscribe: string;
}

/** A line of a mail, and the address in it that leads somewhere. */
export interface MailLine {
  readonly text: string;
  readonly address?: string;
}

/** A mail to a reader in one language. */
export interface Mail {
  readonly subject: string;
  /** Its paragraphs, each of some lines. The last is in small print. */
  readonly paragraphs: readonly (readonly MailLine[])[];
}

/** Writes the mail with which a reader gets an edition: that it is there, what is new, and where everything is. */
export function writeMail(
  briefing: Briefing,
  language: Language,
  { messages }: Pick<Wording, 'messages'>,
  { name }: BrandNames,
  { sender, page, glance, unsubscribe }: MailFacts,
): Mail {
  const words = new Words(language, messages[language]);
  const edition = words.date(briefing.edition);
  const line = (text: string): MailLine => ({ text: sentence(text) });
  const leading = (key: 'mail.page' | 'mail.too_large' | 'mail.unsubscribe', address: string): MailLine => ({
    text: words.message(key, { address }),
    address,
  });
  const ready = words.message('mail.ready', { edition, series: words.text(name) });
  const news = briefing.news ? newsLines(words, briefing.edition, briefing.news) : [];
  const whole = page
    ? [leading('mail.page', page.address), line(words.message('mail.until', { date: words.date(page.until) }))]
    : [line(words.message('mail.no_link'))];
  const short =
    glance === null
      ? []
      : [glance === 'attached' ? line(words.message('mail.attached')) : leading('mail.too_large', glance.address)];
  return {
    subject: words.message('mail.subject', { edition }),
    paragraphs: [
      [line(ready)],
      ...(news.length > 0 ? [news.map((text) => ({ text }))] : []),
      [...short, ...whole],
      [line(words.message('mail.why', { sender })), leading('mail.unsubscribe', unsubscribe)],
    ],
  };
}

import { escapeMarkup } from '../document/index.ts';
import type { StoredBriefing } from '../store/index.ts';
import type { ShareWords } from './share-words.ts';

/** What a feed tells, besides the edition. */
export interface FeedOptions {
  /** The id of the share. */
  readonly id: string;
  /** The address of its page. */
  readonly address: string;
  /** When the share was made. */
  readonly since: Date;
}

/**
 * An Atom feed (RFC 4287) with the edition that a share opens now; none before the first was made. A share of the latest
 * edition has a new entry every month. The id of an entry names edition and language, so that corrected data are news of
 * the same entry.
 */
export function atomFeed(
  edition: StoredBriefing | null,
  words: ShareWords,
  { id, address, since }: FeedOptions,
): string {
  const updated = (edition?.created ?? since).toISOString();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">`,
    `<id>urn:gomel-briefing:share:${id}</id>`,
    `<title>${escapeMarkup(words.message('feed.title', { series: words.series }))}</title>`,
    `<subtitle>${escapeMarkup(words.message('feed.subtitle'))}</subtitle>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeMarkup(words.series)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(address)}/feed.atom"/>`,
    `<link rel="alternate" type="text/html" hreflang="${words.language}" href="${escapeMarkup(address)}"/>`,
    ...(edition ? entryOf(edition, words, address) : []),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf({ key, created, data }: StoredBriefing, words: ShareWords, address: string): readonly string[] {
  const title = words.message('feed.entry', { edition: words.date(key.edition) });
  const summary = words.message('feed.entry_text', { date: words.date(data.newestPublished) });
  return [
    '<entry>',
    `<id>urn:gomel-briefing:edition:${key.edition}:${key.language}</id>`,
    `<title>${escapeMarkup(title)}</title>`,
    `<updated>${created.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" hreflang="${key.language}" href="${escapeMarkup(address)}"/>`,
    `<link rel="enclosure" type="application/pdf" href="${escapeMarkup(address)}/pdf"/>`,
    `<summary>${escapeMarkup(summary)}</summary>`,
    '</entry>',
  ];
}

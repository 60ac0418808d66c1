import type { Edition, Language } from '../dataset/index.ts';
import type { Briefing, EditionNews } from '../figures/index.ts';
import type { BrandNames, Wording } from './compose.ts';
import { sentence } from './sentence.ts';
import { newsItems, nothingNew } from './views/news.ts';
import { Words } from './words.ts';

/** The notice about an edition in one language: a subject and lines of plain text. */
export interface Announcement {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Where an edition is: a page for everyone, or a file for callers of the API. */
export type EditionPlace = { readonly page: string } | { readonly file: string };

/** Writes the notice that an edition is ready: what is new since the edition before, and where it is. */
export function announceEdition(
  briefing: Briefing,
  language: Language,
  { messages }: Pick<Wording, 'messages'>,
  { name }: BrandNames,
  place: EditionPlace,
): Announcement {
  const words = new Words(language, messages[language]);
  const edition = words.date(briefing.edition);
  return {
    subject: words.message('mail.subject', { edition }),
    lines: [
      sentence(words.message('mail.ready', { edition, series: words.text(name) })),
      ...(briefing.news ? newsLines(words, briefing.edition, briefing.news) : []),
      'page' in place
        ? words.message('mail.page', { address: place.page })
        : words.message('notice.where', { address: place.file }),
    ],
  };
}

/** What is new in an edition, in lines of plain text. */
export function newsLines(words: Words, edition: Edition, news: EditionNews): readonly string[] {
  const { items, rest } = newsItems(words, news);
  if (items.length === 0) return [nothingNew(words, edition, news)];
  const counted = (key: `notice.${'added' | 'revised' | 'rest'}`, n: number) =>
    n > 0 ? [words.message(key, { n: String(n) })] : [];
  return [
    ...counted('notice.added', news.added.length),
    ...counted('notice.revised', news.revised.length),
    ...items.map(({ former, ...item }) =>
      former === null ? words.message('notice.item', item) : words.message('notice.item_revised', { ...item, former }),
    ),
    ...counted('notice.rest', rest.length),
  ];
}

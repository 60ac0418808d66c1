import type { Source } from '../../dataset/index.ts';
import type { Book } from '../book.ts';
import type { Sheet } from '../sheet.ts';

/** The publications that the figures and statements come from, the newest first, as links to their addresses. */
export function sourcesSheet(book: Book, sources: readonly Source[]): Sheet {
  const { words } = book;
  const text = (head: string) => ({ head, holds: 'text' as const });
  return {
    ...book.head(words.message('book.sheet.sources'), words.message('book.about.sources')),
    columns: [
      text(words.message('book.head.source')),
      text(words.message('book.head.title')),
      text(words.message('book.head.published_on')),
      text(words.message('book.head.address')),
    ],
    rows: sources.map(({ publisher, title, published, basis, url }) => {
      const date = words.date(published);
      const inferred = basis === 'inferred' ? ` ${words.message('note.source.date_inferred')}` : '';
      return [
        { text: words.text(publisher) },
        { text: words.text(title), link: { address: url } },
        { text: `${date}${inferred}` },
        { text: url },
      ];
    }),
  };
}

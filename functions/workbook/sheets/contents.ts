import { licence } from '../../dataset/index.ts';
import type { Book } from '../book.ts';
import type { Sheet } from '../sheet.ts';

/** The first sheet: what the workbook is, how to read it, and a link to each other sheet. */
export function contentsSheet({ words, document }: Book, edition: string, others: readonly Sheet[]): Sheet {
  const { series } = document.running;
  const count = others.length + 1;
  const lines = [
    ...(document.mark ? [document.mark.long] : []),
    words.message('book.help.sheets', { n: String(count), n_number: count }),
    words.message('book.help.formulas'),
    words.message('book.help.empty'),
    words.message('book.help.calculated'),
    words.message('book.help.margin'),
    words.message('book.help.language'),
    document.footer.source,
    words.message('book.help.licence', { licence: licence.title }),
  ];
  return {
    name: words.message('book.sheet.contents'),
    about: '',
    title: words.message('book.help.title', { series, edition }),
    lines: lines.map((text) => ({ text })),
    columns: [
      { head: words.message('book.head.sheet'), holds: 'text' },
      { head: words.message('book.head.holds'), holds: 'text' },
    ],
    rows: others.map(({ name, about }) => [{ text: name, link: { sheet: name } }, { text: about }]),
  };
}

import {
  type Block,
  chartTable,
  type DataCell,
  type DataTable,
  type FigureBlock,
  figuresTable,
  headWithUnit,
  numberFigures,
  type Words,
} from '../../document/index.ts';
import type { Book } from '../book.ts';
import { plainText } from '../plain-text.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { figureNumber, plainNumber } from './figures.ts';

/** A sheet for each chart and each table of the edition that has data, in the order of the document. */
export function dataSheets(book: Book): readonly Sheet[] {
  const numbers = numberFigures(book.document);
  return book.document.sections.flatMap(({ blocks }) =>
    figuresIn(blocks).flatMap((figure) => {
      const table = figureData(figure, book.words);
      const name = numbers.get(figure.id);
      return table && name ? [sheetOf(book, figure, name, table)] : [];
    }),
  );
}

/** The numbered figures of some blocks, in order. */
export function figuresIn(blocks: readonly Block[]): readonly FigureBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return [block];
    return block.type === 'row' ? block.cells.flatMap(figuresIn) : [];
  });
}

/**
 * The data of a figure: of its chart, or of its table; null for lists, and for the notes, whose rows are figures
 * themselves.
 */
export function figureData({ body }: FigureBlock, words: Words): DataTable | null {
  for (const block of body) {
    if (block.type === 'chart') return chartTable(block.chart, words);
    if (block.type === 'table') return block.shows && figuresTable(block.shows, words);
  }
  return null;
}

function sheetOf(book: Book, { title, subtitle, source }: FigureBlock, name: string, table: DataTable): Sheet {
  const text = (inline: FigureBlock['title']) => plainText(inline, book.document);
  const { mark } = book.document;
  const said = [subtitle, source].flatMap((inline) => (inline ? [text(inline)] : []));
  return {
    name,
    title: `${name}. ${text(title)}`,
    about: text(title),
    lines: [...[...said, ...(mark ? [mark.long] : [])].map((line) => ({ text: line })), book.back()],
    columns: table.columns.map((column) => ({ head: headWithUnit(column), holds: column.holds })),
    rows: table.rows.map((row) => row.map((cell) => cellOf(book, cell, name))),
  };
}

/** A figure as a link to its cell on another sheet; a figure without one, such as a former value, as its number. */
function cellOf({ cells }: Book, { text, number, figure }: DataCell, sheet: string): Cell {
  if (figure) return figureNumber(figure, cells.of(figure, sheet));
  return number ? plainNumber(number.value, number.decimals) : { text };
}

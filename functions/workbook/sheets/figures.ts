import { figureUnit, formulaText } from '../../document/index.ts';
import { type Figure, keysOf, marginOf } from '../../figures/index.ts';
import type { Book } from '../book.ts';
import { formulaOf } from '../formula.ts';
import { type Cell, firstRow, type NumberCell, type Sheet } from '../sheet.ts';

/** The column of values, counted from 0. */
const valueColumn = 4;

/** The published values as cells, each in one row even where the notes have it under two numbers. */
export function publishedSheet(book: Book, figures: readonly Figure[]): Sheet {
  const { words, texts, cells } = book;
  const name = words.message('book.sheet.published');
  const head = {
    ...book.head(name, words.message('book.about.published')),
    columns: [
      ...firstColumns(book),
      text(words.message('book.head.precision')),
      text(words.message('book.head.source')),
      text(words.message('book.head.published_on')),
    ],
  };
  const rows: (readonly Cell[])[] = [];
  for (const figure of figures) {
    if (cells.has(figure)) continue;
    cells.set(figure, name, valueColumn, firstRow(head) + rows.length);
    const { qualifier } = figure;
    const precision = qualifier === 'exact' ? 'label.exact' : (`book.precision.${qualifier}` as const);
    rows.push([
      ...firstCells(book, figure, null),
      { text: words.message(precision) },
      { text: texts.publishers(figure) },
      { text: texts.date(figure) },
    ]);
  }
  return { ...head, rows };
}

/** Every figure: a published one as a link to its cell, a calculated one as a formula over the cells of others. */
export function figuresSheet(book: Book, figures: readonly Figure[], byKey: ReadonlyMap<string, Figure>): Sheet {
  const { words, texts, cells } = book;
  const name = words.message('book.sheet.figures');
  const head = {
    ...book.head(name, words.message('book.about.figures')),
    columns: [
      ...firstColumns(book),
      text(words.message('book.head.status')),
      text(words.message('book.head.formula')),
      text(words.message('book.head.source')),
    ],
  };
  const start = firstRow(head);
  // Formulas may name figures further down, so that all have their cells before the first is written.
  for (const [index, figure] of figures.entries()) {
    if (figure.status === 'calculated') cells.set(figure, name, valueColumn, start + index);
  }
  const rows = figures.map((figure): readonly Cell[] => {
    const { expression } = figure;
    const formula = expression
      ? formulaOf(expression, figure, (key) => cells.input(key, name))
      : cells.of(figure, name);
    const inWords = expression ? formulaText(expression, (key) => texts.inFormula(byKey.get(key))) : figure.note;
    return [
      ...firstCells(book, figure, formula),
      { text: words.message(`book.status.${figure.status}`) },
      { text: inWords },
      { text: texts.publishers(figure) },
    ];
  });
  return { ...head, rows };
}

/** The figures with all that their formulas name, each once, inputs after those that were asked for. */
export function withInputs(figures: readonly Figure[], byKey: ReadonlyMap<string, Figure>): readonly Figure[] {
  const all = new Set(figures);
  for (const { expression } of all) {
    if (!expression) continue;
    for (const key of keysOf(expression)) {
      const input = byKey.get(key);
      if (input) all.add(input);
    }
  }
  return [...all];
}

function firstColumns({ words }: Book) {
  return [
    text(words.message('label.number')),
    text(words.message('label.figure')),
    text(words.message('book.head.about')),
    text(words.message('label.period')),
    { head: words.message('label.value'), holds: 'numbers' as const },
    text(words.message('label.unit')),
    { head: words.message('book.head.margin'), holds: 'numbers' as const },
  ];
}

function text(head: string) {
  return { head, holds: 'text' as const };
}

function firstCells({ words, texts }: Book, figure: Figure, formula: string | null): readonly Cell[] {
  return [
    { text: figure.note },
    { text: texts.name(figure) },
    { text: texts.about(figure) },
    { text: texts.period(figure) },
    figureNumber(figure, formula),
    { text: figureUnit(words, figure) },
    plainNumber(marginOf(figure), figure.decimals + 1),
  ];
}

/** The number of a figure, in italics where it is calculated. */
export function figureNumber(figure: Figure, formula: string | null): NumberCell {
  const { value, decimals, signed, status } = figure;
  return { value, decimals, signed, formula, calculated: status === 'calculated' };
}

/** A number that is no figure, without what binary fractions add to it. */
export function plainNumber(value: number, decimals: number): NumberCell {
  return { value: Number(value.toFixed(decimals)), decimals, signed: false, formula: null, calculated: false };
}

import { formulaText } from '../../document/index.ts';
import { type Expression, type Figure, keysOf, marginOf } from '../../figures/index.ts';
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
  const placed = cells.withoutCell(figures);
  cells.place(placed, { sheet: name, column: valueColumn, row: firstRow(head) });
  const rows = placed.map((figure): readonly Cell[] => [
    ...firstCells(book, figure, null),
    texts.precision(figure),
    texts.publisherOf(figure),
    texts.date(figure),
  ]);
  return { ...head, rows };
}

/** Every figure: a published one as a link to its cell, a calculated one as a formula over the cells of others. */
export function figuresSheet(book: Book, figures: readonly Reckoned[], byKey: ReadonlyMap<string, Figure>): Sheet {
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
  // Published ones come first and have their cells. Formulas may name figures further down, so that all are placed before
  // the first is written.
  const calculated = figures.filter(({ expression }) => expression !== null);
  const ordered = [...figures.filter(({ expression }) => expression === null), ...calculated];
  const row = firstRow(head) + ordered.length - calculated.length;
  cells.place(
    calculated.map(({ figure }) => figure),
    { sheet: name, column: valueColumn, row },
  );
  const rows = ordered.map(({ figure, expression }): readonly Cell[] => {
    const formula = expression
      ? formulaOf(expression, figure, (key) => cells.input(key, name))
      : cells.of(figure, name);
    const inWords = expression ? formulaText(expression, (key) => texts.inFormula(byKey.get(key))) : figure.note;
    return [
      ...firstCells(book, figure, formula),
      texts.status(figure),
      { text: inWords },
      expression ? texts.publishers(figure, inputsOf(expression, byKey)) : texts.publisherOf(figure),
    ];
  });
  return { ...head, rows };
}

/** A figure with its formula, which figures over time put together anew each time that they are asked for it. */
export interface Reckoned {
  readonly figure: Figure;
  readonly expression: Expression | null;
}

/** Figures and all that their formulas name, each once, inputs after those that were asked for. */
export function withInputs(figures: readonly Figure[], byKey: ReadonlyMap<string, Figure>): readonly Reckoned[] {
  const all = new Set(figures);
  const reckoned: Reckoned[] = [];
  for (const figure of all) {
    const { expression } = figure;
    reckoned.push({ figure, expression });
    if (expression) for (const input of inputsOf(expression, byKey)) all.add(input);
  }
  return reckoned;
}

/** The figures that a formula names. */
function inputsOf(expression: Expression, byKey: ReadonlyMap<string, Figure>): readonly Figure[] {
  return keysOf(expression).flatMap((key) => byKey.get(key) ?? []);
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

function firstCells({ texts }: Book, figure: Figure, formula: string | null): readonly Cell[] {
  return [
    { text: figure.note },
    texts.name(figure),
    texts.about(figure),
    texts.period(figure),
    figureNumber(figure, formula),
    texts.unit(figure),
    number(Math.round(marginOf(figure) * most) / most, figure.decimals + 1),
  ];
}

/** The number of a figure, in italics where it is calculated. */
export function figureNumber(figure: Figure, formula: string | null): NumberCell {
  const { value, decimals, signed, status } = figure;
  return { value, decimals, signed, formula, calculated: status === 'calculated' };
}

/** A number that is no figure, without what binary fractions add to it. */
export function plainNumber(value: number, decimals: number): NumberCell {
  return number(Number(value.toFixed(decimals)), decimals);
}

function number(value: number, decimals: number): NumberCell {
  return { value, decimals, signed: false, formula: null, calculated: false };
}

/** Margins are written in parts of ten thousand: no published value has more decimals. */
const most = 10_000;

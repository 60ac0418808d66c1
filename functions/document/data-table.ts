import type { Figure } from '../figures/index.ts';
import { isRounded, type Words } from './words.ts';

/** The data of a chart as a table: columns with units, and rows whose first cell says what they are about. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** A column of numbers or of text. */
export interface DataColumn {
  readonly head: string;
  /** The unit of its numbers; null where it has none, or holds text. */
  readonly unit: string | null;
  readonly holds: 'text' | 'numbers';
}

/** A cell: what it says in the language, and its number where it is one. */
export interface DataCell {
  readonly text: string;
  readonly number: { readonly value: number; readonly decimals: number } | null;
  /** The figure whose number it is; null for other numbers and for text. */
  readonly figure: Figure | null;
}

/** A column of text. */
export function textColumn(head: string): DataColumn {
  return { head, unit: null, holds: 'text' };
}

/** A column of numbers, with their unit where it is the same for all. */
export function numbersColumn(head: string, unit: string | null): DataColumn {
  return { head, unit, holds: 'numbers' };
}

/** The head of a column with its unit. */
export function headWithUnit({ head, unit }: DataColumn): string {
  return unit === null ? head : `${head}, ${unit}`;
}

/** A cell of text. */
export function textCell(text: string): DataCell {
  return { text, number: null, figure: null };
}

/** The cell of a figure; of one that is not known the mark of what is missing. */
export function figureCell(words: Words, figure: Figure | undefined): DataCell {
  if (!figure) return textCell(words.message('value.missing'));
  return new FigureCell(words, figure);
}

/** The cell of a figure, whose text is written when it is asked for: a workbook has no use for it. */
class FigureCell implements DataCell {
  readonly number: NonNullable<DataCell['number']>;
  readonly figure: Figure;
  readonly #words: Words;

  constructor(words: Words, figure: Figure) {
    this.number = figure;
    this.figure = figure;
    this.#words = words;
  }

  get text(): string {
    const { value, decimals, signed } = this.figure;
    const text = this.#words.qualified(this.figure, this.#words.number(value, decimals, signed));
    return isRounded(this.figure) ? this.#words.message('number.approximate', { x: text }) : text;
  }
}

/** The cell of a number that is no figure, with at most `most` decimals, as many as it needs. */
export function numberCell(words: Words, value: number, most = 0): DataCell {
  const rounded = Number(value.toFixed(most));
  const decimals = String(rounded).split('.')[1]?.length ?? 0;
  return { text: words.number(rounded, decimals), number: { value: rounded, decimals }, figure: null };
}

/** A sheet of a workbook: a title, lines of text, and one table. */
export interface Sheet {
  /** Its name, unlike that of every other sheet. */
  readonly name: string;
  readonly title: string;
  /** What it holds, for the contents. */
  readonly about: string;
  /** What stands between the title and the table. */
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A line of text above a table; as a link it leads to a sheet or to an address. */
export interface Line {
  readonly text: string;
  readonly link?: Link;
}

/** The target of a link. */
export type Link = { readonly sheet: string } | { readonly address: string };

/** A column of a table. */
export interface Column {
  readonly head: string;
  readonly holds: 'text' | 'numbers';
}

/** A cell: text, or a number with its decimals and perhaps the formula that gives it. */
export type Cell = TextCell | NumberCell;

/** A cell of text, which is never taken for a formula. */
export interface TextCell {
  readonly text: string;
  readonly link?: Link;
}

/** A cell with a number. */
export interface NumberCell {
  readonly value: number;
  readonly decimals: number;
  /** Whether a positive number has a plus. */
  readonly signed: boolean;
  /** Without the equals sign; null where the number stands for itself. */
  readonly formula: string | null;
  /** Whether the number is calculated, which the cell shows in italics. */
  readonly calculated: boolean;
}

/** The most characters of the name of a sheet. */
export const longestName = 31;

/** The row of the first cells under the heads: the title and the lines come before. */
export function firstRow({ lines }: Pick<Sheet, 'lines'>): number {
  return lines.length + 3;
}

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** A sheet as formulas and links name it, before a cell: `'Published values'!`. */
export function sheetInFormula(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}

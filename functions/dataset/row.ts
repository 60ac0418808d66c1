/** One row of a CSV file: its number in a spreadsheet and its cells by column. */
export interface Row {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A row with the line that it was read from, which is no part of its JSON. */
class ReadRow implements Row {
  readonly number: number;
  readonly cells: Row['cells'];
  readonly #line: string | undefined;

  constructor(number: number, cells: Row['cells'], line: string | undefined) {
    this.number = number;
    this.cells = cells;
    this.#line = line;
  }

  static lineOf(row: Row): string | undefined {
    return #line in row ? row.#line : undefined;
  }
}

/** A row that was read; `line` is how it stood there, where we would write it in the same way. */
export function readRow(number: number, cells: Row['cells'], line: string | undefined): Row {
  return new ReadRow(number, cells, line);
}

/**
 * The line that a row was read from, with all its columns; undefined where it has to be written. The package of an edition
 * has thousands of rows of a record of years, and to write each again would take as long as to derive all figures.
 */
export const lineOf = ReadRow.lineOf;

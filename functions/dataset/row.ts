/** One row of a CSV file: its number in a spreadsheet and its cells by column. */
export interface Row {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The lines of rows that were read, where they are as we write them; beside the rows, which are stored as JSON. */
const lines = new WeakMap<Row, string>();

/** Keeps the line that a row was read from. */
export function keepLine(row: Row, line: string): void {
  lines.set(row, line);
}

/**
 * The line that a row was read from, with all its columns; undefined where it has to be written. The package of an edition
 * has thousands of rows of a record of years, and to write each again would take as long as to derive all figures.
 */
export function keptLine(row: Row): string | undefined {
  return lines.get(row);
}

/** One row of a CSV file: its number in a spreadsheet and its cells by column. */
export interface Row {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

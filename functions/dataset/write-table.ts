/** Rows of cells as a CSV file in the form that `readTable` reads: commas, one line feed after each row. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return `${rows.map(writeRow).join('\n')}\n`;
}

/** A row of cells as it stands in a CSV file, without its line end. */
export function writeRow(cells: readonly string[]): string {
  return cells.map(quoted).join(',');
}

/** What a cell is put into quotation marks for. */
const special = /[",\n]/;

/** A cell as RFC 4180 writes it: in quotation marks where it contains a comma, a quotation mark or a line end. */
function quoted(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

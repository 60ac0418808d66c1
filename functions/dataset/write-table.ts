/** Rows of cells as a CSV file in the form that `readTable` reads: commas, one line feed after each row. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return `${rows.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;
}

/** What a cell is put into quotation marks for. */
const special = /[",\n]/;

/** A cell as RFC 4180 writes it: in quotation marks where it contains a comma, a quotation mark or a line end. */
function quoted(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

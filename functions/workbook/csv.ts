import { type DataCell, type DataTable, headWithUnit } from '../document/index.ts';

/**
 * A table as CSV (RFC 4180): one row of heads, numbers plain with a point and as many decimals as are printed. Text that a
 * spreadsheet would take for a formula begins with an apostrophe, as OWASP advises against CSV injection; numbers keep
 * their sign. A number that is not known is an empty cell.
 */
export function dataCsv({ columns, rows }: DataTable): string {
  const lines = [
    columns.map((column) => quoted(harmless(headWithUnit(column)))),
    ...rows.map((row) => row.map((cell, index) => written(cell, columns[index]?.holds === 'numbers'))),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function written({ number, text }: DataCell, isNumber: boolean): string {
  if (number) return number.value.toFixed(number.decimals).replace(/^-(?=[0.]+$)/, '');
  return isNumber ? '' : quoted(harmless(text));
}

/** Text with plain spaces, which no spreadsheet takes for a formula. */
function harmless(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

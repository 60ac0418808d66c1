import { CsvError, parse } from 'csv-parse/sync';
import type { Row } from './row.ts';
import type { Table } from './tables.ts';
import type { Violation } from './violation.ts';

/** No table of ours comes near this; a file beyond it is a mistake that would only exhaust the memory. */
const maximumBytes = 20_000_000;

/**
 * Reads a CSV file into rows whose cells are still text.
 * The file must be UTF-8 without a byte order mark, separated by commas, one line feed a row, with exactly the
 * columns of `table` in their order (RFC 4180 but for its line ends, so that one content has one digest). A column
 * that has a total may be left out.
 */
export function readTable(table: Table, bytes: Uint8Array): { rows: readonly Row[]; problems: readonly Violation[] } {
  const file = `${table.name}.csv`;
  const refuse = (row: number | null, column: string | null, value: string, expected: string) => ({
    rows: [],
    problems: [{ file, row, column, value, expected }],
  });

  if (bytes.length > maximumBytes) {
    return refuse(
      null,
      null,
      `${bytes.length} bytes`,
      `expected at most ${maximumBytes} bytes; is this the right file?`,
    );
  }
  const text = decode(bytes);
  if (text === null) return refuse(null, null, 'not UTF-8', 'save the file as CSV in UTF-8');
  if (text.startsWith('\uFEFF')) {
    return refuse(1, null, 'byte order mark', 'save the file as UTF-8 without a byte order mark (BOM)');
  }
  if (text.includes('\r')) {
    const row = text.slice(0, text.indexOf('\r')).split('\n').length;
    return refuse(row, null, 'carriage return', 'end rows with a line feed (LF), not with CR LF');
  }
  const records = parseRecords(text);
  if (records instanceof CsvError) {
    return refuse(
      Number(records.lines ?? 1),
      null,
      records.code,
      'close every quotation mark; double those inside a cell',
    );
  }

  const [heading, ...body] = records;
  const columns = columnsOf(table, heading ?? []);
  if (heading === undefined) return refuse(1, null, '', `expected the columns ${columns.join(',')}`);
  const problems = checkHeading(file, heading, columns);
  if (problems.length > 0) return { rows: [], problems };
  return readBody(file, columns, body);
}

/** The columns that are expected: one that has a total is when the heading names it. */
function columnsOf({ fields }: Table, heading: readonly string[]): readonly string[] {
  return fields.filter(({ name, total }) => total === undefined || heading.includes(name)).map(({ name }) => name);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseRecords(text: string): string[][] | CsvError {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n' });
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

function checkHeading(file: string, heading: readonly string[], columns: readonly string[]): readonly Violation[] {
  const problem = (column: string | null, value: string, expected: string) => ({
    file,
    row: 1,
    column,
    value,
    expected,
  });
  if (heading.length === 1 && /[;\t]/.test(heading[0] ?? '')) {
    return [problem(null, heading[0] ?? '', 'separate the columns with commas')];
  }
  const missing = columns.filter((column) => !heading.includes(column));
  const unknown = heading.filter((column) => !columns.includes(column));
  const repeated = heading.filter((column, index) => heading.indexOf(column) !== index);
  const problems = [
    ...missing.map((column) => problem(column, '', `the column is missing; expected ${columns.join(',')}`)),
    ...unknown.map((column) => problem(column, column, `unknown column; expected ${columns.join(',')}`)),
    ...repeated.map((column) => problem(column, column, 'the column stands here twice; keep one')),
  ];
  if (problems.length === 0 && heading.some((column, index) => column !== columns[index])) {
    return [problem(null, heading.join(','), `put the columns in this order: ${columns.join(',')}`)];
  }
  return problems;
}

function readBody(file: string, columns: readonly string[], body: readonly string[][]) {
  const rows: Row[] = [];
  const problems: Violation[] = [];
  for (const [index, record] of body.entries()) {
    const number = index + 2;
    if (record.length === columns.length) {
      rows.push({ number, cells: Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ''])) });
    } else {
      const expected = `expected ${columns.length} cells, found ${record.length}; quote cells that contain a comma`;
      problems.push({ file, row: number, column: null, value: record.join(','), expected });
    }
  }
  return { rows, problems };
}

import { CsvError, parse } from 'csv-parse/sync';
import { decode, maximumBytes, maximumRows } from './normalise.ts';
import { type Row, readRow } from './row.ts';
import type { Table } from './tables.ts';
import type { Violation } from './violation.ts';

/** What was read of a table: its rows, the columns that they have, and what keeps it from being read. */
interface ReadTable {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly problems: readonly Violation[];
}

/**
 * Reads a CSV file into rows whose cells are still text.
 * The file is text as `normalisePackage` leaves it: UTF-8, separated by commas, one line feed a row, with exactly the
 * columns of `table` in their order. A column that has a total may be left out.
 */
export function readTable(table: Table, bytes: Uint8Array): ReadTable {
  const file = `${table.name}.csv`;
  const refuse = (problem: Violation) => ({ rows: [], columns: [], problems: [problem] });
  const at = (row: number | null, value: string) => ({ file, row, column: null, value });

  if (bytes.length > maximumBytes) {
    const values = { maximum: maximumBytes };
    return refuse({ ...at(null, `${bytes.length} bytes`), code: 'file_too_large', values });
  }
  const text = decode(bytes);
  if (text === null) return refuse({ ...at(null, 'not UTF-8'), code: 'not_utf8', values: {} });
  if (text.includes('\r')) {
    const row = text.slice(0, text.indexOf('\r')).split('\n').length;
    return refuse({ ...at(row, 'carriage return'), code: 'line_ends', values: {} });
  }
  // Checked first: a comma parser reports unclosed quotation marks in a file with other separators.
  const [firstLine = ''] = text.split('\n', 1);
  if (!firstLine.includes(',') && /[;\t|]/.test(firstLine)) {
    return refuse({ ...at(1, firstLine), code: 'separator', values: {} });
  }
  const records = parseRecords(text);
  if (records instanceof CsvError) {
    return refuse({ ...at(Number(records.lines ?? 1), records.code), code: 'quotes', values: {} });
  }

  const [heading, ...body] = records;
  const columns = columnsOf(table, heading ?? []);
  if (heading === undefined)
    return refuse({ ...at(1, ''), code: 'no_columns', values: { columns: columns.join(',') } });
  if (body.length > maximumRows) {
    return refuse({ ...at(maximumRows + 2, ''), code: 'too_many_rows', values: { maximum: maximumRows } });
  }
  const problems = checkHeading(file, heading, columns);
  if (problems.length > 0) return { rows: [], columns, problems };
  return readBody(file, columns, body, linesOf(text, records.length));
}

/** The lines of a file, where each row is on one. */
function linesOf(text: string, rows: number): readonly string[] {
  const lines = text.split('\n');
  return lines.length === rows + 1 ? lines : [];
}

/** The columns that are expected: one that has a total is when the heading names it. */
function columnsOf({ fields }: Table, heading: readonly string[]): readonly string[] {
  return fields.filter(({ name, total }) => total === undefined || heading.includes(name)).map(({ name }) => name);
}

/** The heading and the rows, up to the first that is too many. */
function parseRecords(text: string): string[][] | CsvError {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n', to: maximumRows + 2 });
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

function checkHeading(file: string, heading: readonly string[], columns: readonly string[]): readonly Violation[] {
  const at = (column: string | null, value: string) => ({ file, row: 1, column, value });
  const values = { columns: columns.join(',') };
  const missing = columns.filter((column) => !heading.includes(column));
  const unknown = heading.filter((column) => !columns.includes(column));
  const repeated = heading.filter((column, index) => heading.indexOf(column) !== index);
  const problems: readonly Violation[] = [
    ...missing.map((column) => ({ ...at(column, ''), code: 'column_missing' as const, values })),
    ...unknown.map((column) => ({ ...at(column, column), code: 'column_unknown' as const, values })),
    ...repeated.map((column) => ({ ...at(column, column), code: 'column_repeated' as const, values: {} })),
  ];
  if (problems.length === 0 && heading.some((column, index) => column !== columns[index])) {
    return [{ ...at(null, heading.join(',')), code: 'column_order', values }];
  }
  return problems;
}

function readBody(
  file: string,
  columns: readonly string[],
  body: readonly string[][],
  lines: readonly string[],
): ReadTable {
  const rows: Row[] = [];
  const problems: Violation[] = [];
  for (const [index, record] of body.entries()) {
    const number = index + 2;
    if (record.length === columns.length) {
      const cells = Object.fromEntries(columns.map((column, i) => [column, record[i] ?? '']));
      const line = lines[index + 1];
      // Where there are quotation marks, we might write others.
      rows.push(readRow(number, cells, line?.includes('"') ? undefined : line));
    } else {
      const values = { expected: columns.length, found: record.length };
      problems.push({ file, row: number, column: null, value: record.join(','), code: 'cells', values });
    }
  }
  return { rows, columns, problems };
}

import { parse } from 'csv-parse/sync';
import { tables } from '../dataset/index.ts';

/** The rows or lines of a file around one that is wrong. */
export interface Excerpt {
  /** The names of the columns shown; null in a text without columns. */
  readonly columns: readonly string[] | null;
  readonly rows: readonly ExcerptRow[];
}

interface ExcerptRow {
  /** As an editor counts: the heading is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly isWrong: boolean;
}

/** The columns that tell observations apart; one with the same value in all rows shown is left out. */
const telling = ['indicator', 'counterpart_area', 'product'];

/** Rows of a CSV file with the columns that name them and the one that is wrong; null when it cannot be read. */
export function excerptOfTable(
  name: string,
  text: string,
  wrong: number,
  column: string | null,
  beside: readonly number[] = [wrong - 1, wrong + 1],
): Excerpt | null {
  const records = recordsOf(text);
  const [heading] = records;
  if (!heading || !records[wrong - 1]) return null;
  const numbers = [...new Set([wrong, ...beside])]
    .filter((n) => n > 1 && n <= records.length)
    .toSorted((a, b) => a - b);
  const cell = (number: number, of: string) => records[number - 1]?.[heading.indexOf(of)] ?? '';
  const key = tables.find((table) => table.name === name)?.primaryKey ?? ['key'];
  const named = name === 'observations' ? ['indicator', 'flow', 'counterpart_area', 'product', 'time_period'] : key;
  const columns = [...named, ...(name === 'observations' ? ['value'] : []), ...(column?.split(', ') ?? [])].filter(
    (of, index, all) =>
      heading.includes(of) &&
      all.indexOf(of) === index &&
      !(telling.includes(of) && of !== column && new Set(numbers.map((number) => cell(number, of))).size === 1),
  );
  return {
    columns,
    rows: numbers.map((number) => ({
      number,
      cells: columns.map((of) => cell(number, of)),
      isWrong: number === wrong,
    })),
  };
}

/** The cells of a row by column; null when there is no such row. */
export function cellsOf(text: string, number: number): Readonly<Record<string, string>> | null {
  const records = recordsOf(text);
  const [heading] = records;
  const record = records[number - 1];
  if (!heading || !record || number < 2) return null;
  return Object.fromEntries(heading.map((column, index) => [column, record[index] ?? '']));
}

/** A line of a text between its neighbours; null when there is no such line. */
export function excerptOfText(text: string, wrong: number): Excerpt | null {
  const lines = text.split('\n');
  if (lines[wrong - 1] === undefined) return null;
  const numbers = [wrong - 1, wrong, wrong + 1].filter((number) => number >= 1 && number <= lines.length);
  const rows = numbers.map((number) => ({
    number,
    cells: [lines[number - 1] ?? ''],
    isWrong: number === wrong,
  }));
  return { columns: null, rows };
}

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text.replace(/^\uFEFF/, ''), { relax_column_count: true, relax_quotes: true });
  } catch {
    return [];
  }
}

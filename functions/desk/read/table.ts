import { type Table, type Violation, writeTable } from '../../dataset/index.ts';
import { columnLetters } from '../../workbook/index.ts';
import type { Remark } from '../remarks.ts';
import { readCell } from './cell-text.ts';
import { type Content, type Grid, type GridRow, shownOf } from './sheet.ts';
import type { WorkbookSheet } from './workbook.ts';

/** A table as it stands in a workbook. */
export interface SheetTable {
  /** Null where the columns that name its rows are missing: then nothing can point into it. */
  readonly csv: string | null;
  readonly problems: readonly Violation[];
  readonly remarks: readonly Remark[];
  /** The name of its sheet, and where its columns and rows stand there. */
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  /** The row of the sheet for each row of the CSV file, from its heading on. */
  readonly rows: readonly number[];
  /** Whether a cell is wrong already, so that the checks need say nothing of it. The row is that of the sheet. */
  isKnown(row: number, column: string): boolean;
}

/**
 * Reads the table of a sheet by the names in its heading, the first row in which something stands. Empty rows are left
 * out. All that is wrong is told, and the table has every column and row nevertheless, so that the checks can go on.
 */
export function readTableSheet(table: Table, { name: sheet, grid, isHidden }: WorkbookSheet): SheetTable {
  const file = `${table.name}.csv`;
  const expected = table.fields.map(({ name }) => name);
  const [heading, ...body] = grid.rows;
  const names = heading?.cells.map((content) => (content === undefined ? '' : shownOf(content).trim())) ?? [];
  const problems: Violation[] = [];
  const problem = (row: number, column: string | null, cell: string | null, rest: Told) =>
    problems.push({ file, row, column, ...rest, at: { sheet, cell } } as Violation);

  const found = new Map<string, number>();
  const headRow = heading?.number ?? 1;
  const isHeading = names.some((name) => expected.includes(name));
  for (const [at, name] of names.entries()) {
    const cell = `${columnLetters(at)}${headRow}`;
    if (!isHeading || !name) continue;
    const columns = expected.join(',');
    if (!expected.includes(name))
      problem(headRow, name, cell, { value: name, code: 'column_unknown', values: { columns } });
    else if (found.has(name)) problem(headRow, name, cell, { value: name, code: 'column_repeated', values: {} });
    else found.set(name, at);
  }
  const fields = table.fields.filter(({ name, total }) => total === undefined || found.has(name));
  const columns = fields.map(({ name }) => name);
  if (!isHeading) {
    problem(headRow, null, `A${headRow}`, {
      value: names.filter(Boolean).join(' '),
      code: 'heading',
      values: { columns: columns.join(',') },
    });
  }
  for (const column of isHeading ? columns.filter((name) => !found.has(name)) : []) {
    problem(headRow, column, null, { value: '', code: 'column_missing', values: { columns: columns.join(',') } });
  }

  const merged = mergedProblems(grid, names.length);
  for (const { row, column, ...rest } of merged.problems)
    problem(row, names[column] || null, `${columnLetters(column)}${row}`, rest);
  const again = body.filter((row) => isSame(row, names));
  const kept = isHeading ? body.filter((row) => !again.includes(row)) : [];
  const known = new Set<string>();
  const rows: number[] = [headRow];
  const lines: (readonly string[])[] = [columns];
  const strays = new Set<number>();
  for (const row of kept) {
    const line = fields.map((field) => {
      const at = found.get(field.name);
      const { text, problem: wrong } = readCell(
        at === undefined ? undefined : row.cells[at],
        field,
        decimalsOf(row, found),
      );
      if (wrong && at !== undefined) {
        known.add(`${row.number} ${field.name}`);
        problem(row.number, field.name, `${columnLetters(at)}${row.number}`, { value: text, ...wrong });
      }
      return text;
    });
    for (const [at, content] of row.cells.entries()) {
      if (content === undefined || names[at] || strays.has(at)) continue;
      strays.add(at);
      problem(row.number, null, `${columnLetters(at)}${row.number}`, {
        value: shownOf(content),
        code: 'no_heading',
        values: {},
      });
    }
    // What stands beside the table alone is told above; it makes no row of it.
    if (line.every((text) => text === '')) continue;
    rows.push(row.number);
    lines.push(line);
  }
  if (grid.far)
    problem(Number(/\d+$/.exec(grid.far.cell)?.[0] ?? 0), null, grid.far.cell, {
      value: grid.far.content,
      code: 'cell_far',
      values: {},
    });

  return {
    csv: table.primaryKey.every((name) => found.has(name) || !columns.includes(name)) ? writeTable(lines) : null,
    problems,
    remarks: remarksOf(sheet, { isHidden, grid, again, names: [...found.keys()], columns }),
    sheet,
    columns: found,
    rows,
    isKnown: (row, column) =>
      !found.has(column) || known.has(`${row} ${column}`) || merged.covers(row, found.get(column)),
  };
}

/** A problem without its place. */
type Told = Pick<Violation, 'value' | 'code' | 'values'>;

/** The decimals that a row says its value has. */
function decimalsOf(row: GridRow, found: ReadonlyMap<string, number>): number | null {
  const at = found.get('decimals');
  const content: Content | undefined = at === undefined ? undefined : row.cells[at];
  const text = content === undefined ? '' : shownOf(content).trim();
  return /^[0-6]$/.test(text) ? Number(text) : null;
}

/** Whether a row repeats the heading, as one does that was pasted with its rows. */
function isSame({ cells }: GridRow, names: readonly string[]): boolean {
  return names.every((name, at) => name === '' || cells[at] === name);
}

/** Merged cells of the table: a problem each, at their first cell. */
function mergedProblems({ merged, rows }: Grid, width: number) {
  const last = rows.at(-1)?.number ?? 0;
  const inTable = merged.filter(({ from }) => from.column < width && from.row <= last);
  return {
    problems: inTable.map(({ range, from }) => ({ ...from, value: range, code: 'merged' as const, values: {} })),
    covers: (row: number, column: number | undefined) =>
      column !== undefined &&
      inTable.some(({ from, to }) => from.row <= row && row <= to.row && from.column <= column && column <= to.column),
  };
}

interface Seen {
  readonly isHidden: boolean;
  readonly grid: Grid;
  readonly again: readonly GridRow[];
  /** The names of the columns as they stand, and in the order that is expected. */
  readonly names: readonly string[];
  readonly columns: readonly string[];
}

function remarksOf(sheet: string, { isHidden, grid, again, names, columns }: Seen): readonly Remark[] {
  const hidden = grid.rows.filter((row) => row.isHidden).map(({ number }) => number);
  const shut = grid.hiddenColumns.filter((column) => grid.rows.some(({ cells }) => cells[column] !== undefined));
  const inOrder = columns.filter((name) => names.includes(name));
  const remarks: (Remark | false)[] = [
    isHidden && { code: 'hidden_sheet', sheet },
    hidden.length > 0 && { code: 'hidden_rows', sheet, list: ranges(hidden).join(', '), count: hidden.length },
    shut.length > 0 && { code: 'hidden_columns', sheet, list: shut.map(columnLetters).join(', '), count: shut.length },
    names.some((name, index) => name !== inOrder[index]) && { code: 'columns_moved', sheet },
    again.length > 0 && { code: 'second_heading', sheet, list: again.map(({ number }) => number).join(', ') },
  ];
  return remarks.filter((remark) => remark !== false);
}

/** Numbers in their order, those that follow each other as a range: 5, 7–9. */
function ranges(numbers: readonly number[]): readonly string[] {
  const found: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}

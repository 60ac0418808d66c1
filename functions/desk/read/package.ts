import type { ArchivedFile } from '../../archive/index.ts';
import {
  type Check,
  DatasetError,
  loadDataset,
  type PackageFiles,
  rowValues,
  type Violation,
} from '../../dataset/index.ts';
import { columnLetters } from '../../workbook/index.ts';
import type { Remark } from '../remarks.ts';
import { sheetNames, tableOrder } from '../sheets.ts';
import { type ReadDescriptor, readDescriptor } from './descriptor.ts';
import { readTableSheet, type SheetTable } from './table.ts';
import { readWorkbook, type WorkbookSheet } from './workbook.ts';

/** A package as it was read from wherever it came. */
export interface OpenedPackage {
  readonly files: PackageFiles;
  /** What keeps it from being what its file shows; the checks of its data are not among it. */
  readonly problems: readonly Violation[];
  readonly remarks: readonly Remark[];
  /** A problem of the files at its place in the workbook, if it came in one; null where it is told already. */
  placed(problem: Violation): Violation | null;
}

/** Reads a package from a workbook as `writeWorkbook` writes it and people change it. */
export async function readPackageWorkbook(parts: ReadonlyMap<string, ArchivedFile>): Promise<OpenedPackage> {
  const sheets = await readWorkbook(parts);
  const descriptor = readDescriptor(sheets);
  const tables = new Map<string, SheetTable>();
  const problems: Violation[] = [...descriptor.problems];
  for (const table of tableOrder) {
    const sheet = sheets.find(({ name }) => isNamed(name, table.name));
    if (sheet) tables.set(table.name, readTableSheet(table, sheet));
    else if (!table.optional) {
      const at = { sheet: table.name, cell: null };
      const place = { file: `${table.name}.csv`, row: null, column: null, value: '', at };
      problems.push({ ...place, code: 'sheet_missing', values: { sheet: table.name } });
    }
  }
  const texts: (readonly [name: string, text: string | null])[] = [
    ['datapackage.json', descriptor.text],
    ...[...tables].map(([name, { csv }]) => [`${name}.csv`, csv] as const),
  ];
  return {
    files: new Map(texts.flatMap(([name, text]) => (text === null ? [] : [[name, new TextEncoder().encode(text)]]))),
    problems: [...problems, ...[...tables.values()].flatMap((table) => table.problems)],
    remarks: [...[...tables.values()].flatMap(({ remarks }) => remarks), ...unread(sheets)],
    placed: (problem) => placeOf(problem, tables, descriptor),
  };
}

function isNamed(sheet: string, name: string): boolean {
  return sheet.trim().toLowerCase() === name;
}

/** Sheets that are neither a table nor ours, with something in them. */
function unread(sheets: readonly WorkbookSheet[]): readonly Remark[] {
  const ours = [...Object.values(sheetNames), ...tableOrder.map(({ name }) => name)];
  return sheets
    .filter(({ name, grid }) => grid.rows.length > 0 && !ours.some((known) => isNamed(name, known)))
    .map(({ name }) => ({ code: 'sheet_not_read', sheet: name }));
}

function placeOf(
  problem: Violation,
  tables: ReadonlyMap<string, SheetTable>,
  descriptor: ReadDescriptor,
): Violation | null {
  if (problem.file === 'datapackage.json') {
    if (descriptor.text === null) return null;
    if (descriptor.problems.some(({ column }) => column === problem.column)) return null;
    const row = descriptor.rows.get(problem.column ?? '');
    return { ...problem, at: { sheet: sheetNames.descriptor, cell: row === undefined ? null : `B${row}` } };
  }
  const name = problem.file.replace(/\.csv$/, '');
  const table = tables.get(name);
  if (!table || table.csv === null) return problem.code === 'file_missing' ? null : problem;
  const row = problem.row === null ? null : (table.rows[problem.row - 1] ?? problem.row);
  // Several columns are named together where a key is wrong: the first of them is shown.
  const column = problem.column?.split(', ')[0];
  if (row !== null && column !== undefined && table.isKnown(row, column)) return null;
  const at = column === undefined ? undefined : table.columns.get(column);
  const cell = row === null ? null : `${columnLetters(at ?? 0)}${row}`;
  const check = problem.check && checkWithRows(problem.check, table.rows);
  const place = { row, at: { sheet: table.sheet, cell }, ...(check ? { check } : {}) };
  return { ...problem, ...place, values: withRows(problem, table.rows) } as Violation;
}

/** A check whose observations have the rows of the sheet. */
function checkWithRows(check: Check, rows: readonly number[]): Check {
  const moved = <T>(part: T): T =>
    typeof part === 'object' && part !== null && 'row' in part ? { ...part, row: rows[Number(part.row) - 1] } : part;
  return Object.fromEntries(
    Object.entries(check).map(([name, part]) => [name, Array.isArray(part) ? part.map(moved) : moved(part)]),
  ) as unknown as Check;
}

/** The values of a problem with the rows of the sheet in place of those of the CSV file. */
function withRows({ values }: Violation, rows: readonly number[]): Readonly<Record<string, string | number>> {
  const rowOf = (row: number) => rows[row - 1] ?? row;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, string | number]) => {
      if (!rowValues.includes(name)) return [name, value];
      return [
        name,
        typeof value === 'number' ? rowOf(value) : value.replace(/\d+/g, (row) => String(rowOf(Number(row)))),
      ];
    }),
  );
}

/**
 * Everything that is wrong with an opened package, with its places in the workbook: what it was read with, and what the
 * checks say of the rest. `today` is the day after which nothing can be published.
 */
export function problemsOf(opened: OpenedPackage, today: string): readonly Violation[] {
  try {
    loadDataset(opened.files, today);
    return opened.problems;
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return [...opened.problems, ...inPlace(error, opened)];
  }
}

/** The problems of the files of a package at their places in what it was opened from. */
export function inPlace({ problems }: DatasetError, { placed }: OpenedPackage): readonly Violation[] {
  return problems.flatMap((problem) => placed(problem) ?? []);
}

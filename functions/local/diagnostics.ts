import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../cli/index.ts';
import { type Dataset, DatasetError, type Observation, type Violation } from '../dataset/index.ts';
import { rowLike } from './affected-pages.ts';
import { type DiagnosticCode, kindOf } from './diagnostic-code.ts';
import { cellsOf, type Excerpt, excerptOfTable, excerptOfText } from './excerpt.ts';

/** One thing that is wrong with a saved file, as the page shows it. */
export interface Diagnostic extends DiagnosticCode {
  readonly about: 'data' | 'template';
  /** The path in the project. */
  readonly file: string;
  /** Row of a table or line of a text; null when the whole file is meant. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly excerpt: Excerpt | null;
  /** The cells of the row by column; null in a text. */
  readonly cells: Readonly<Record<string, string>> | null;
}

/** Where the files are that a message names. */
export interface Places {
  readonly project: string;
  /** The folder of the Data Package. */
  readonly data: string;
  /** What people call that folder. */
  readonly dataName: string;
}

/** What is wrong, problem by problem. `good` is the dataset that served until now: what differs from it was changed. */
export async function diagnosticsOf(
  error: unknown,
  saved: string,
  places: Places,
  good: Dataset,
): Promise<readonly Diagnostic[]> {
  if (error instanceof DatasetError) {
    return Promise.all(error.problems.map((problem) => diagnosticOfData(problem, places, good)));
  }
  const lines = reasonOf(error).split(/\n(?=templates\/)/);
  return Promise.all(lines.map((line) => diagnosticOfText(line, saved, places)));
}

interface Focus extends Pick<Violation, 'row' | 'column' | 'value'> {
  /** The rows that it is compared with; its neighbours where there are none. */
  readonly beside?: readonly number[];
  readonly slots?: readonly string[];
}

async function diagnosticOfData(problem: Violation, places: Places, good: Dataset): Promise<Diagnostic> {
  const table = problem.file.replace(/\.csv$/, '');
  const text = await readFile(join(places.data, problem.file), 'utf8').catch(() => '');
  const { row, column, value, slots, beside } = inFocus(problem, table, text, good);
  return {
    about: 'data',
    ...kindOf(problem.expected),
    ...(slots ? { slots } : {}),
    file: `${places.dataName}/${problem.file}`,
    row,
    column,
    value,
    excerpt: row !== null && problem.file.endsWith('.csv') ? excerptOfTable(table, text, row, column, beside) : null,
    cells: row === null ? null : cellsOf(text, row),
  };
}

/**
 * The row to look at first. Where values of several rows disagree it is the one that was changed, if only one was; the
 * others stand beside it.
 */
function inFocus({ row, column, value, check }: Violation, table: string, text: string, good: Dataset): Focus {
  if (!check || !('turnover' in check)) return { row, column, value };
  const { exports, imports, turnover } = check;
  const all = [turnover, exports, imports];
  const wasChanged = (observation: Observation) => {
    const cells = cellsOf(text, observation.row);
    const before = good.rows[table]?.find(({ number }) => cells && number === rowLike(table, cells, good));
    return before?.cells.value !== cells?.value;
  };
  const changed = all.filter(wasChanged);
  const [only = turnover] = changed.length === 1 ? changed : [];
  const beside = all.filter((other) => other !== only).map((other) => other.row);
  const typed = cellsOf(text, only.row)?.value ?? String(only.value);
  return {
    row: only.row,
    column: 'value',
    value: typed,
    beside,
    ...(check.check === 'turnover' ? { slots: sumSlots(only, { exports, imports, turnover }) } : {}),
  };
}

/** What a part of the sum would have to be: the number, its margin, which part it is, and its decimals lost or not. */
function sumSlots(
  only: Observation,
  { exports, imports, turnover }: Readonly<Record<'exports' | 'imports' | 'turnover', Observation>>,
): readonly string[] {
  const [expected, others] =
    only === turnover
      ? [exports.value + imports.value, [exports, imports]]
      : [
          turnover.value - (only === exports ? imports : exports).value,
          [turnover, only === exports ? imports : exports],
        ];
  const decimals = Math.max(...others.map((other) => other.decimals));
  const margin = others.reduce((sum, other) => sum + 10 ** -other.decimals / 2, 0);
  const written = expected.toFixed(decimals);
  const lostPoint = written.replace('.', '') === String(only.value);
  return [written, margin.toFixed(decimals), only.flow, lostPoint ? 'lost-point' : '', String(only.row)];
}

async function diagnosticOfText(line: string, saved: string, { project }: Places): Promise<Diagnostic> {
  const match = /^(templates\/[^\s:]+)(?: (?:line|row) (\d+))?(?: column (\d+))?: ([\s\S]+)$/.exec(line);
  const [, file = saved, number, column, reason = line] = match ?? [];
  const row = number === undefined ? null : Number(number);
  const text = await readFile(join(project, file), 'utf8').catch(() => '');
  const { kind, slots } = kindOf(reason);
  const value = kind === 'helper' ? argumentAt(text, row, Number(column)) : kind === 'other' ? '' : (slots[0] ?? '');
  const names = kind === 'helper' || kind === 'unknown-name';
  return {
    about: 'template',
    kind,
    slots: names ? [value, slots[1] ?? '', nearestPath(value, text)] : slots,
    file,
    row,
    column: columnOf(text, row, value) ?? column ?? null,
    value,
    excerpt: row === null ? null : excerptOfText(text, row),
    cells: null,
  };
}

/** What stands after the name of a helper in a template: `trade.title` of `{{title trade.title}}`. */
function argumentAt(text: string, row: number | null, column: number): string {
  const line = row === null ? '' : (text.split('\n')[row - 1] ?? '');
  return /^\{+\w+ ([^\s}]+)/.exec(line.slice(Math.max(0, column - 1)))?.[1] ?? '';
}

/** The column in which a value stands in its line, counted from 1; null when it does not. */
function columnOf(text: string, row: number | null, value: string): string | null {
  const index = row === null || value === '' ? -1 : (text.split('\n')[row - 1]?.indexOf(value) ?? -1);
  return index < 0 ? null : String(index + 1);
}

/** The path with the name in it mended that no other place of the file has; empty when none is near. */
function nearestPath(path: string, text: string): string {
  const names = path.split('.');
  const near = names.map((name) => nearestName(name, text));
  if (near.every((name) => name === '')) return '';
  const wrong = near.findLastIndex((name) => name !== '');
  return names.map((name, index) => (index === wrong ? (near[index] ?? name) : name)).join('.');
}

function nearestName(name: string, text: string): string {
  const names = new Set([...text.matchAll(/\{\{[^}]*\}\}/g)].flatMap(([code]) => code.match(/[a-zA-Z]\w*/g) ?? []));
  if ([...text.matchAll(new RegExp(`\\b${name.replace(/\W/g, '')}\\b`, 'g'))].length > 1) return '';
  names.delete(name);
  const [nearest] = [...names]
    .map((other) => ({ other, steps: stepsBetween(name, other) }))
    .filter(({ steps }) => steps <= 2)
    .toSorted((a, b) => a.steps - b.steps);
  return nearest?.other ?? '';
}

/** How many letters must be put in, taken out or changed to make one word of another (Levenshtein). */
function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

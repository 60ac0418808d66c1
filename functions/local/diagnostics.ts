import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { reasonOf } from '../cli/index.ts';
import {
  type Dataset,
  DatasetError,
  type Observation,
  type Place,
  type Values,
  type Violation,
} from '../dataset/index.ts';
import { TemplateError } from '../document/index.ts';
import { BrandError, MessagesError } from '../renderer/index.ts';
import { rowLike } from './affected-pages.ts';
import { cellsOf, type Excerpt, excerptOfTable, excerptOfText } from './excerpt.ts';
import { nearestPath } from './nearest-path.ts';

/** One thing that is wrong with a saved file, as the page shows it. The file is its path in the project. */
export interface Diagnostic extends Place {
  readonly about: 'data' | 'template' | 'messages' | 'brand' | 'logo';
  /** The page has `problem.<code>.title`, `.expected` and, where there is a better one than the general, `.remedy`. */
  readonly code: string;
  readonly values: Values;
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

/** What is wrong, problem by problem. `good` is the last good dataset: what differs from it was changed. */
export function diagnosticsOf(
  error: unknown,
  saved: string,
  places: Places,
  good: Dataset,
): Promise<readonly Diagnostic[]> {
  if (error instanceof DatasetError) {
    return Promise.all(error.problems.map((problem) => diagnosticOfData(problem, places, good)));
  }
  const problems = problemsOf(error, saved, places);
  return Promise.all(problems.map((problem) => diagnosticOfFile(problem, places)));
}

type Problem = Place & Pick<Diagnostic, 'code' | 'values'>;

/** The problems of templates, messages and brands; a missing file; or the message of an unforeseen error. */
function problemsOf(error: unknown, saved: string, { project }: Places): readonly Problem[] {
  if (error instanceof TemplateError) return [{ ...error.problem, file: error.problem.file || saved }];
  if (error instanceof BrandError || error instanceof MessagesError) return error.problems;
  const place = { row: null, column: null, value: '' };
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error) {
    return [{ ...place, file: relative(project, String(error.path)), code: 'file_missing', values: {} }];
  }
  return [{ ...place, file: saved, code: 'other', values: { reason: reasonOf(error) } }];
}

function aboutOf(file: string): Diagnostic['about'] {
  if (file === 'templates/messages.csv') return 'messages';
  if (file.endsWith('.hbs')) return 'template';
  if (file.endsWith('.svg')) return 'logo';
  return file.startsWith('templates/brand/') ? 'brand' : 'data';
}

interface Focus extends Pick<Violation, 'row' | 'column' | 'value'> {
  /** The rows that it is compared with; its neighbours where there are none. */
  readonly beside?: readonly number[];
  /** Facts about that row, beside those about all rows. */
  readonly values?: Values;
}

async function diagnosticOfData(problem: Violation, places: Places, good: Dataset): Promise<Diagnostic> {
  const table = problem.file.replace(/\.csv$/, '');
  const text = await readFile(join(places.data, problem.file), 'utf8').catch(() => '');
  const { row, column, value, values, beside } = inFocus(problem, table, text, good);
  return {
    about: 'data',
    code: problem.code,
    values: { ...problem.values, ...values },
    file: `${places.dataName}/${problem.file}`,
    row,
    column,
    value,
    excerpt: row !== null && problem.file.endsWith('.csv') ? excerptOfTable(table, text, row, column, beside) : null,
    cells: row === null ? null : cellsOf(text, row),
  };
}

/**
 * The row to look at first. Where values of several rows disagree it is the one that was changed, if only one was, else
 * the one that the check names; the others stand beside it.
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
  const named = all.find((observation) => observation.row === row) ?? turnover;
  const [only = named] = changed.length === 1 ? changed : [];
  const beside = all.filter((other) => other !== only).map((other) => other.row);
  const typed = cellsOf(text, only.row)?.value ?? String(only.value);
  const sum = check.check === 'turnover' ? { values: sumValues(only, { exports, imports, turnover }) } : {};
  return { row: only.row, column: 'value', value: typed, beside, ...sum };
}

/** The value that a part of a sum would need: the number, its margin, which part, and whether decimals were lost. */
export function sumValues(
  only: Observation,
  { exports, imports, turnover }: Readonly<Record<'exports' | 'imports' | 'turnover', Observation>>,
): Values {
  const [expected, others] =
    only === turnover
      ? [exports.value + imports.value, [exports, imports]]
      : [
          turnover.value - (only === exports ? imports : exports).value,
          [turnover, only === exports ? imports : exports],
        ];
  const decimals = Math.max(...others.map((other) => other.decimals));
  const margin = others.reduce((sum, other) => sum + 10 ** -other.decimals / 2, 0);
  const number = expected.toFixed(decimals);
  const lost = number.replace('.', '') === String(only.value) ? 'yes' : 'no';
  return { number, margin: margin.toFixed(decimals), flow: only.flow, lost };
}

async function diagnosticOfFile(problem: Problem, { project }: Places): Promise<Diagnostic> {
  const { file, row, column, code, values } = problem;
  const text = await readFile(join(project, file), 'utf8').catch(() => '');
  const ofHelper = code === 'helper_needs' && problem.value === '';
  const value = ofHelper ? argumentAt(text, row, Number(column)) : problem.value;
  const near = code === 'helper_needs' || code === 'name_unknown' ? { near: nearestPath(value, text) ?? 'none' } : {};
  const isTable = file.endsWith('.csv');
  const excerpt =
    row === null ? null : isTable ? excerptOfTable('messages', text, row, column) : excerptOfText(text, row);
  return {
    about: aboutOf(file),
    code,
    values: { ...values, ...near },
    file,
    row,
    column: isTable ? column : (columnOf(text, row, value) ?? column),
    value,
    excerpt,
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

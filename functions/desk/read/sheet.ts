import type { ArchivedFile } from '../../archive/index.ts';
import { maximumBytes, maximumRows } from '../../dataset/index.ts';
import { columnLetters } from '../../workbook/index.ts';
import { FileError } from './file-error.ts';
import type { DateKind } from './number-formats.ts';
import { readPart } from './parts.ts';
import { readText } from './texts.ts';

/** What stands in a cell: a text, a number with what its format shows of a date, an error, or a formula without a value. */
export type Content = string | NumberContent | { readonly error: string } | { readonly formula: string };

/** A number in a cell. */
export interface NumberContent {
  readonly number: number;
  readonly date: DateKind | null;
}

/** A row in which something stands: its number, and its cells by their column, counted from 0. */
export interface GridRow {
  readonly number: number;
  readonly cells: readonly (Content | undefined)[];
  readonly isHidden: boolean;
}

/** A range of merged cells: columns counted from 0, rows from 1. */
export interface MergedRange {
  readonly range: string;
  readonly from: Address;
  readonly to: Address;
}

/** The place of a cell: the column counted from 0, the row from 1. */
export interface Address {
  readonly column: number;
  readonly row: number;
}

/** A sheet as it was read: the rows in which something stands, in their order. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly merged: readonly MergedRange[];
  /** Columns that are not shown, counted from 0. */
  readonly hiddenColumns: readonly number[];
  /** The first cell with something in it that is farther right or down than any table reaches. */
  readonly far: { readonly cell: string; readonly content: string } | null;
}

/** What sheets have in common. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateKinds: readonly (DateKind | null)[];
  /** Days to add to the dates of a workbook that counts them from 1904. */
  readonly dayShift: number;
}

/** How far cells are read: more rows than a table may have, so that too many are told as such. */
const reach = { rows: maximumRows + 100, columns: 40 } as const;

/** The most cells of a sheet: 50,000 rows of the widest table have 750,000. */
const mostCells = 800_000;

/** The most ranges of merged cells, of which a table has none. */
const mostMerged = 10_000;

/** Reads a sheet. Throws a {@link FileError} when it holds more than any table can. */
export async function readSheet(file: ArchivedFile, part: string, context: SheetContext): Promise<Grid> {
  const rows: GridRow[] = [];
  const merged: MergedRange[] = [];
  const hiddenColumns = new Set<number>();
  let far: Grid['far'] = null;
  let [count, characters] = [0, 0];
  let row = { number: 0, cells: [] as (Content | undefined)[], isHidden: false };
  let column = -1;
  let cell: CellText | null = null;
  let into: 'value' | 'formula' | 'inline' | null = null;
  let isAid = false;

  const keep = (content: Content) => {
    if (!(column >= 0 && row.number >= 1)) throw new FileError({ code: 'file_damaged', value: part, values: {} });
    if (column >= reach.columns || row.number > reach.rows) {
      far ??= { cell: `${columnLetters(column)}${row.number}`, content: shownOf(content) };
      return;
    }
    count += 1;
    characters += typeof content === 'string' ? content.length : 0;
    if (count > mostCells) throw tooMany(mostCells);
    if (characters > maximumBytes) throw tooLarge(part);
    row.cells[column] = content;
  };
  await readPart(file, part, {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = attributes.r === undefined ? row.number + 1 : Number(attributes.r);
        row = { number, cells: [], isHidden: isTrue(attributes.hidden) };
        column = -1;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : addressOf(attributes.r).column;
        cell = {
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: null,
          formula: null,
          inline: null,
        };
      } else if (cell && name === 'v') [into, cell.value] = ['value', ''];
      else if (cell && name === 'f') [into, cell.formula] = ['formula', ''];
      else if (cell && name === 'is') cell.inline = '';
      else if (cell && name === 't' && !isAid) into = 'inline';
      else if (name === 'rPh') isAid = true;
      else if (name === 'mergeCell') merged.push(mergedRange(attributes.ref ?? ''));
      else if (name === 'col' && isTrue(attributes.hidden)) {
        const last = Math.min(Number(attributes.max), reach.columns);
        for (let at = Number(attributes.min); at <= last; at += 1) hiddenColumns.add(at - 1);
      }
      if (merged.length > mostMerged) throw tooMany(mostMerged);
    },
    text: (text) => {
      if (!cell || !into) return;
      const before = cell[into] ?? '';
      if (before.length > maximumBytes) throw tooLarge(part);
      cell[into] = before + text;
    },
    close: (name) => {
      if (name === 'c' && cell) {
        const content = contentOf(cell, context);
        if (content !== null && content !== '') keep(content);
        cell = null;
      } else if (name === 'row' && row.cells.length > 0) rows.push(row);
      if (name === 'rPh') isAid = false;
      if (name === 'v' || name === 'f' || name === 't' || name === 'c') into = null;
    },
  });
  return { rows, merged, hiddenColumns: [...hiddenColumns], far };
}

/** The texts of a cell while it is read. */
interface CellText {
  readonly type: string;
  readonly style: number;
  value: string | null;
  formula: string | null;
  inline: string | null;
}

function contentOf(cell: CellText, { strings, dateKinds, dayShift }: SheetContext): Content | null {
  const { type, style, value, formula, inline } = cell;
  if (type === 'inlineStr') return readText(inline ?? '');
  if (formula !== null && (value === null || (value === '' && type !== 'str'))) return { formula: `=${formula}` };
  if (value === null || value === '') return null;
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'str') return readText(value);
  if (type === 'e') return { error: value };
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'd') return { number: dayNumber(value), date: 'day' };
  const date = dateKinds[style] ?? null;
  const number = Number(value);
  if (Number.isNaN(number)) return readText(value);
  return { number: date === null ? number : number + dayShift, date };
}

/** The day that workbooks count from, so that 1 March 1900 is 61 (they take 1900 for a leap year). */
const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** The number of a day in a workbook. */
function dayNumber(iso: string): number {
  return (Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - dayZero) / dayLength;
}

/** The day of a number in a workbook, as `2021-06-01`. */
export function dayOf(number: number): string {
  return new Date(dayZero + Math.floor(number) * dayLength).toISOString().slice(0, 10);
}

/** A content as a reader sees it, for a message. */
export function shownOf(content: Content): string {
  if (typeof content === 'string') return content;
  if ('error' in content) return content.error;
  return 'formula' in content ? content.formula : numberText(content.number);
}

/** A number in the fifteen digits that spreadsheets show: the sixteenth of a binary fraction is an accident. */
export function numberText(number: number): string {
  return String(Number(number.toPrecision(15)));
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** The place that a cell has, from its name: `F12`. */
export function addressOf(name: string): Address {
  let column = 0;
  let at = 0;
  for (; at < name.length && name.charCodeAt(at) >= 65 && at < 3; at += 1) {
    column = column * 26 + name.charCodeAt(at) - 64;
  }
  return { column: column - 1, row: Number(name.slice(at)) };
}

function mergedRange(range: string): MergedRange {
  const [from = '', to = from] = range.split(':');
  return { range, from: addressOf(from), to: addressOf(to) };
}

function tooMany(maximum: number): FileError {
  return new FileError({ code: 'too_many_cells', value: '', values: { maximum } });
}

function tooLarge(part: string): FileError {
  return new FileError({ code: 'file_too_large', value: part, values: { maximum: maximumBytes } });
}

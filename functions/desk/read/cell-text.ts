import type { Field, ViolationCode } from '../../dataset/index.ts';
import type { DateKind } from './number-formats.ts';
import { type Content, dayOf, type NumberContent, shownOf } from './sheet.ts';

/** The text that a cell stands for in a CSV file, and what keeps it from having one. */
export interface ReadCell {
  readonly text: string;
  readonly problem: CellProblem | null;
}

/** What only a cell of a workbook can have. */
export type CellProblem =
  | { readonly code: Extract<ViolationCode, 'cell_error' | 'no_stored_value'>; readonly values: Record<never, never> }
  | { readonly code: Extract<ViolationCode, 'date' | 'date_of_number'>; readonly values: { readonly example: string } };

/** Columns of dates and periods, in which a spreadsheet makes a date of a month. */
const dated: readonly string[] = ['time_period', 'published'];

/**
 * Reads a cell as a person would: `2 467,8` is a number, a whole day in a column of days is that day. A date where none
 * can have been typed is refused, for what was typed is not known for certain. `decimals` are those that the row says
 * its value has, so that 125 is read as 125.0; null where it says none.
 */
export function readCell(content: Content | undefined, { name, type }: Field, decimals: number | null): ReadCell {
  if (content === undefined) return well('');
  const shown = shownOf(content);
  if (typeof content === 'string') {
    if (dated.includes(name) && isSerial(content)) return date(name, Number(content), null, content);
    return well(type === 'string' ? content : plainNumber(content));
  }
  if ('error' in content) return { text: shown, problem: { code: 'cell_error', values: {} } };
  if ('formula' in content) return { text: shown, problem: { code: 'no_stored_value', values: {} } };
  if (type !== 'string' && content.date !== null) return dateOfNumber(content);
  if (content.date !== null || (dated.includes(name) && isSerial(shown))) {
    return date(name, content.number, content.date, shown);
  }
  return well(name === 'value' ? withDecimals(shown, decimals) : shown);
}

function well(text: string): ReadCell {
  return { text, problem: null };
}

/** Whether a text is the number of a day from 1954 to 2119, which no year or period can be. */
function isSerial(text: string): boolean {
  return /^[2-7]\d{4}$/.test(text);
}

/** A date in a column of text: the day itself where a day may stand and is shown, else a problem. */
function date(name: string, number: number, kind: DateKind | null, shown: string): ReadCell {
  const day = dayOf(number);
  if (name === 'published' && kind === 'day') return well(day);
  const example = name === 'time_period' || kind === 'month' ? day.slice(0, 7) : day;
  return { text: kind === null ? shown : day, problem: { code: 'date', values: { example } } };
}

/** A date in a column of numbers: `1.5` became the first of May, `1.52` the January of 1952. */
function dateOfNumber({ number, date: kind }: NumberContent): ReadCell {
  const text = dayOf(number);
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const example = kind === 'month' ? `${month}.${String(year).slice(2)}` : `${day}.${month}`;
  return { text, problem: { code: 'date_of_number', values: { example } } };
}

/** Digits in groups of three, as Russian and Belarusian texts write them. */
const grouped = /^-?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/;

/**
 * A number in the form of our CSV files, where it is written as in Russian: with spaces between groups of digits, with a
 * decimal comma, with a minus sign. `1,234` stays as it is, because it may be a thousand in English.
 */
function plainNumber(text: string): string {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  if (grouped.test(trimmed)) return trimmed.replace(/[ \u00a0\u202f]/g, '').replace(',', '.');
  const isDecimal = /^-?\d+,\d+$/.test(trimmed) && !/^-?[1-9]\d{0,2},\d{3}$/.test(trimmed);
  return isDecimal ? trimmed.replace(',', '.') : trimmed;
}

/** A number with zeros up to the decimals that it was printed with. */
function withDecimals(text: string, decimals: number | null): string {
  const found = text.split('.')[1]?.length ?? 0;
  if (decimals === null || found >= decimals || !/^-?\d+(\.\d+)?$/.test(text)) return text;
  return `${text}${found === 0 ? '.' : ''}${'0'.repeat(decimals - found)}`;
}

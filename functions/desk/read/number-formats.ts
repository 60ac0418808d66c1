import type { ArchivedFile } from '../../archive/index.ts';
import { FileError } from './file-error.ts';
import { readPart } from './parts.ts';

/**
 * What a format shows of a date: the whole day, a day without its year, a month with its year, or nothing that we could
 * take for one (a time).
 */
export type DateKind = 'day' | 'day_month' | 'month' | 'time';

/** The built-in formats of dates and times (ECMA-376-1, 18.8.30), those of East Asia among them. */
const builtIn = new Map<number, DateKind>([
  ...[14, 15, 22, 27, 30, 36, 50, 57].map((id) => [id, 'day'] as const),
  ...[28, 29, 31, 51, 52, 53, 54, 55, 56, 58].map((id) => [id, 'day'] as const),
  [16, 'day_month'],
  [17, 'month'],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id) => [id, 'time'] as const),
]);

/** The most formats of cells that Excel itself has in a workbook (Excel specifications and limits). */
const mostFormats = 65_490;

/** What each format of cells of a workbook shows of a date, by its place; null for what is no date. */
export async function readDateKinds(file: ArchivedFile, part: string): Promise<readonly (DateKind | null)[]> {
  const own = new Map<number, DateKind | null>();
  const kinds: (DateKind | null)[] = [];
  let isInCells = false;
  await readPart(file, part, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt') own.set(Number(numFmtId), dateKindOf(formatCode ?? ''));
      const id = Number(numFmtId ?? 0);
      if (name === 'xf' && isInCells) kinds.push(own.get(id) ?? builtIn.get(id) ?? null);
      if (kinds.length > mostFormats || own.size > mostFormats) {
        throw new FileError({ code: 'file_damaged', value: part, values: {} });
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return kinds;
}

/** What a format code shows of a date. Texts, colours and conditions in it say nothing. */
export function dateKindOf(code: string): DateKind | null {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase()
    .split(';');
  if (first.includes('general')) return null;
  const [day, month, year] = ['d', 'm', 'y'].map((letter) => first.includes(letter));
  if (/[hs]/.test(first) && !day && !year) return 'time';
  if (day) return year ? 'day' : 'day_month';
  if (month || year) return 'month';
  return null;
}

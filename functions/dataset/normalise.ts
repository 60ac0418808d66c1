import type { PackageFiles } from './dataset.ts';

/** No table of ours comes near this size; a larger file is a mistake that would exhaust the memory. */
export const maximumBytes = 20_000_000;

/**
 * The most rows of a table. Fifteen years of monthly bulletins with 30 goods and 30 regions have 17,000. Reading and
 * checking as many as this takes a cold start some two seconds and 200 MB, which the functions have.
 */
export const maximumRows = 50_000;

/** Invisible characters that no text needs: soft hyphens, zero-width spaces and joiners, direction marks. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Spaces of other widths, as typesetters and spreadsheets leave them: the non-breaking ones, and the rest. */
const fixedSpaces = /[\u2007\u202f]/g;
const otherSpaces = /[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g;

/**
 * Text as we keep, compare and print it: in Unicode's form NFC, with LF line ends and no invisible characters. A letter
 * and the accent after it become one; the letter apostrophe becomes the apostrophe that our texts have, and a hyphen
 * that does not break becomes a plain one. The order of words and every visible mark stay.
 */
export function normalise(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(unseen, '')
    .replace(fixedSpaces, '\u00a0')
    .replace(otherSpaces, ' ')
    .replaceAll('\u02bc', '’')
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC');
}

/** The text of a file, without the byte order mark that spreadsheets put before it; null when it is not UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The files of a package with their text normalised, so that their digest does not depend on how they were saved.
 * A file that is already normalised keeps its bytes, and so does one that is not text.
 */
export function normalisePackage(files: PackageFiles): PackageFiles {
  return new Map([...files].map(([name, bytes]) => [name, normaliseFile(name, bytes)]));
}

function normaliseFile(name: string, bytes: Uint8Array): Uint8Array {
  const text = bytes.length > maximumBytes ? null : decode(bytes);
  if (text === null) return bytes;
  const normalised = normalise(text);
  const isTable = name.endsWith('.csv');
  return new TextEncoder().encode(isTable ? withoutEmptyRows(withoutSeparatorLine(normalised)) : normalised);
}

/** A table without the line that tells Excel its separator, `sep=,`, which Excel itself does not show as a row. */
function withoutSeparatorLine(csv: string): string {
  return csv.replace(/^"?sep=."?\n/i, '');
}

/** A table that ends with one line feed: programs leave none there, empty lines, or rows of nothing but commas. */
function withoutEmptyRows(csv: string): string {
  let end = csv.length;
  while (end > 0 && (csv[end - 1] === '\n' || csv[end - 1] === ',')) end -= 1;
  const rowEnd = csv.indexOf('\n', end);
  return csv === '' ? csv : `${rowEnd < 0 ? csv : csv.slice(0, rowEnd)}\n`;
}

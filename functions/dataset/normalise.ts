import type { PackageFiles } from './dataset.ts';

/** No table of ours comes near this; a file beyond it is a mistake that would only exhaust the memory. */
export const maximumBytes = 20_000_000;

/** Characters that nobody sees and no line needs: soft hyphens, zero-width spaces and joiners, marks of direction. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Spaces of other widths, as typesetters and spreadsheets leave them: those that hold words together, and the rest. */
const fixedSpaces = /[\u2007\u202f]/g;
const otherSpaces = /[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g;

/**
 * Text as we keep, compare and print it: in Unicode's form NFC, lines ended by LF, without what nobody sees. A letter
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
 * The files of a package with their text normalised, so that a digest is of what is read and not of how it was saved.
 * A file that is already so keeps its bytes, and so does one that is not text.
 */
export function normalisePackage(files: PackageFiles): PackageFiles {
  return new Map([...files].map(([name, bytes]) => [name, normaliseFile(bytes)]));
}

function normaliseFile(bytes: Uint8Array): Uint8Array {
  const text = bytes.length > maximumBytes ? null : decode(bytes);
  return text === null ? bytes : new TextEncoder().encode(normalise(text));
}

import type { ArchivedFile } from '../../archive/index.ts';
import { maximumBytes } from '../../dataset/index.ts';
import { FileError } from './file-error.ts';
import { readPart } from './parts.ts';

/** A text of a workbook, in which `_x000A_` stands for a character (ECMA-376-1, 22.9.2.19). */
export function readText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * Reads the texts that the cells of a workbook share, each as one text whatever its parts look like, without the reading
 * aids of East Asia. Throws a {@link FileError} when they are longer than all tables of a package may be.
 */
export async function readStrings(file: ArchivedFile, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let [text, length] = ['', 0];
  let [isText, isAid] = [false, false];
  await readPart(file, part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isAid = true;
      isText = name === 't' && !isAid;
    },
    text: (piece) => {
      if (!isText) return;
      length += piece.length;
      if (length > maximumBytes) throw tooLarge(part);
      text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isAid = false;
      if (name === 'si') strings.push(readText(text));
      if (strings.length > maximumBytes / 10) throw tooLarge(part);
    },
  });
  return strings;
}

function tooLarge(part: string): FileError {
  return new FileError({ code: 'file_too_large', value: part, values: { maximum: maximumBytes } });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { type FaceName, faceNames } from '../../functions/drawing/index.ts';
import type { FontOf } from './svg.ts';

/** The family names and weights inside the font files, by which Typst finds typefaces. */
export async function namesIn(folder: string): Promise<FontOf> {
  const names = new Map<FaceName, ReturnType<FontOf>>();
  for (const face of faceNames) {
    const font = create(await readFile(join(folder, `${face}.ttf`))) as Font;
    const { usWeightClass: weight } = font['OS/2'];
    const name = font.familyName.replace(/ (Medium|SemiBold)$/, '');
    names.set(face, { family: name, weight });
  }
  return (face) => {
    const name = names.get(face);
    if (!name) throw new Error(`${folder} has no file of the face ${face}`);
    return name;
  };
}

import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { type FaceName, faceNames } from '../pdf/index.ts';
import { repertoire } from './repertoire.ts';

/**
 * Reads the faces of a brand from their packages and cuts them to what we print, with their kerning and without
 * their hinting. Sixteen zero bytes follow each: fontkit reads past the last glyph of a font that ends with an empty
 * one (foliojs/fontkit #378).
 */
export async function subsetFonts(
  files: Readonly<Record<FaceName, string>>,
): Promise<Readonly<Record<FaceName, Uint8Array>>> {
  const entries = await Promise.all(faceNames.map(async (name) => [name, await subsetFace(files[name])] as const));
  return Object.fromEntries(entries) as Readonly<Record<FaceName, Uint8Array>>;
}

async function subsetFace(file: string): Promise<Uint8Array> {
  const bytes = await readFile(new URL(import.meta.resolve(file)));
  const subset = await subsetFont(bytes, repertoire, {
    targetFormat: 'truetype',
    keepFeatures: ['kern'],
    noHinting: true,
  } as Parameters<typeof subsetFont>[2]);
  return Buffer.concat([subset, Buffer.alloc(16)]);
}

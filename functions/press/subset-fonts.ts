import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { type FaceName, type FaceParts, FontFile, faceNames, readKerning } from '../pdf/index.ts';
import { repertoire } from './repertoire.ts';

/** Reads the faces of a brand from their packages and cuts them to what we print, with their kerning and unhinted. */
export async function subsetFonts(
  files: Readonly<Record<FaceName, string>>,
): Promise<Readonly<Record<FaceName, FaceParts>>> {
  const entries = await Promise.all(
    faceNames.map(async (name) => [name, await subsetFace(name, files[name])] as const),
  );
  return Object.fromEntries(entries) as Readonly<Record<FaceName, FaceParts>>;
}

async function subsetFace(name: FaceName, file: string): Promise<FaceParts> {
  const bytes = await readFile(new URL(import.meta.resolve(file)));
  const subset = await subsetFont(bytes, repertoire, {
    targetFormat: 'truetype',
    keepFeatures: ['kern'],
    noHinting: true,
  } as Parameters<typeof subsetFont>[2]);
  return { bytes: subset, kerning: readKerning(new FontFile(name, subset)) };
}

import { readFile } from 'node:fs/promises';
import { repertoire } from '../dataset/index.ts';
import { type FaceName, type FaceParts, FontFile, faceNames, readKerning } from '../drawing/index.ts';
import { keptSubset } from './subset-cache.ts';

/** Reads the faces of a brand from their packages and subsets them to our repertoire: with kerning, without hints. */
export async function subsetFonts(
  files: Readonly<Record<FaceName, string>>,
): Promise<Readonly<Record<FaceName, FaceParts>>> {
  const entries = await Promise.all(
    faceNames.map(async (name) => [name, await subsetFace(name, files[name])] as const),
  );
  return Object.fromEntries(entries) as Readonly<Record<FaceName, FaceParts>>;
}

/** The font file of a face without its kerning, which was already read. The glyphs keep their numbers. */
export function withoutKerning({ bytes }: FaceParts): Promise<Uint8Array> {
  return subset(bytes, []);
}

async function subsetFace(name: FaceName, file: string): Promise<FaceParts> {
  const bytes = await subset(await readFile(new URL(import.meta.resolve(file))), ['kern']);
  return { bytes, kerning: readKerning(new FontFile(name, bytes)) };
}

function subset(bytes: Uint8Array, keepFeatures: readonly string[]): Promise<Uint8Array> {
  const options = { targetFormat: 'truetype', keepFeatures, noHinting: true };
  return keptSubset([bytes, repertoire, JSON.stringify(options)], async () => {
    // Loaded only when a font is subset, because it brings HarfBuzz.
    const { default: subsetFont } = await import('subset-font');
    return subsetFont(Buffer.from(bytes), repertoire, options as Parameters<typeof subsetFont>[2]);
  });
}

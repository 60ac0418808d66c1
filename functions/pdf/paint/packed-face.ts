import { deflateSync } from 'node:zlib';
import type { FontFile } from '../../drawing/index.ts';
import { decimal as n } from './pdf-values.ts';
import { subsetFont } from './subset-font.ts';

/** The subset of a face that a document embeds. */
export interface PackedFace {
  /** Its font file, compressed, and the length of that file before compression. */
  readonly packed: Uint8Array;
  readonly length: number;
  /** The widths of its glyphs, in PDF syntax. */
  readonly widths: string;
}

/** How many subsets of one face are cached: a few for each language. */
const maxRemembered = 8;

const remembered = new WeakMap<FontFile, Map<string, PackedFace>>();

/**
 * The subset of a face with some glyphs, given in the order of their numbers. Editions in one language need the same
 * glyphs of most faces, so recent subsets are cached.
 */
export function packedFace(font: FontFile, glyphs: readonly number[]): PackedFace {
  const parts = remembered.get(font) ?? new Map<string, PackedFace>();
  remembered.set(font, parts);
  const key = String.fromCharCode(...glyphs);
  const part = parts.get(key) ?? packFace(font, glyphs);
  parts.delete(key);
  parts.set(key, part);
  const [oldest] = parts.keys();
  if (parts.size > maxRemembered && oldest !== undefined) parts.delete(oldest);
  return part;
}

function packFace(font: FontFile, glyphs: readonly number[]): PackedFace {
  const bytes = subsetFont(font, new Set(glyphs));
  return { packed: deflateSync(bytes), length: bytes.length, widths: widthsOf(font, glyphs) };
}

/** The widths of glyphs in PDF syntax: for each run of consecutive glyphs, the number of the first and their widths. */
function widthsOf(font: FontFile, glyphs: readonly number[]): string {
  const scale = 1000 / font.unitsPerEm;
  let [written, last] = ['', -1];
  for (const glyph of glyphs) {
    const begin = glyph === last + 1 && last >= 0 ? ' ' : `${last < 0 ? '' : ']'}${glyph}[`;
    written += `${begin}${n(font.advanceOf(glyph) * scale)}`;
    last = glyph;
  }
  return `${written}]`;
}

import { expect, it } from 'vitest';
import { loadBrand } from '../../../functions/assets/from-files.ts';
import { subsetFonts } from '../../../functions/assets/subset-fonts.ts';
import { FontFile } from '../../../functions/drawing/text/font-file.ts';
import { packedFace } from '../../../functions/pdf/paint/packed-face.ts';

const { sansMedium } = await subsetFonts(loadBrand('default').fontFiles);
const open = () => new FontFile('sansMedium', sansMedium.bytes);
const sets = Array.from({ length: 20 }, (_, index) => [0, 3 + index, 30 + index]);

it('a cached subset of a face equals a new one, whatever was subset in between', () => {
  const font = open();
  const first = packedFace(font, [0, 5, 9]);
  expect(packedFace(font, [0, 5, 9])).toBe(first);
  for (const glyphs of sets) packedFace(font, glyphs);
  const again = packedFace(font, [0, 5, 9]);
  expect(again).not.toBe(first);
  expect(again).toEqual(packedFace(open(), [0, 5, 9]));
});

it('subsets with different glyphs are not confused', () => {
  const font = open();
  const parts = sets.map((glyphs) => packedFace(font, glyphs));
  expect(parts).toEqual(sets.map((glyphs) => packedFace(open(), glyphs)));
  expect(new Set(parts.map(({ packed }) => Buffer.from(packed).toString('base64'))).size).toBe(sets.length);
});

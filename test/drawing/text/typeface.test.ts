import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { brandNames, loadBrand } from '../../../functions/assets/from-files.ts';
import { subsetFonts } from '../../../functions/assets/subset-fonts.ts';
import { alphabets } from '../../../functions/dataset/repertoire.ts';
import { faceNames, openTypeface } from '../../../functions/drawing/text/typeface.ts';

/** Every character that we typeset, once. Soft hyphens are removed from data: fontkit gives them no glyph. */
const characters = [...new Set([...alphabets.values()].join('').replace('\u00ad', ''))];

/**
 * One word per character, with that character on both sides of every other. The Catalan l·l is left out because its
 * kerning is contextual.
 */
const words = characters.map((one) => {
  const others = characters.filter((other) => other !== '·' || !/l/i.test(one));
  return others.map((other) => one + other).join('');
});

describe.each(brandNames())('the faces of the brand %s', async (brand) => {
  const faces = await subsetFonts(loadBrand(brand).fontFiles);

  it.each(faceNames)('set every pair of characters in %s as fontkit does', (name) => {
    const { bytes } = faces[name];
    const face = openTypeface(name, faces[name]);
    const font = create(Buffer.from(bytes)) as Font;
    const unlike = words.filter((word) => face.run(word).codes !== codesOf(font, word));
    expect(unlike).toEqual([]);
  });
});

it('a word with a missing glyph is refused with the face and the character', async () => {
  const { sansMedium } = await subsetFonts(loadBrand('default').fontFiles);
  expect(() => openTypeface('sansMedium', sansMedium).run('5 ☃')).toThrow(
    '"5 ☃": the face IBMPlexSans-Medium has no glyph for "☃" (U+2603); use another character',
  );
});

it('a font without outlines is refused with the face and the table', async () => {
  const { sansMedium } = await subsetFonts(loadBrand('default').fontFiles);
  const bytes = Buffer.from(sansMedium.bytes);
  bytes.write('glyX', bytes.indexOf('glyf'), 'latin1');
  const face = openTypeface('sansMedium', { ...sansMedium, bytes });
  expect(() => face.font.outlineOf(1)).toThrow('sansMedium: its font has no table "glyf"; use a TrueType font');
});

/** The glyph codes and kerning that fontkit gives for a word, in our format. */
function codesOf(font: Font, word: string): string {
  const { glyphs, positions } = font.layout(word);
  const codes = glyphs.map(({ id, advanceWidth }, index) => {
    const kern = advanceWidth - (positions[index]?.xAdvance ?? advanceWidth);
    const code = Buffer.from([id >> 8, id & 0xff]).toString('latin1');
    return code.replace(/[()\\]/g, '\\$&').replace('\r', '\\r') + (kern === 0 ? '' : `)${kern}(`);
  });
  return codes.join('');
}

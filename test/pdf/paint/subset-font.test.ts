import { create, type Font } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBrand } from '../../../functions/assets/from-files.ts';
import { subsetFonts } from '../../../functions/assets/subset-fonts.ts';
import { openTypeface } from '../../../functions/drawing/text/typeface.ts';
import { subsetFont } from '../../../functions/pdf/paint/subset-font.ts';

/** Simple letters, letters that the font composes with an accent or breve, and a space. */
const letters = 'AgЖ йЎёÉñ';

describe.each(['serifRegular', 'sansStrong'] as const)('a subset of %s', (name) => {
  let whole: Font;
  let part: Font;
  let kept: ReadonlySet<number>;
  beforeAll(async () => {
    const faces = await subsetFonts(loadBrand('default').fontFiles);
    const face = openTypeface(name, faces[name]);
    kept = new Set(face.run(letters).glyphs);
    whole = create(Buffer.from(faces[name].bytes)) as Font;
    part = create(Buffer.from(subsetFont(face.font, kept))) as Font;
  });

  it('draws the requested glyphs under their numbers with their widths', () => {
    for (const glyph of kept) {
      expect(part.getGlyph(glyph).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG());
      expect(part.getGlyph(glyph).advanceWidth).toBe(whole.getGlyph(glyph).advanceWidth);
    }
  });

  it('keeps the components of a glyph and nothing else', () => {
    const drawn = Array.from({ length: part.numGlyphs }, (_, glyph) => glyph).filter(
      (glyph) => part.getGlyph(glyph).path.commands.length > 0,
    );
    expect(drawn.length).toBeGreaterThan(kept.size);
    expect(drawn.length).toBeLessThan(kept.size + 12);
  });

  it('is a fraction of the whole font', () => {
    expect(part.numGlyphs).toBeLessThanOrEqual(whole.numGlyphs);
  });
});

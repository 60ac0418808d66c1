import { describe, expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import { chartMarks, openTypefaces } from '../../functions/drawing/index.ts';
import { wordsOf } from '../words.ts';

const brand = loadBrand('default');
const palette = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: { land: [], countries: [] } as never,
};

const names = ['date', 'year', 'period', 'about', 'more_than', 'nearly', 'joined'] as const;

describe('the key to marks in time', () => {
  it.each([
    ['en', 420],
    ['en', 500],
    ['en', 191],
    ['ru', 420],
    ['be', 420],
  ] as const)('keeps each mark clear of the word before it: %s, %d points wide', (language, width) => {
    const words = Object.fromEntries(
      names.map((name) => [name, wordsOf[language].message(`dev.key.${name}`)]),
    ) as Record<(typeof names)[number], string>;
    const frame = { x: 0, y: 40, width, foot: null, squeeze: null };
    const { marks } = chartMarks({ kind: 'time-key', words, alt: 'Key' }, frame, palette);
    const texts = marks.flatMap((mark) => (mark.mark === 'text' ? [mark] : []));
    expect(texts).toHaveLength(names.length);
    for (const [index, text] of texts.entries()) {
      const next = texts[index + 1];
      expect(text.x + text.width).toBeLessThanOrEqual(width + 0.1);
      // The widest mark with the room before its word is 18 points.
      if (next?.y === text.y)
        expect(next.x - 18 - (text.x + text.width), 'see least in time-key.ts').toBeGreaterThan(0);
    }
  });
});

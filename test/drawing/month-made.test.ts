import { describe, expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { MonthMade } from '../../functions/document/index.ts';
import { chartMarks, openTypefaces } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const palette = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: { land: [], countries: [] } as never,
};

const chart = (after: readonly string[], before: readonly string[]): MonthMade => {
  const bar = ([name = '', under = '']: readonly string[], value: number) => ({
    name,
    under,
    value,
    label: `${value}`,
  });
  return {
    kind: 'month-made',
    shows: [],
    tone: 'exports',
    bars: [bar(after, 1750.2), bar(before, 1554.2)],
    difference: {
      name: 'September',
      under: 'the difference',
      label: { text: '196.0', calculated: true },
      margin: '±0.10',
    },
    alt: 'How a month is made',
  };
};

describe('how a single month is made', () => {
  it.each([
    ['January–September', 'published 15 November 2026', 'January–August', 'published 15 October 2026'],
    [
      'студзень–верасень',
      'апублікавана 15 лістапада 2026 г.',
      'студзень–жнівень',
      'апублікавана 15 кастрычніка 2026 г.',
    ],
    ['январь–сентябрь', 'опубликовано 15 ноября 2026 г.', 'январь–август', 'опубликовано 15 октября 2026 г.'],
  ])('is told left of its bars: %s, %s', (name, under, nameBefore, underBefore) => {
    const frame = { x: 48, y: 240, width: 285.83, foot: null, squeeze: null };
    const { marks } = chartMarks(chart([name, under], [nameBefore, underBefore]), frame, palette);
    const bars = marks.flatMap((mark) => (mark.mark === 'rect' ? [mark.x] : []));
    const told = marks.flatMap((mark) => (mark.mark === 'text' && mark.x === frame.x ? [mark.x + mark.width] : []));
    expect(told).toHaveLength(6);
    expect(Math.min(...bars) - Math.max(...told), 'see indent in month-made.ts').toBeGreaterThan(6);
    const right = Math.max(...marks.map((mark) => ('width' in mark && 'x' in mark ? mark.x + mark.width : 0)));
    expect(right).toBeLessThanOrEqual(frame.x + frame.width);
  });
});

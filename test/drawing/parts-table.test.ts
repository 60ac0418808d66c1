import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { makeOutlines } from '../../functions/assets/make-outlines.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { PartRow, PartsTable } from '../../functions/document/index.ts';
import { chartMarks, openTypefaces } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const palette = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: makeOutlines(),
};
const frame = { x: 48, y: 240, width: 499.28, foot: null, squeeze: null };
const label = (text: string, calculated = true) => ({ text, calculated });

const row = (value: number, base: number | null): PartRow => ({
  kind: 'part',
  name: 'Screws, bolts, nuts and similar fasteners of iron',
  code: '7318',
  value,
  label: label(value.toFixed(1), false),
  base,
  change: label('+123.4%'),
  difference: base === null ? null : { value: value - base, label: label((value - base).toFixed(1)) },
  contribution: label('+12.3'),
  share: label('12.3%'),
  figures: [],
});

const heads = { name: 'Heading', code: 'HS', value: 'USD million', change: 'y/y' };
const chart = (rows: readonly PartRow[], compares: boolean): PartsTable => ({
  kind: 'parts-table',
  shows: [],
  tone: 'imports',
  alt: 'A table with bars',
  heads: { ...heads, difference: 'Change, USD million', contribution: 'Contribution', share: 'Share' },
  points: 'pp',
  compares,
  rows,
  rowsOfPage: rows.length,
});

it('bars and labels stay in their columns, whatever rises and falls', () => {
  const amount = fc.oneof(fc.double({ min: 0, max: 9999.9, noNaN: true }), fc.constant(0));
  const rows = fc.array(fc.tuple(amount, fc.option(amount)), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(rows, fc.boolean(), (values, compares) => {
      const drawn = chartMarks(
        chart(
          values.map(([value, base]) => row(value, base)),
          compares,
        ),
        frame,
        palette,
      );
      const boxes = drawn.marks.flatMap((mark) => {
        if (mark.mark === 'text') return [{ left: mark.x, right: mark.x + mark.width, y: mark.y, text: true }];
        return mark.mark === 'rect' ? [{ left: mark.x, right: mark.x + mark.width, y: mark.y + 8, text: false }] : [];
      });
      for (const { left, right } of boxes) {
        expect(left).toBeGreaterThanOrEqual(frame.x - 0.01);
        expect(right).toBeLessThanOrEqual(frame.x + frame.width + 0.01);
      }
      const texts = boxes.filter(({ text }) => text);
      for (const text of texts) {
        const beside = boxes.filter((other) => other !== text && Math.abs(other.y - text.y) < 1);
        for (const other of beside) {
          // The label of a fall stands on the other side of the zero line than its bar.
          expect(Math.min(text.right, other.right) - Math.max(text.left, other.left)).toBeLessThan(0.01);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('a sum of others that is larger than each part does not make their bars small', () => {
  const parts = [row(50, null), row(40, null)];
  const widest = (rows: readonly PartRow[]) =>
    Math.max(
      ...chartMarks(chart(rows, false), frame, palette).marks.flatMap((mark) =>
        mark.mark === 'rect' && mark.fill === palette.theme.colours.imports ? [mark.width] : [],
      ),
    );
  const more: PartRow = { ...row(900, null), kind: 'more', code: null };
  expect(widest([...parts, more])).toBeCloseTo(widest(parts), 6);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, TextMark } from '../../../functions/drawing/marks.ts';
import { PageContent, type Resources } from '../../../functions/pdf/paint/page-content.ts';

const resources: Resources = {
  encode: (_, text) => ({ font: 'F0', codes: text, kerned: false }),
  drawing: () => 'X0',
};

const text = (x: number, y: number): TextMark => ({
  mark: 'text',
  x,
  y,
  text: 'a',
  face: 'sansRegular',
  size: 8,
  colour: '#000000',
  width: 4,
});
const line: Mark = { mark: 'line', x1: 0, y1: 0, x2: 9, y2: 9, stroke: '#000000', weight: 1 };
const clip = (marks: readonly Mark[]): Mark => ({ mark: 'clip', x: 0, y: 0, width: 9, height: 9, marks });
const drawing: Mark = { mark: 'drawing', x: 1, y: 2, unit: 0.1, width: 90, height: 90, marks: [] };

/** The operators of a page with these contents, added one after the other. */
function operatorsOf(contents: readonly (readonly Mark[])[]): readonly string[] {
  const page = PageContent.ofPage(resources);
  for (const [index, marks] of contents.entries()) page.add(marks, 'P', `/MCID ${index}`);
  const written = Buffer.from(page.toBytes()).toString('latin1');
  return written.match(/(?<=^|\s|>|\))(?:BT|ET|BDC|EMC|q|Q|Tj|Do)(?=\s|$)/g) ?? [];
}

const ends: Readonly<Record<string, string>> = { ET: 'BT', EMC: 'BDC', Q: 'q' };

describe('the content of a page', () => {
  const point = fc.integer({ min: 0, max: 500 });
  const texts = fc.tuple(point, point).map(([x, y]): Mark => text(x, y));
  const marks = fc.array(fc.oneof(texts, fc.constantFrom(line, drawing, clip([line, text(3, 4)]))), { maxLength: 5 });

  it('ends what it begins, in the order of ISO 32000-1, 14.6.1, and shows text only in text objects', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 8 }), (contents) => {
        const open: string[] = [];
        for (const operator of operatorsOf(contents)) {
          const begun = ends[operator];
          if (begun) expect(open.pop()).toBe(begun);
          else if (operator === 'Tj') expect(open).toContain('BT');
          else if (operator === 'Do' || operator === 'q') expect(open).not.toContain('BT');
          if (['BT', 'BDC', 'q'].includes(operator)) open.push(operator);
        }
        expect(open).toEqual([]);
      }),
    );
  });

  it('uses one text object as long as there is only text', () => {
    const cells = [[text(10, 20)], [text(50, 20)], [text(10, 30), text(50, 30)]];
    expect(operatorsOf(cells).filter((operator) => operator === 'BT')).toHaveLength(1);
    expect(operatorsOf([...cells, [line], [text(10, 40)]]).filter((operator) => operator === 'BT')).toHaveLength(2);
  });
});

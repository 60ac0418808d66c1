import { describe, expect, it } from 'vitest';
import { loadBrand } from '../../../functions/assets/from-files.ts';
import { subsetFonts } from '../../../functions/assets/subset-fonts.ts';
import { breakEvenly, breakLines, openTypefaces, styles } from '../../../functions/drawing/index.ts';

const brand = loadBrand('default');
const context = { typefaces: openTypefaces(await subsetFonts(brand.fontFiles)), theme: brand.theme };

const pageWidth = 499.28;
const columnWidth = 243.14;

function broken(how: typeof breakLines, text: string, style: keyof typeof styles, width: number) {
  const lines = how(context, [{ text }], () => styles[style], width);
  return lines.map(({ segments, width: used }) => ({ text: segments.map((each) => each.text).join(''), used }));
}

describe('a title', () => {
  it.each([
    ['Nine named products make up 62% of exports to Russia', 'pageTitle', pageWidth],
    ['На 9 названых тавараў прыпадае 62 % экспарту ў Расію', 'pageTitle', pageWidth],
    ['Найбольшы прырост экспарту: малако і вяршкі, сталёвыя пруткі, уборачныя машыны', 'figureTitle', pageWidth],
    ['Exports: USD 226.9 million ahead of 2025', 'figureTitle', columnWidth],
  ] as const)('that would end with a word or two on a line of their own has even lines: %s', (text, style, width) => {
    const filled = broken(breakLines, text, style, width);
    const even = broken(breakEvenly, text, style, width);
    expect(filled.at(-1)?.used).toBeLessThan(0.28 * width);
    expect(even.at(-1)?.used).toBeGreaterThanOrEqual(0.28 * width);
    expect(even).toHaveLength(filled.length);
    expect(even.map((line) => line.text).join(' ')).toBe(text);
    for (const { used } of even) expect(used).toBeLessThanOrEqual(width);
  });

  it.each([
    ['one line', 'The last six months'],
    ['a last line that is long enough', 'Every figure in this briefing can be traced to a published source'],
  ])('with %s stays as it is', (_, text) => {
    expect(broken(breakEvenly, text, 'pageTitle', pageWidth)).toEqual(broken(breakLines, text, 'pageTitle', pageWidth));
  });

  it('is not split within an amount to make its lines even', () => {
    const beginning = 'In USD\u00a02,260.1\u00a0million–USD\u00a02,815.5\u00a0million';
    const [line] = broken(breakLines, beginning, 'figureTitle', pageWidth);
    const width = (line?.used ?? 0) + 8;
    const lines = broken(breakEvenly, `${beginning} altogether`, 'figureTitle', width).map(({ text }) => text);
    expect(lines, 'no line may be narrower than the longest word').toEqual([beginning, 'altogether']);
  });
});

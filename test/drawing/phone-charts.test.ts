import { expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { CoverageChart, Snapshot } from '../../functions/document/index.ts';
import { chartMarks, openTypefaces, type TextMark } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const palette = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: { land: [], countries: [] } as never,
};

const textsOf = (chart: CoverageChart | Snapshot, width: number) =>
  chartMarks(chart, { x: 0, y: 0, width, foot: null, squeeze: null }, palette).marks.filter(
    (mark): mark is TextMark => mark.mark === 'text',
  );

it('a subject with a long name has two lines on a phone, and no name is cut', () => {
  const names = ['Zone residents, Russian capital', 'Enterprises that supply Russia', 'Russian investment'];
  const chart: CoverageChart = {
    kind: 'coverage',
    head: 'Age',
    months: 24,
    years: [{ name: '’25', start: 0 }],
    rows: names.map((name) => ({
      name,
      months: 28,
      age: '28',
      faint: false,
      spans: [{ start: 0, months: 12, latest: true }],
    })),
    alt: 'What is known',
  };
  const written = textsOf(chart, 190).filter(({ x }) => x === 0);
  expect(written.map(({ text }) => text).join(' ')).toBe(names.join(' '));
  for (const { width } of written) expect(width, 'see rowTexts in coverage.ts').toBeLessThan(92);
});

it('the columns of a breakdown that stands alone are spread over its width', () => {
  const label = (text: string) => ({ text, calculated: false });
  const chart: Snapshot = {
    kind: 'snapshot',
    shows: [],
    heads: ['USD m', 'times', 'y/y'],
    flows: [{ name: 'Turnover', value: label('2,467.8'), times: label('×2.18'), growth: label('+117.7%') }],
    shares: null,
    regions: null,
    alt: 'The breakdown of trade',
  };
  const [unit, times, growth] = textsOf(chart, 460)
    .filter(({ text }) => chart.heads.includes(text))
    .map(({ x, width }) => x + width);
  const gaps = [(times ?? 0) - (unit ?? 0), (growth ?? 0) - (times ?? 0)];
  expect(Math.max(...gaps) / Math.min(...gaps), 'see spread in snapshot.ts').toBeLessThan(1.5);
});

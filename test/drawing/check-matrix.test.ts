import { expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { makeOutlines } from '../../functions/assets/make-outlines.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { CheckMatrix } from '../../functions/document/index.ts';
import { chartMarks, openTypefaces } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const palette = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: makeOutlines(),
};
const frame = { x: 48, y: 240, width: 499.28, foot: null, squeeze: null };

const matrix = (passed: string): CheckMatrix => {
  const years = [2021, 2022, 2023, 2024, 2025].map((year) => ({ name: `${year}`, months: 12 }));
  const months = years.flatMap(({ name }) => Array.from({ length: 12 }, (_, month) => `${name}-${month + 1}`));
  return {
    kind: 'check-matrix',
    alt: '',
    key: [{ mark: 'passed', name: 'passed' }],
    years,
    months,
    head: 'Passed',
    rows: [{ name: 'No product and no region falls', marks: months.map(() => 'passed'), passed }],
    all: { name: 'All checks', passed },
  };
};

it.each(['60', '1 955', '18 150', '118 150'])('%s checks passed stand apart from the marks of their row', (passed) => {
  const { marks } = chartMarks(matrix(passed), frame, palette);
  const [sum] = marks.filter((mark) => mark.mark === 'text' && mark.text === passed);
  const ends = marks.flatMap((mark) => (mark.mark === 'rect' ? mark.x + mark.width : []));
  expect(ends.length).toBeGreaterThan(60);
  expect(Math.max(...ends)).toBeLessThan((sum?.mark === 'text' ? sum.x : 0) - 3);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandNames } from '../../functions/assets/from-files.ts';
import { type Dataset, languages, loadDataset } from '../../functions/dataset/index.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { printSheet, renderUncached } from '../renders.ts';
import { datasetOf, longName } from '../scenarios.ts';
import { sheetProblems } from '../sheets.ts';

const bulletins = (of: Bulletins) => loadDataset(monthlyPackage(of), today);

const editions: readonly (readonly [what: string, edition: string, from: Dataset])[] = [
  ['the founding edition', '2021-07', dataset],
  ['an edition with news', '2022-03', dataset],
  ['an old breakdown', '2026-11', dataset],
  ['two months', '2026-04', bulletins({ from: '2026-01', months: 2, products: 6, regions: 5 })],
  ['eleven months', '2026-01', bulletins({ from: '2025-01', months: 11, products: 6, regions: 5 })],
  ['a gap', '2026-08', bulletins({ from: '2023-01', months: 42, products: 6, missing: ['2025-02', '2025-03'] })],
  ['a surplus', '2026-08', bulletins({ from: '2024-01', months: 30, levels: { export: 420, import: 160 } })],
  ['thirty regions', '2026-08', bulletins({ from: '2024-01', months: 30, products: 40, regions: 30 })],
  ['long names', '2021-07', datasetOf({ names: longName })],
];

/** Every language for each edition, and the brands in turn. */
const cases = editions.flatMap(([what, edition, from], row) =>
  languages.map((language, column) => {
    const brands = brandNames();
    return { what, edition, from, language, brand: brands[(row + column) % brands.length] ?? '' };
  }),
);

describe('the sheet is one page without a fault', () => {
  it.each(cases)('of $what in $language and the brand $brand', async ({ edition, from, language, brand }) => {
    const full = await renderUncached(edition, language, from, brand);
    expect(await sheetProblems(await printSheet(edition, language, from, brand), full, language)).toEqual([]);
  });
});

/** Bulletins as they may come. */
const anyBulletins = fc.record({
  from: fc.constantFrom('2022-01', '2023-05', '2024-09', '2025-11'),
  months: fc.integer({ min: 2, max: 60 }),
  products: fc.integer({ min: 0, max: 20 }),
  regions: fc.integer({ min: 0, max: 14 }),
  regionalShares: fc.boolean(),
  levels: fc.record({ export: fc.integer({ min: 1, max: 3000 }), import: fc.integer({ min: 1, max: 3000 }) }),
  seed: fc.nat({ max: 1000 }),
  language: fc.constantFrom(...languages),
  brand: fc.constantFrom(...brandNames()),
});

it('whatever bulletins say, their sheet is one page without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(anyBulletins, async ({ language, brand, ...of }) => {
      const from = bulletins({ ...of, months: Math.min(of.months, monthsTo2026(of.from)) });
      const full = await renderUncached('2026-11', language, from, brand);
      expect(await sheetProblems(await printSheet('2026-11', language, from, brand), full, language)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

/** The months from one on whose bulletins are there in November 2026. */
function monthsTo2026(from: string): number {
  const [year = 0, month = 1] = from.split('-').map(Number);
  return (2026 - year) * 12 + 10 - month;
}

it.each(['2022-09', '2023-07', '2024-07', '2026-11'])(
  'cuts no name of its own data in the edition %s',
  async (edition) => {
    for (const brand of brandNames()) {
      for (const language of languages) {
        const [text = ''] = await pageTexts((await printSheet(edition, language, dataset, brand)).bytes);
        expect(text.match(/\S*\p{L}…/gu) ?? [], `${language}, ${brand}: shorten its message sheet.card`).toEqual([]);
      }
    }
  },
);

it('it is small, and carries no data', async () => {
  const { bytes } = await printSheet('2021-07', 'ru');
  expect(bytes.length).toBeLessThan(70_000);
  expect(Buffer.from(bytes).includes('EmbeddedFile')).toBe(false);
});

it('its bytes are the same whether the full edition was printed before or not', async () => {
  const alone = await printSheet('2024-07', 'be');
  await renderUncached('2024-07', 'be');
  expect(Buffer.from((await printSheet('2024-07', 'be')).bytes).equals(Buffer.from(alone.bytes))).toBe(true);
});

it('names what had no room, with its page in the full edition', async () => {
  const crowded = bulletins({ from: '2023-01', months: 42, products: 6, missing: ['2025-02', '2025-03', '2025-04'] });
  const [text = ''] = await pageTexts((await printSheet('2026-08', 'ru', crowded)).bytes);
  expect(text).toMatch(/Ещё в полном выпуске: О данных \(стр\. \d+\)\./);
});

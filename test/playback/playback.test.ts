import { describe, expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { withRows } from '../changes/packages.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { renderUncached } from '../renders.ts';
import { passGates } from './gates.ts';

/** Records of bulletins of which some are unusual, each with the edition that is printed from it. */
const records: readonly (readonly [what: string, bulletins: Bulletins, edition: string])[] = [
  [
    'one month after the article',
    { from: '2022-01', months: 1, products: 6, regions: 5, afterProject: true },
    '2022-03',
  ],
  ['two months', { from: '2026-01', months: 2, products: 6, regions: 5 }, '2026-04'],
  ['six months', { from: '2026-01', months: 6, products: 6, regions: 5 }, '2026-08'],
  ['eleven months', { from: '2025-01', months: 11, products: 6, regions: 5 }, '2026-01'],
  ['thirteen months', { from: '2025-01', months: 13, products: 6, regions: 5 }, '2026-03'],
  ['two years', { from: '2024-01', months: 24, products: 6, regions: 8 }, '2026-02'],
  ['fifteen years', { from: '2011-10', months: 180, products: 6, regions: 8 }, '2026-11'],
  ['only exports', { from: '2024-01', months: 30, products: 4, regions: 4, flows: ['export'] }, '2026-08'],
  [
    'a gap of three months',
    { from: '2023-01', months: 42, products: 6, regions: 5, missing: ['2025-02', '2025-03', '2025-04'] },
    '2026-08',
  ],
  [
    'falls',
    { from: '2024-01', months: 30, products: 6, regions: 5, low: ['2026-04', '2026-05', '2026-06'] },
    '2026-08',
  ],
  [
    'a surplus',
    { from: '2024-01', months: 30, products: 6, regions: 5, levels: { export: 420, import: 160 } },
    '2026-08',
  ],
  ['thirty regions and forty products', { from: '2024-01', months: 30, products: 40, regions: 30 }, '2026-08'],
  ['one region and one product', { from: '2024-01', months: 30, products: 1, regions: 1 }, '2026-08'],
  [
    'one region and one product of exports alone',
    { from: '2024-01', months: 30, products: 1, regions: 1, flows: ['export'] },
    '2026-08',
  ],
  ['no region and no product', { from: '2024-01', months: 30 }, '2026-08'],
];

/** With five years of bulletins an edition has at most ten pages, with more twelve. */
const mostPages = (months: number) => (months > 60 ? 12 : 10);

describe.each(records)('an edition from %s', (_, bulletins, edition) => {
  const dataset = loadDataset(monthlyPackage(bulletins), today);
  const limits = { pages: mostPages(bulletins.months) };

  it.each(languages)('passes every gate in %s', async (language) => {
    const { bytes } = await renderUncached(edition, language, dataset);
    expect((await passGates(bytes, language, limits)).problems).toEqual([]);
  });
});

it.each([
  ['six months', { from: '2026-01', months: 6, products: 6, regions: 5 }, '2026-08'],
  ['two years', { from: '2024-01', months: 24, products: 6, regions: 8 }, '2026-02'],
] as const)('in the other brand an edition from %s passes, too', async (_, bulletins, edition) => {
  const dataset = loadDataset(monthlyPackage(bulletins), today);
  const { serif, sans } = loadBrand('sozh-chamber').theme.scale;
  const limits = { pages: mostPages(bulletins.months), scale: Math.min(serif, sans) };
  const { bytes } = await renderUncached(edition, 'ru', dataset, 'sozh-chamber');
  expect((await passGates(bytes, 'ru', limits)).problems).toEqual([]);
});

it('what was said in the year before last stands on the page of documents that were counted again, which is not begun twice', async () => {
  const bulletins = { from: '2022-01', months: 16, products: 6, regions: 5, afterProject: true };
  const counted = Object.entries({ executive: 24, council: 11, local: 80 }).map(
    ([signer, count]) => `documents_${signer},_Z,BY-HO,RU,_T,2022-12,${count},PN,0,0,exact,A,belta-2023-04-27,text,`,
  );
  const dataset = loadDataset(withRows(monthlyPackage(bulletins), 'observations.csv', counted), today);
  for (const language of languages) {
    const { bytes, pages } = await renderUncached('2023-06', language, dataset);
    // These bulletins tell of no investment, so the page on it is short.
    const { problems } = await passGates(bytes, language, { pages: 10 });
    expect([pages, problems.filter((problem) => !problem.startsWith('half full: page 6'))]).toEqual([10, []]);
  }
});

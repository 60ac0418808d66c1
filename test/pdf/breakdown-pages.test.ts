import { describe, expect, it } from 'vitest';
import { editionOf } from '../../functions/briefings/index.ts';
import { type Language, loadDataset } from '../../functions/dataset/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { renderer } from '../renders.ts';
import { pageProblems } from './page-checks.ts';

const record = { from: '2024-01', months: 31 } as const;

const records: readonly (readonly [name: string, bulletins: Bulletins, edition: string, language: Language])[] = [
  ['one product and one region', { ...record, products: 1, regions: 1 }, '2026-09', 'be'],
  ['two products and no region', { ...record, products: 2 }, '2026-09', 'en'],
  ['forty products and ten regions', { ...record, products: 40, regions: 10 }, '2026-09', 'ru'],
  [
    'exports alone, by shares of regions',
    { ...record, flows: ['export'], products: 5, regions: 4, regionalShares: true },
    '2026-09',
    'en',
  ],
  [
    'two years, whose months are long in Belarusian',
    { from: '2022-01', months: 22, products: 9, regions: 8 },
    '2023-12',
    'be',
  ],
  ['a record of a few months', { ...record, products: 9, regions: 8 }, '2024-05', 'ru'],
];

describe.each(records)('the pages of %s', (_, bulletins, edition, language) => {
  it('are one page each at most, with nothing past a margin or over another thing', async () => {
    const dataset = loadDataset(monthlyPackage(bulletins), today);
    const pagesOf = new Map<string, number>();
    const { file } = await (await renderer()).render(
      editionOf(dataset, editionNamed(edition)),
      language,
      fullPdf,
      ({ sections }) => {
        for (const [{ id }, { pages }] of sections) pagesOf.set(id, pages.length);
      },
    );
    expect(pagesOf.get('goods')).toBe(1);
    expect(pagesOf.get('regions')).toBe(bulletins.regions ? 1 : undefined);
    expect(await pageProblems(file.bytes)).toEqual([]);
  });
});

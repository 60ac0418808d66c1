import { describe, expect, it } from 'vitest';
import { brandNames, loadBrand } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import { type Language, languages, loadDataset } from '../../functions/dataset/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { readPages } from '../read-pdf.ts';
import { renderer } from '../renders.ts';
import { pageProblems, smallestType } from './page-checks.ts';

/** Records of every kind, each with the edition that prints it. */
const records: readonly (readonly [what: string, edition: string, bulletins: Bulletins])[] = [
  ['two months', '2023-04', { from: '2023-01', months: 2, products: 3, regions: 3 }],
  ['a first year', '2023-09', { from: '2023-01', months: 7, products: 3, regions: 3 }],
  ['January of a second year', '2024-03', { from: '2023-01', months: 13, products: 3, regions: 3 }],
  ['a bulletin that never came', '2024-11', { from: '2023-01', months: 21, missing: ['2024-08'], regions: 10 }],
  ['a year after it', '2025-10', { from: '2023-01', months: 32, missing: ['2024-08'], products: 9, regions: 10 }],
  [
    'falls',
    '2026-11',
    { from: '2023-01', months: 45, low: ['2026-07', '2026-08', '2026-09'], products: 9, regions: 10 },
  ],
  ['exports alone', '2026-11', { from: '2023-01', months: 45, flows: ['export'], products: 9, regions: 10 }],
  ['fifteen years', '2026-11', { from: '2012-01', months: 177, products: 9, regions: 10 }],
  ['a bulletin of the year before last', '2026-02', { from: '2023-01', months: 24, products: 3 }],
];

const heading = { en: 'In this edition', ru: 'В выпуске', be: 'У выпуску' } as const satisfies Record<Language, string>;

/** The first page of an edition, how many pages its first section needs, and its contents line above everything else. */
async function printCover(brand: string, edition: string, bulletins: Bulletins, language: Language) {
  const data = editionOf(loadDataset(monthlyPackage(bulletins), today), editionNamed(edition));
  let needed = 0;
  const { file } = await (await renderer(brand)).render(data, language, fullPdf, (paged) => {
    const [first] = paged.sections.values();
    needed = first?.pages.length ?? 0;
    return { ...paged, pages: paged.pages.slice(0, 1), outline: paged.outline.filter(({ page }) => page === 1) };
  });
  const [page] = await readPages(file.bytes);
  const texts = (page?.items ?? []).flatMap((item) =>
    'str' in item && item.str.trim()
      ? [{ text: item.str.replaceAll('\u00a0', ' '), y: item.transform[5] as number }]
      : [],
  );
  const foot = texts.find(({ text }) => text.startsWith(heading[language]))?.y ?? Number.NaN;
  const above = Math.min(...texts.map(({ y }) => y).filter((y) => y > foot + 2)) - foot;
  return { pdf: file, needed, above };
}

describe.each(brandNames())('the first page of a monthly edition in the brand %s', (brand) => {
  const { serif, sans } = loadBrand(brand).theme.scale;

  it.each(records)(
    'is one page with its contents at its foot and nothing on anything: %s',
    async (_, edition, bulletins) => {
      for (const language of languages) {
        const { pdf, needed, above } = await printCover(brand, edition, bulletins, language);
        const problems = await pageProblems(pdf.bytes, smallestType * Math.min(serif, sans));
        expect
          .soft(
            problems.filter((problem) => problem.startsWith('page 1')),
            language,
          )
          .toEqual([]);
        expect.soft([needed, above > 17], language).toEqual([1, true]);
      }
    },
  );
});

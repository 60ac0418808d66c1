import { describe, expect, it } from 'vitest';
import { brandNames, loadBrand, readText } from '../../functions/assets/from-files.ts';
import { type EditionData, editionOf } from '../../functions/briefings/index.ts';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { marksOf } from '../../functions/pdf/pieces.ts';
import { fullPdf, type Rendition, renditionOf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { documentOf, sheetOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';
import { renderer } from '../renders.ts';

const brands = brandNames();

const sheetPdf = renditionOf('sheet', 'pdf') as Rendition;

const monthly = (months: number, products: number, regions: number) => {
  const from = `${2026 - Math.ceil(months / 12)}-01`;
  const files = monthlyPackage({ from, months, products, regions, afterProject: true });
  return editionOf(loadDataset(files, today), editionNamed('2026-11'));
};

const editions: readonly (readonly [string, EditionData])[] = [
  ['on the founding article', editionOf(dataset, editionNamed('2021-07'))],
  ['that tells the latest first', editionOf(dataset, editionNamed('2026-11'))],
  ['after two months', monthly(2, 1, 1)],
  ['after thirteen months', monthly(13, 12, 10)],
  ['after five years', monthly(60, 16, 10)],
  ['after fifteen years with 40 goods and 30 regions', monthly(180, 40, 30)],
];

/** The words of a text without what stands between them. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** The names of brands, and labels that layout writes by itself, such as "Page" and "Figure". */
const labels = [
  ...wordsOf(readText('templates/messages.csv')),
  ...brands.flatMap((brand) => wordsOf(JSON.stringify(loadBrand(brand).names))),
];

describe.each(editions)('an edition %s', (_, data) => {
  it.each(languages)('prints its words whole, in %s: a line ends at a space, or after a hyphen', async (language) => {
    const briefing = deriveFigures(data.vintage);
    const said = JSON.stringify([documentOf(briefing, language), sheetOf(briefing, language)]);
    const known = new Set([...labels, ...wordsOf(said)]);
    for (const brand of brands) {
      for (const rendition of [fullPdf, sheetPdf]) {
        const printed: string[] = [];
        await (await renderer(brand)).render(data, language, rendition, ({ pages }) => {
          for (const mark of pages.flatMap(({ pieces }) => marksOf(pieces))) {
            if (mark.mark === 'text' && !mark.pageOf) printed.push(...wordsOf(mark.text));
          }
        });
        const broken = [...new Set(printed)].filter((word) => !known.has(word));
        expect(broken, `${brand}, ${rendition.ending}: give it more room, see table-looks.ts`).toEqual([]);
      }
    }
  });
});

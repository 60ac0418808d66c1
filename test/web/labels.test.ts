import { describe, expect, it } from 'vitest';
import { type Language, languages, loadDataset } from '../../functions/dataset/index.ts';
import type { Chart, Document } from '../../functions/document/index.ts';
import { chartMarks, type TextMark } from '../../functions/drawing/index.ts';
import { pixelsPerPoint, widthsOf } from '../../functions/web/chart.ts';
import { briefingOf } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';
import { optionsFor } from './pages.ts';

const monthly = loadDataset(monthlyPackage({ from: '2022-01', months: 54, products: 16, regions: 10 }), today);

/** The charts and maps of a document. */
function chartsIn(part: unknown): readonly Chart[] {
  if (Array.isArray(part)) return part.flatMap(chartsIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('type' in part && part.type === 'chart' && 'chart' in part) return [part.chart as Chart];
  return Object.values(part).flatMap(chartsIn);
}

/** Texts that lie on each other, as their letters do: a line of letters is three quarters of its size high. */
function overlaps(marks: readonly TextMark[]): readonly string[] {
  return marks.flatMap((one, index) =>
    marks.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(one.y, other.y) - Math.max(one.y - one.size * 0.7, other.y - other.size * 0.7);
      const apart = Math.abs(one.y - other.y) < 1 ? 1.9 : 0;
      return across > -apart && down > 1 ? [`"${one.text}" lies on "${other.text}"`] : [];
    }),
  );
}

async function faultsOf(document: Document, pixels: number): Promise<readonly string[]> {
  const palette = await optionsFor(document);
  const width = pixels / pixelsPerPoint;
  return chartsIn(document.sections).flatMap((chart) => {
    if (chart.kind === 'parts-table' || chart.kind === 'region-ranking') return []; // lists on a web page
    const { marks } = chartMarks(chart, { x: 0, y: 0, width, foot: null, squeeze: null }, palette);
    // The number of a page is not known here, and has no width of its own.
    const texts = marks.filter((mark): mark is TextMark => mark.mark === 'text' && mark.pageOf === undefined);
    return overlaps(texts).map((fault) => `${chart.kind}: ${fault}`);
  });
}

const editions = [
  ['2021-07', dataset],
  ['2022-03', dataset],
  ['2024-07', dataset],
  ['2026-11', dataset],
  ['2026-08', monthly],
] as const;

describe.each(editions)('in the edition %s', (edition, from) => {
  const cases = languages.flatMap((language) => widthsOf.full.map((pixels): [Language, number] => [language, pixels]));

  it.each(cases)('no label in %s lies on another where a chart has %d pixels', async (language, pixels) => {
    expect(await faultsOf(documentOf(briefingOf(edition, from), language), pixels)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionsOf } from '../../functions/briefings/index.ts';
import { languages } from '../../functions/dataset/index.ts';
import type { SmallMultiple, TimeMark } from '../../functions/document/index.ts';
import { briefingOf } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { dataset, noon } from '../package-files.ts';
import { labelFaults, multiplesIn } from './label-faults.ts';

const january = (year: number) => (year - 2019) * 12;
const period = (start: number, months: number, value: number): TimeMark => {
  const label = value.toFixed(1);
  return { shape: 'period', start, months, value, qualifier: 'exact', own: true, label, word: null, from: null };
};
const chartOf = (marks: readonly TimeMark[]): SmallMultiple => ({
  kind: 'multiple',
  shows: [],
  axis: {
    months: 69,
    years: [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({ name: `${year}`, start: january(year) })),
  },
  marks,
  alt: 'Values over time',
});

/** The editions that had something new, and the last. */
const newAtTheTime = editionsOf(dataset, noon).filter(
  (edition, index, all) =>
    index === all.length - 1 || dataset.sources.some(({ published }) => published.startsWith(edition)),
);

describe('a value of a series over time', () => {
  it('does not lie over the period of another, where values since January stand within their years', () => {
    const chart = chartOf([
      period(january(2021), 12, 208.7),
      period(january(2022), 3, 40.1),
      period(january(2022), 6, 82.3),
      period(january(2022), 9, 130.2),
      period(january(2022), 12, 300),
      period(january(2023), 3, 44.1),
      period(january(2023), 6, 95.6),
      period(january(2023), 9, 150.3),
      period(january(2023), 12, 299),
      period(january(2024), 5, 150.5),
    ]);
    // Between the ledges above and below these two there is no room; they are among the notes under the chart.
    expect(labelFaults(chart)).toEqual({ astray: [], without: ['82.3', '95.6'] });
  });

  it('does not lie over the period of another, whatever the values', () => {
    const mark = fc.record({
      year: fc.integer({ min: 2019, max: 2023 }),
      months: fc.constantFrom(3, 5, 6, 9, 12),
      value: fc.integer({ min: -200, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(mark, { minLength: 2, maxLength: 10, selector: ({ value }) => value }), (drawn) => {
        const marks = drawn.map(({ year, months, value }) => period(january(year), months, value / 10));
        expect(labelFaults(chartOf(marks)).astray).toEqual([]);
      }),
    );
  });

  it.each(languages)(
    'lies over no other period, and is there, in editions of the project’s own data in %s',
    (language) => {
      const found = newAtTheTime.flatMap((edition) => {
        const charts = multiplesIn(documentOf(briefingOf(edition), language));
        return charts.flatMap((chart) => {
          const { astray, without } = labelFaults(chart);
          return [...astray, ...without.map((label) => `${label} is missing`)].map((fault) => `${edition}: ${fault}`);
        });
      });
      expect(found).toEqual([]);
    },
  );
});

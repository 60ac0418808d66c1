import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import type { Chart, CurvesChart, MonthsChart } from '../../functions/document/index.ts';
import { monthsView } from '../../functions/document/views/monthly/months.ts';
import { yearView } from '../../functions/document/views/monthly/year.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { wordsOf } from '../words.ts';

/** The pages on months and on the year so far, with their charts, of an edition of made-up bulletins. */
function pagesOf(files: ReturnType<typeof monthlyPackage>, edition: string) {
  const briefing = briefingOf(edition, loadDataset(files, today));
  const { overTime } = briefing;
  if (!overTime) throw new Error('the bulletins say nothing over time');
  const charts = new Map<string, Chart>();
  const context = { briefing, overTime, words: wordsOf.en, charts, tables: new Map(), mostNews: 0 };
  const months = monthsView(context);
  const year = yearView(context);
  return { briefing, months, year, charts };
}

const of = (bulletins: Bulletins, edition: string) => pagesOf(monthlyPackage(bulletins), edition);

function monthsChart(charts: ReadonlyMap<string, Chart>): MonthsChart {
  const chart = charts.get('months');
  if (chart?.kind !== 'months') throw new Error('the page has no chart of months');
  return chart;
}

describe('the page on months', () => {
  it('shows the newest 36, each beside the year before, and tells what stands in the table', () => {
    const { months, year, charts } = of({ from: '2022-01', months: 57 }, '2026-11');
    const { axis, panels } = monthsChart(charts);
    expect(axis.letters).toHaveLength(36);
    expect(axis.years.map(({ name }) => name)).toEqual(['2023', '2024', '2025', '2026']);
    for (const { bars, ledges, changes } of panels) {
      expect([bars, ledges, changes].map(({ length }) => length)).toEqual([36, 36, 36]);
    }
    expect(months?.later?.table.heads).toEqual(['April', 'May', 'June', 'July', 'August', 'September', 'Jan–Sep']);
    expect(months?.later?.table.rows.map(({ label }) => label)).toEqual(['Exports', '', 'Imports', '', 'Balance']);
    expect(year).not.toBeNull();
  });

  it('draws months known only together as one open bar at their mean, with the total, and says so in words', () => {
    const { months, charts } = of({ from: '2022-01', months: 57, missing: ['2024-08'] }, '2026-11');
    const chart = monthsChart(charts);
    const [exports] = chart.panels;
    const pair = exports?.bars.find((bar) => bar.months === 2);
    const said = exports?.annotations[0];
    expect(said?.when).toBe('Aug–Sep 2024');
    expect(Number.parseFloat(said?.what ?? '')).toBeCloseTo(2 * (pair?.value ?? 0));
    expect(chart.key.together).toBe('two months together, at their mean');
    expect(exports?.ledges.filter((ledge) => ledge.months === 2)).toHaveLength(1);
    expect(chart.alt).toContain('Known only together: August–September 2024');
    expect(months?.later?.figure.together?.message).toBe('pair.source');
  });

  it('breaks its axis where more than five bulletins are missing, and joins nothing there', () => {
    const missing = Array.from({ length: 7 }, (_, at) => `2024-${String(at + 2).padStart(2, '0')}`);
    const { charts } = of({ from: '2022-01', months: 50, missing }, '2026-04');
    const [exports] = monthsChart(charts).panels;
    expect(exports?.breaks).toHaveLength(1);
    expect(exports?.bars.every((bar) => bar.months === 1)).toBe(true);
  });

  it('is one with the year so far in a first year: twelve places, values, and growth from indices', () => {
    const { months, year, charts, briefing } = of({ from: '2022-01', months: 7 }, '2022-09');
    const chart = charts.get('months');
    expect(chart?.kind === 'month-columns' && chart.places).toHaveLength(12);
    expect(chart?.kind === 'month-columns' && chart.flows.map(({ columns }) => columns.length)).toEqual([7, 7]);
    expect(months?.first?.table.heads.slice(-2)).toEqual(['Jan–Jul', 'y/y']);
    expect(year).toBeNull();
    expect(linesOf(briefing, 'en')).toContain('Month by month, and the year so far');
  });

  it('compares from the thirteenth month on', () => {
    const { months, charts } = of({ from: '2022-01', months: 13 }, '2023-03');
    expect(months?.first).toBeNull();
    expect(monthsChart(charts).panels[0]?.changes).toHaveLength(1);
  });

  it('gives growth from tenfold on without decimals', () => {
    const low = Array.from({ length: 12 }, (_, at) => `2022-${String(at + 1).padStart(2, '0')}`);
    const { charts } = of({ from: '2022-01', months: 24, low, dip: 0.05 }, '2024-03');
    const labels = monthsChart(charts).panels.flatMap(({ changes }) => changes.flatMap(({ label }) => label ?? []));
    expect(labels.filter((label) => /^\+\d,\d{3}/.test(label))).not.toEqual([]);
    expect(labels.filter((label) => /\d,\d{3}\.\d/.test(label))).toEqual([]);
  });

  it('leaves where no month is known singly', () => {
    expect(of({ from: '2022-01', months: 4, missing: ['2022-01', '2022-03'] }, '2022-07').months).toBeNull();
    expect(of({ from: '2022-01', months: 4, missing: ['2022-03'] }, '2022-07').months).not.toBeNull();
  });

  it('says nothing of every month where there is one', () => {
    const { months } = of({ from: '2022-01', months: 1, afterProject: true }, '2022-03');
    expect(months?.first?.figure.title.message).toBe('title.months_figure');
    expect(months?.first?.hasSeveral).toBe(false);
  });

  it('after a year names its months as the last on record, and tells nothing in the present tense', () => {
    const { briefing, months } = of({ from: '2022-01', months: 48 }, '2027-03');
    expect(months?.later?.isPast).toBe(true);
    const lines = linesOf(briefing, 'en');
    expect(lines).toContain('The last months on record');
    expect(lines.filter((line) => line.includes('since January are'))).toEqual([]);
  });

  it('takes the place of the page on the structure of trade', () => {
    const { briefing } = of({ from: '2022-01', months: 30 }, '2024-08');
    expect(linesOf(briefing, 'en')).not.toContain('Trade structure');
  });

  it('shows a flow alone where the other is withheld, without a balance', () => {
    const { months, year, charts } = of({ from: '2022-01', months: 30, flows: ['export'] }, '2024-08');
    expect(monthsChart(charts).panels.map(({ tone }) => tone)).toEqual(['exports']);
    expect(months?.later?.table.rows.map(({ label }) => label)).toEqual(['Exports', '']);
    expect(year?.imports).toBeNull();
    expect(year?.driver).toBeNull();
    expect(year?.table.rows.map(({ label }) => label)).toEqual(['Exports']);
  });
});

describe('what rests on a base near zero', () => {
  const sum = (values: readonly number[], upTo: number) => values.slice(0, upTo).reduce((a, b) => a + b, 0);
  const rows = (year: number, exports: readonly number[]): readonly BulletinRow[] =>
    exports.flatMap((_, at) => {
      const period = at === 0 ? `${year}-01` : `${year}-01/${year}-${String(at + 1).padStart(2, '0')}`;
      const imports = { flow: 'import', period, value: (100 * (at + 1)).toFixed(1) };
      return [{ period, value: sum(exports, at + 1).toFixed(1) }, imports];
    });

  it('has no per cent: «..» in the table and no bar in the strip', () => {
    const bulletins = [...rows(2025, [0.4, 50, 50]), ...rows(2026, [30, 60, 0])];
    const { months, charts } = pagesOf(packageOf(bulletins, [sourceOf('bulletin', '2026-05-15')]), '2026-06');
    const [exports] = monthsChart(charts).panels;
    expect(exports?.changes.map(({ at }) => at)).toEqual([13]);
    const changes = months?.later?.table.rows[1]?.values.map((cell) => cell.toHTML().replace(/<[^>]*>/g, ''));
    expect(changes?.slice(-4)).toEqual(['..', '+20.0%', '..', '−10.4%']);
  });
});

describe('the page on the year so far', () => {
  const curves = (charts: ReadonlyMap<string, Chart>): CurvesChart => {
    const chart = charts.get('curves-exports');
    if (chart?.kind !== 'curves') throw new Error('the page has no curves');
    return chart;
  };

  it('has a curve for each of the newest five years, the current one last and without a whole year', () => {
    const { charts } = of({ from: '2019-01', months: 93 }, '2026-11');
    const { years, current } = curves(charts);
    expect(years.map(({ name }) => name)).toEqual(['2022', '2023', '2024', '2025', '2026']);
    expect(years.map(({ end }) => end === null)).toEqual([false, false, false, false, true]);
    expect(current.period).toBe('Jan–Sep 2026');
  });

  it('leaves out of a curve what was not published, and names it', () => {
    const { charts, year } = of({ from: '2022-01', months: 57, missing: ['2024-08'] }, '2026-11');
    expect(curves(charts).years[2]?.points).toHaveLength(11);
    expect(year?.exports?.holes).toBe('January–August 2024');
  });

  it('in January shows last year’s curve and one value, and each figure once in the table', () => {
    const { charts, year } = of({ from: '2022-01', months: 25 }, '2024-03');
    expect(curves(charts).years.map(({ points }) => points.length)).toEqual([12, 12, 1]);
    expect(year?.table.heads).toEqual(['Jan 2024', 'y/y', '12 months to Jan', 'y/y']);
  });

  it('names the newest sum of twelve months where that cannot end with the newest month', () => {
    const { year } = of({ from: '2022-01', months: 44, missing: ['2024-08'] }, '2025-10');
    expect(year?.ends?.message).toBe('twelve.ends');
    expect(year?.table.heads).toContain('12 months to Jul');
  });
});

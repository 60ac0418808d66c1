import { monthIndex, type Period, periodFrom, type Source } from '../../../dataset/index.ts';
import { type Figure, marginOf, sourcesAmong } from '../../../figures/index.ts';
import { isPart, type Line } from './register-lines.ts';

/** What a row of the table of figures says of its values, of which there can be thousands. */
export interface RowFacts {
  /** How many values it has. */
  readonly count: number;
  /** The months of its values; null where it has none. */
  readonly months: RowMonths | null;
  /** The largest margin of its figures. */
  readonly margin: number;
  /** The publications that its values come from. */
  readonly sources: ReadonlySet<Source>;
}

/** The months of several values. */
export interface RowMonths {
  readonly first: Period;
  /** True where all are of the same months of their year. */
  readonly isSame: boolean;
  readonly years: { readonly first: number; readonly last: number };
  /** From the first to the last month of any. */
  readonly span: Period;
}

/** Works out what a row says of its values. */
export function rowFacts(lines: readonly Line[]): RowFacts {
  const figures = lines.flatMap((line) => line.figures);
  const sources = new Set(sourcesAmong(figures));
  for (const { series } of lines) if (series) for (const { source } of series.values) sources.add(source);
  return {
    count: countOf(lines, figures),
    months: monthsOf(lines),
    margin: figures.reduce((most, figure) => Math.max(most, marginOf(figure)), 0),
    sources,
  };
}

function countOf(lines: readonly Line[], figures: readonly Figure[]): number {
  const [first] = lines;
  // A series has one figure for each period, and so has a measure of a flow.
  const isEach = lines.every(({ series, measure }) => (series && isPart(series)) || measure?.of === 'flow');
  if (isEach) return lines.reduce((sum, { values }) => sum + values.length, 0);
  if (first?.measure) return new Set(figures.map(({ key }) => key)).size;
  // The newest value of a series can have a number of its own.
  return new Set(figures.map(({ period, subject, area }) => `${subject} ${area?.code} ${period.code}`)).size;
}

function monthsOf(lines: readonly Line[]): RowMonths | null {
  const first = lines.find(({ values }) => values.length > 0)?.values[0]?.period;
  if (!first) return null;
  let isSame = true;
  let [year, year2] = [first.year, first.year];
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const { values } of lines) {
    for (const { period } of values) {
      isSame &&= period.month === first.month && period.months === first.months;
      year = Math.min(year, period.year);
      year2 = Math.max(year2, period.year);
      const month = monthIndex(period);
      start = Math.min(start, month);
      end = Math.max(end, month + period.months);
    }
  }
  return { first, isSame, years: { first: year, last: year2 }, span: periodFrom(start, end - start) };
}

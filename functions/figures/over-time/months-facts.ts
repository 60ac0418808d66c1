import { endOf, monthIndex, noise } from '../../dataset/index.ts';
import type { Figure } from '../figure.ts';
import { type Comparison, type FlowOverTime, stretchOf } from './flow.ts';
import { thresholds } from './thresholds.ts';

/** Where a value went against the year before, over its whole rounding interval; `unclear` where it cannot be told. */
export type Direction = 'rose' | 'fell' | 'unclear';

/** The direction of a comparison by its index. */
export function directionOf({ index }: Pick<Comparison, 'index'>): Direction {
  if (!index) return 'unclear';
  if (index.interval.lo >= 100 * thresholds.rise - noise) return 'rose';
  return index.interval.hi <= 100 * thresholds.fall + noise ? 'fell' : 'unclear';
}

/** True where the whole of one figure lies above the whole of another. */
export function isAbove(a: Pick<Figure, 'interval'>, b: Pick<Figure, 'interval'>): boolean {
  return a.interval.lo > b.interval.hi + noise;
}

/** Months in a row up to the newest one, the oldest first. */
export interface Run {
  readonly direction: Exclude<Direction, 'unclear'>;
  readonly months: readonly Comparison[];
}

/** The months of a flow, beside those a year earlier. */
type MonthsOf = Pick<FlowOverTime, 'months' | 'monthChanges'>;

/** The comparisons up to the newest month of a flow, the newest first, until a hole or a month without a base. */
function newestRow({ months, monthChanges }: MonthsOf): readonly Comparison[] {
  const newest = months.at(-1);
  if (!newest) return [];
  let next = endOf(newest);
  const row: Comparison[] = [];
  for (const change of monthChanges.toReversed()) {
    const { start, end } = stretchOf(change.value.period);
    if (end !== next) break;
    row.push(change);
    next = start;
  }
  return row;
}

function isSingle({ value }: Comparison): boolean {
  return value.period.months === 1;
}

/** How many comparisons from the first on keep a rule. */
function leading(row: readonly Comparison[], keeps: (change: Comparison) => boolean): readonly Comparison[] {
  const end = row.findIndex((change) => !keeps(change));
  return end < 0 ? row : row.slice(0, end);
}

/**
 * Single months in a row, up to the newest, that all rose or all fell. Months known only together, a hole, a month
 * without a base and one that did not clearly move end the count.
 */
export function streakOf(flow: FlowOverTime): Run | null {
  return runOf(newestRow(flow), (change) => isSingle(change), thresholds.streak);
}

/** The same where a few months known only together went the same way together; null unless there are such among them. */
export function streakWithPairsOf(flow: FlowOverTime): Run | null {
  const run = runOf(newestRow(flow), ({ value }) => value.period.months <= thresholds.together, thresholds.streak);
  return run && !run.months.every(isSingle) ? run : null;
}

function runOf(row: readonly Comparison[], counts: (change: Comparison) => boolean, least: number): Run | null {
  const [newest] = row;
  const direction = newest ? directionOf(newest) : 'unclear';
  if (direction === 'unclear') return null;
  const months = leading(row, (change) => counts(change) && directionOf(change) === direction);
  return months.length >= least ? { direction, months: months.toReversed() } : null;
}

/** Single months up to the newest none of which fell, or none of which rose, and not all of which went the other way. */
export function neverOf(
  flow: FlowOverTime,
): { readonly never: 'fell' | 'rose'; readonly months: readonly Comparison[] } | null {
  const row = newestRow(flow);
  const keeps = {
    fell: ({ index }: Comparison) => index !== null && index.interval.lo >= 100 - noise,
    rose: ({ index }: Comparison) => index !== null && index.interval.hi <= 100 + noise,
  };
  for (const never of ['fell', 'rose'] as const) {
    const months = leading(row, (change) => isSingle(change) && keeps[never](change));
    const same = months.every((change) => directionOf(change) === (never === 'fell' ? 'rose' : 'fell'));
    if (months.length >= thresholds.neverBelow && !same) return { never, months: months.toReversed() };
  }
  return null;
}

/** The last month that went the given way: at least half a year ago, all months since known singly. */
export function lastThat(flow: FlowOverTime, direction: Run['direction']): Comparison | null {
  const row = newestRow(flow);
  const since = leading(row, (change) => isSingle(change) && directionOf(change) !== direction);
  const last = row[since.length];
  if (!last || !isSingle(last) || since.length < thresholds.lastOfKind) return null;
  // A month whose direction rounding leaves open may have gone that way.
  return since.some((change) => mayHave(change, direction)) ? null : last;
}

function mayHave({ index }: Comparison, direction: Run['direction']): boolean {
  if (!index) return true;
  const { lo, hi } = index.interval;
  return direction === 'rose' ? hi >= 100 * thresholds.rise : lo <= 100 * thresholds.fall;
}

/** A newest month that went another way than those before it. */
export interface Turn {
  readonly direction: Run['direction'];
  readonly month: Comparison;
  /** The months directly before it that all went the other way, the oldest first. */
  readonly after: readonly Comparison[];
  /** The last month before it that went its way, with none in between that may have; null where that is not known. */
  readonly since: Comparison | null;
}

/** The newest month that is a turn and ends after a boundary, in months since year 0; null where none is. */
export function newestTurnOf({ months, monthChanges }: MonthsOf, after: number): Turn | null {
  for (let count = months.length; count > 0; count -= 1) {
    const known = months.slice(0, count);
    const newest = known.at(-1);
    if (!newest || endOf(newest) <= after) return null;
    const changes = monthChanges.filter(({ value }) => endOf(value) <= endOf(newest));
    const turn = turnOf({ months: known, monthChanges: changes });
    if (turn) return turn;
  }
  return null;
}

/** The turn that the newest month is; null where it is none. */
export function turnOf(flow: MonthsOf): Turn | null {
  const [month, ...before] = newestRow(flow);
  if (!month || !isSingle(month)) return null;
  const direction = directionOf(month);
  if (direction === 'unclear') return null;
  const other = direction === 'rose' ? 'fell' : 'rose';
  const least = direction === 'rose' ? thresholds.fallsBeforeRise : thresholds.risesBeforeFall;
  const after = leading(before, (change) => isSingle(change) && directionOf(change) === other);
  const between = leading(before, (change) => isSingle(change) && !mayHave(change, direction));
  const last = before[between.length];
  const since = last && between.length >= least && isSingle(last) && directionOf(last) === direction ? last : null;
  if (after.length < least && !since) return null;
  return { direction, month, after: after.length >= least ? after.toReversed() : [], since };
}

/** A month that lies apart above, or below, all others that are known. */
export interface Extreme {
  readonly kind: 'highest' | 'lowest';
  readonly figure: Figure;
  /** All that are known, itself among them. */
  readonly count: number;
  /** The first of them. */
  readonly first: Figure;
}

/**
 * The newest month, or one up to three months back, where it is the highest or lowest of the single months known; no
 * mean of months known only together may lie beyond it.
 */
export function extremeMonthOf(flow: FlowOverTime): Extreme | null {
  const newest = flow.months.at(-1);
  const [extreme] = extremeMonthsOf(flow, thresholds.extremeMonths);
  return newest && extreme && endOf(newest) - endOf(extreme.figure) <= thresholds.extremeBack ? extreme : null;
}

/** The highest of 6 to 23 months; null where fewer or more are known, some only together, or where it is not apart. */
export function highestOfFewOf(flow: Pick<FlowOverTime, 'months'>): Extreme | null {
  if (flow.months.some(({ period }) => period.months > 1)) return null;
  const found = extremeMonthsOf(flow, thresholds.extremeFew).find(({ kind }) => kind === 'highest');
  return found && found.count < thresholds.extremeMonths ? found : null;
}

/**
 * The highest and the lowest of at least so many single months, the newer first: each apart from every other month, and
 * with no mean of months known only together beyond it.
 */
export function extremeMonthsOf({ months }: Pick<FlowOverTime, 'months'>, least: number): readonly Extreme[] {
  const single = months.filter(({ period }) => period.months === 1);
  const means = months.filter(({ period }) => period.months > 1).map(meanOf);
  return extremesOf(single, least).filter(({ kind, figure }) =>
    means.every((mean) => (kind === 'highest' ? isAbove(figure, mean) : isAbove(mean, figure))),
  );
}

function meanOf({ interval: { lo, hi }, period: { months } }: Figure): Pick<Figure, 'interval'> {
  return { interval: { lo: lo / months, hi: hi / months } };
}

/** The newest sum of twelve months, where it is the largest or smallest of those known. */
export function extremeTwelveOf({ twelve }: FlowOverTime): Extreme | null {
  return newestExtreme(twelve, thresholds.extremeTwelve);
}

/** The newest quarter, where it is the largest or smallest and none is missing between the first and itself. */
export function extremeQuarterOf({ quarters }: FlowOverTime): Extreme | null {
  const gaps = quarters.some(({ period }, index) => {
    const next = quarters[index + 1];
    return next !== undefined && monthIndex(next.period) !== monthIndex(period) + 3;
  });
  return gaps ? null : newestExtreme(quarters, thresholds.extremeQuarters);
}

function newestExtreme(figures: readonly Figure[], least: number): Extreme | null {
  const extreme = extremeOf(figures, least);
  return extreme?.figure === figures.at(-1) ? extreme : null;
}

/** The highest or lowest of figures where it lies apart from every other one; of both the newer. */
export function extremeOf(figures: readonly Figure[], least: number): Extreme | null {
  return extremesOf(figures, least)[0] ?? null;
}

/** The highest and the lowest of figures where they lie apart from every other one, the newer first. */
function extremesOf(figures: readonly Figure[], least: number): readonly Extreme[] {
  const [first] = figures;
  if (!first || figures.length < least) return [];
  const sorted = figures.toSorted((a, b) => a.value - b.value);
  const [lowest, second] = sorted;
  const [runnerUp, highest] = sorted.slice(-2);
  const found = [
    highest && runnerUp && isAbove(highest, runnerUp) ? { kind: 'highest' as const, figure: highest } : null,
    lowest && second && isAbove(second, lowest) ? { kind: 'lowest' as const, figure: lowest } : null,
  ].filter((extreme) => extreme !== null);
  return found
    .toSorted((a, b) => monthIndex(b.figure.period) - monthIndex(a.figure.period))
    .map((extreme) => ({ ...extreme, count: figures.length, first }));
}

/** The earlier years in a row whose same months a value since January lies above, or below, all of them. */
export function aheadOf({
  sameMonths,
}: FlowOverTime): { readonly above: boolean; readonly years: readonly Figure[] } | null {
  const [newest, ...earlier] = sameMonths.toReversed();
  if (!newest) return null;
  for (const above of [true, false]) {
    const years: Figure[] = [];
    for (const [index, year] of earlier.entries()) {
      const isNext = year.period.year === newest.period.year - index - 1;
      if (!isNext || !(above ? isAbove(newest, year) : isAbove(year, newest))) break;
      years.unshift(year);
    }
    if (years.length >= thresholds.yearsAhead) return { above, years };
  }
  return null;
}

import { boundsOf } from './bounds.ts';
import { amountOf, boundsViolation, placeOf } from './check-arithmetic.ts';
import type { Observation } from './dataset.ts';
import { lastDay } from './edition.ts';
import { noise } from './interval.ts';
import { endOf, isSinceJanuary, lastMonth, monthIndex } from './period.ts';
import type { Violation } from './violation.ts';

/** Shorter periods that do not overlap, in order, with the interval of their sum in whole units. */
interface Chain {
  readonly parts: readonly Observation[];
  readonly lo: number;
  readonly hi: number;
}

/**
 * Checks shorter periods that do not overlap against a longer one around them: what they add up to is not more, nor
 * less where they fill it. As investment may be withdrawn, some months can bring more of it than all: it is checked only
 * where they fill the longer period. Takes the newest values of one series and publisher; the work for one of them grows
 * with the number of shorter periods within it.
 */
export function sumViolations(series: readonly Observation[]): readonly Violation[] {
  // Of values since January, no two lie apart in a longer one.
  if (series.every(isSinceJanuary)) return [];
  const byYear = Map.groupBy(series, ({ period }) => period.year);
  return series.flatMap((whole) => {
    const { year } = whole.period;
    const years = Array.from({ length: Math.floor(lastMonth(whole.period) / 12) - year + 1 }, (_, at) => year + at);
    const within = years.flatMap((one) => byYear.get(one) ?? []);
    return compareSums(
      within.filter((part) => isInside(part, whole) && !isRevision(part, whole)),
      whole,
    );
  });
}

/** Whether a shorter period lies within a longer one. */
export function isInside(part: Observation, whole: Observation): boolean {
  return (
    part.period.months < whole.period.months &&
    monthIndex(part.period) >= monthIndex(whole.period) &&
    lastMonth(part.period) <= lastMonth(whole.period)
  );
}

/** A part that was published after its whole may be newer knowledge, and so may be what says that it revises. */
export function isRevision(part: Observation, whole: Observation): boolean {
  return part.revises || whole.revises || lastDay(part.source.published) > lastDay(whole.source.published);
}

function compareSums(parts: readonly Observation[], whole: Observation): readonly Violation[] {
  if (parts.length < 2) return [];
  const { lo, hi } = amountOf(whole);
  const most = chainOf(parts, whole, (one, other) => one.lo > other.lo, whole.indicator !== 'investment');
  if (most && most.lo > hi * (1 + noise)) return violationsOf('more', most, whole);
  const least = chainOf(parts, whole, (one, other) => one.hi < other.hi, false);
  return least && least.hi < lo * (1 - noise) ? violationsOf('less', least, whole) : [];
}

/** The best chain of parts up to each month of their whole; only those that fill it, unless months may be left out. */
function chainOf(
  parts: readonly Observation[],
  whole: Observation,
  isBetter: (one: Chain, other: Chain) => boolean,
  leavesOut: boolean,
): Chain | null {
  const start = monthIndex(whole.period);
  const ending = Map.groupBy(parts, (part) => endOf(part) - start);
  const best: (Chain | null)[] = [{ parts: [], lo: 0, hi: 0 }];
  for (let end = 1; end <= whole.period.months; end += 1) {
    let chosen = leavesOut ? (best[end - 1] ?? null) : null;
    for (const part of ending.get(end) ?? []) {
      const before = best[monthIndex(part.period) - start];
      const { lo, hi } = amountOf(part);
      const chain = before && { parts: [...before.parts, part], lo: before.lo + lo, hi: before.hi + hi };
      if (chain && (!chosen || isBetter(chain, chosen))) chosen = chain;
    }
    best.push(chosen);
  }
  return best.at(-1) ?? null;
}

/** The problem of a sum; none where one part alone is larger than its whole, which is told of that part. */
function violationsOf(kind: 'more' | 'less', { parts, ...sum }: Chain, whole: Observation): readonly Violation[] {
  if (parts.length < 2) return [];
  const given = { lo: sum.lo / 10 ** whole.multiplier, hi: sum.hi / 10 ** whole.multiplier };
  const bounds = boundsViolation({ ...given, rows: parts }, { ...boundsOf(whole), rows: [whole] });
  if (bounds) return [bounds];
  const [lo, hi] = [given.lo, given.hi].map((end) => Number(end.toFixed(3)));
  const values = { kind, lo: lo ?? 0, hi: hi ?? 0, rows: parts.map(({ row }) => row).join(', ') };
  return [{ ...placeOf(whole), code: 'periods_sum', values }];
}

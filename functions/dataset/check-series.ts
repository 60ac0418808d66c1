import { type Observation, rangeOf } from './dataset.ts';
import type { Interval } from './interval.ts';
import { plus } from './interval.ts';
import { monthIndex } from './period.ts';
import { newestByPublisher, publisherOf, uncontested } from './publisher.ts';
import { seriesOf } from './series.ts';
import { allProducts, type Indicator } from './tables.ts';
import type { Violation } from './violation.ts';

/** Binary fractions: far below half a unit of any published digit. */
const noise = 1e-9;

/** Amounts that add up over months: of these a value since January contains those of fewer months. */
const additive: ReadonlySet<Indicator> = new Set(['trade_value', 'investment']);

/** The values of one publisher for one series and year, by the month of their end; only exact ones. */
interface Year {
  /** Values since January by the number of months, 1 to 12. */
  readonly sinceJanuary: ReadonlyMap<number, Observation>;
  /** Values of later months, each published for itself. */
  readonly itself: readonly Observation[];
}

/**
 * Checks what bulletins say together that come every month: values since January against each other, months against
 * their differences, and the parts of a total against it. Only the newest values of one publisher are compared, and
 * none that is contested.
 */
export function checkSeries(observations: readonly Observation[]): readonly Violation[] {
  const amounts = observations.filter(({ indicator }) => additive.has(indicator));
  const newest = uncontested(newestByPublisher(amounts), amounts).filter(({ qualifier }) => qualifier === 'exact');
  const years = yearsOf(newest);
  return [...years.flatMap(checkRise), ...years.flatMap(checkMonths), ...checkParts(newest)];
}

function yearsOf(observations: readonly Observation[]): readonly Year[] {
  const groups = Map.groupBy(
    observations,
    (observation) =>
      `${seriesOf(observation)} ${observation.multiplier} ${publisherOf(observation)} ${observation.period.year}`,
  );
  return [...groups.values()].map((group) => {
    const sinceJanuary = group.filter(isSinceJanuary);
    return {
      sinceJanuary: new Map(sinceJanuary.map((observation) => [observation.period.months, observation])),
      itself: group.filter((observation) => !isSinceJanuary(observation)),
    };
  });
}

function isSinceJanuary({ period: { month, months } }: Observation): boolean {
  return month === 1 && months <= 12;
}

/** Trade since January never gets less, unless the row says that it revises. Of investment more may be withdrawn. */
function checkRise({ sinceJanuary }: Year): readonly Violation[] {
  const known = [...sinceJanuary.values()].toSorted((a, b) => a.period.months - b.period.months);
  return known.flatMap((more, index) => {
    const fewer = known[index - 1];
    if (!fewer || more.indicator !== 'trade_value' || more.revises || fewer.revises) return [];
    return rangeOf(more).hi < rangeOf(fewer).lo - noise ? [fallViolation(more, fewer)] : [];
  });
}

/** A stretch of months published for itself is the difference of the two values since January around it. */
function checkMonths({ sinceJanuary, itself }: Year): readonly Violation[] {
  return itself.flatMap((alone) => {
    const { month, months } = alone.period;
    const [before, after] = [sinceJanuary.get(month - 1), sinceJanuary.get(month + months - 1)];
    if (!before || !after || [alone, before, after].some(({ revises }) => revises)) return [];
    const difference = minus(rangeOf(after), rangeOf(before));
    const { lo, hi } = rangeOf(alone);
    const apart = lo > difference.hi + noise || hi < difference.lo - noise;
    return apart ? [monthViolation(alone, before, after, difference)] : [];
  });
}

/** What the parts of a total are told apart by. */
type PartKind = 'products' | 'regions';

/** Named products, or regions of Russia, are never larger together than what they are parts of. */
function checkParts(observations: readonly Observation[]): readonly Violation[] {
  const trade = observations.filter(({ indicator }) => indicator === 'trade_value');
  const totals = new Map(trade.map((observation) => [partKey(observation, observation), observation]));
  const groups = Map.groupBy(trade.flatMap(partOf), ({ kind, whole, part }) => `${kind} ${partKey(part, whole)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const total = first && totals.get(partKey(first.part, first.whole));
    if (!first || !total) return [];
    const parts = group.map(({ part }) => part);
    const sum = parts.map(rangeOf).reduce(plus, { lo: 0, hi: 0 });
    return sum.lo > rangeOf(total).hi + noise ? [partsViolation(first.kind, parts, sum, total)] : [];
  });
}

type Whole = Pick<Observation, 'counterpart' | 'product'>;

function partOf(part: Observation): readonly { kind: PartKind; whole: Whole; part: Observation }[] {
  const { counterpart, product } = part;
  return [
    ...(product === allProducts
      ? []
      : [{ kind: 'products' as const, whole: { counterpart, product: allProducts }, part }]),
    ...(counterpart.startsWith('RU-')
      ? [{ kind: 'regions' as const, whole: { counterpart: 'RU', product }, part }]
      : []),
  ];
}

/** What a part and its total share: flow, unit, months and publisher; and the names of the total. */
function partKey(observation: Observation, { counterpart, product }: Whole): string {
  const { flow, refArea, unit, multiplier, period } = observation;
  const of = `${flow} ${refArea} ${counterpart} ${product} ${unit} ${multiplier}`;
  return `${of} ${publisherOf(observation)} ${monthIndex(period)} ${period.months}`;
}

function minus(a: Interval, b: Interval): Interval {
  return { lo: a.lo - b.hi, hi: a.hi - b.lo };
}

// What each of these problems says: the place, what is expected, and what to do.

function problem(at: Observation, expected: string): Violation {
  return { file: 'observations.csv', row: at.row, column: 'value', value: printed(at), expected };
}

function fallViolation(more: Observation, fewer: Observation): Violation {
  const remedy = 'correct the number, or write Revised in the column note if the source says so';
  const least = `at least ${printed(fewer)}, the value for ${fewer.period.code} (row ${fewer.row})`;
  return problem(more, `a value since January is not less than that of fewer months: expected ${least}; ${remedy}`);
}

function monthViolation(alone: Observation, before: Observation, after: Observation, range: Interval): Violation {
  const remedy = 'check which of the three the source prints, and correct the row';
  const rows = `rows ${after.row} and ${before.row}`;
  const difference = `${ends(range)}, the difference of ${after.period.code} and ${before.period.code} (${rows})`;
  return problem(alone, `expected ${difference}; ${remedy}`);
}

function partsViolation(kind: PartKind, parts: readonly Observation[], sum: Interval, total: Observation): Violation {
  const largest = parts.reduce((most, next) => (next.value > most.value ? next : most));
  const many = `the named ${kind} (${parts.length}) add up to ${ends(sum)} in ${total.period.code}`;
  const limit = `more than the total of ${printed(total)} (row ${total.row})`;
  return problem(largest, `${many}, ${limit}; check the sums in the source and correct the row`);
}

function printed({ value, decimals }: { readonly value: number; readonly decimals: number }): string {
  return value.toFixed(decimals);
}

function ends({ lo, hi }: Interval): string {
  return `${Number(lo.toFixed(3))} to ${Number(hi.toFixed(3))}`;
}

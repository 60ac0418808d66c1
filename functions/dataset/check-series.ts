import { boundsOf, isBounded } from './bounds.ts';
import { amountOf, amountText, boundsViolation, exceeds, placeOf } from './check-arithmetic.ts';
import { isInside, isRevision, sumViolations } from './check-periods.ts';
import type { Observation } from './dataset.ts';
import { type Interval, noise, plus } from './interval.ts';
import { newestValues } from './newest-values.ts';
import { isSinceJanuary, lastMonth } from './period.ts';
import { newestByPublisher, publisherOf, uncontested } from './publisher.ts';
import { seriesKey, seriesOf, valueNamed } from './series.ts';
import { allProducts, type Indicator } from './tables.ts';
import type { Violation } from './violation.ts';

/** Amounts that add up over months, goods and regions. */
const additive: ReadonlySet<Indicator> = new Set(['trade_value', 'investment']);

/**
 * Checks what bulletins say together that come every month: shorter periods, and sums of them, against longer ones,
 * months against the differences of values since January, and the parts of a total against it. Only the newest values of one publisher
 * are compared, and none that is contested.
 */
export function checkSeries(observations: readonly Observation[]): readonly Violation[] {
  const amounts = observations.filter(({ indicator }) => additive.has(indicator));
  const newest = uncontested(newestValues(amounts), newestByPublisher(amounts)).filter(isBounded);
  const longer = longerViolations(newest);
  const told = new Set(longer.map(({ row }) => row));
  const months = monthViolations(newest).filter(({ row }) => !told.has(row));
  // What is wrong with a row is told once: its sums are compared when it agrees with single values.
  const single = [...longer, ...months];
  const sums = single.length > 0 ? [] : [...Map.groupBy(newest, seriesOfPublisher).values()].flatMap(sumViolations);
  return [...single, ...sums, ...partsViolations(newest)];
}

/** The series of one publisher. */
function seriesOfPublisher(observation: Observation): string {
  return `${seriesOf(observation)} ${publisherOf(observation)}`;
}

/** Trade in some months is not more than in a longer period around them; investment may be, as some is withdrawn. */
function longerViolations(observations: readonly Observation[]): readonly Violation[] {
  const trade = observations.filter(({ indicator }) => indicator === 'trade_value');
  // A longer time around a part has at least one month of the part's first year.
  const wholes = new Map<string, Observation[]>();
  for (const whole of trade) {
    for (let year = whole.period.year; year <= Math.floor(lastMonth(whole.period) / 12); year += 1) {
      const key = `${seriesOfPublisher(whole)} ${year}`;
      const known = wholes.get(key);
      if (known) known.push(whole);
      else wholes.set(key, [whole]);
    }
  }
  return trade.flatMap((part) => {
    const around = wholes.get(`${seriesOfPublisher(part)} ${part.period.year}`) ?? [];
    const compared = around.filter((whole) => isInside(part, whole) && !isRevision(part, whole));
    return compared.flatMap((whole) => exceeds(part, whole, 'longer')).slice(0, 1);
  });
}

/** A stretch of months published for itself is the difference of the two values since January around it. */
function monthViolations(observations: readonly Observation[]): readonly Violation[] {
  const years = Map.groupBy(
    observations,
    (observation) => `${seriesOfPublisher(observation)} ${observation.multiplier} ${observation.period.year}`,
  );
  return [...years.values()].flatMap((year) => {
    const sinceJanuary = new Map(
      year.filter(isSinceJanuary).map((observation) => [observation.period.months, observation]),
    );
    return year.flatMap((alone) => {
      if (isSinceJanuary(alone)) return [];
      const { month, months } = alone.period;
      const [before, after] = [sinceJanuary.get(month - 1), sinceJanuary.get(month + months - 1)];
      return before && after ? compareMonths(alone, before, after) : [];
    });
  });
}

function compareMonths(alone: Observation, before: Observation, after: Observation): readonly Violation[] {
  if ([alone, before, after].some(({ revises }) => revises)) return [];
  const [more, fewer] = [boundsOf(after), boundsOf(before)];
  const difference = { lo: more.lo - fewer.hi, hi: more.hi - fewer.lo };
  const { lo, hi } = boundsOf(alone);
  if (lo <= difference.hi + noise && hi >= difference.lo - noise) return [];
  const bounds = boundsViolation({ lo, hi, rows: [alone] }, { ...difference, rows: [after, before] });
  if (bounds) return [bounds];
  const rows = { afterRow: after.row, beforeRow: before.row };
  const values = { ...printed(difference), after: after.period.code, before: before.period.code, ...rows };
  return [{ ...placeOf(alone), code: 'month_difference', values }];
}

/** What the parts of a total are told apart by. */
type PartKind = 'products' | 'regions';

/** Named products, or regions of Russia, are never larger together than what they are parts of. */
function partsViolations(observations: readonly Observation[]): readonly Violation[] {
  const totals = new Map(observations.map((observation) => [totalKey(observation), observation]));
  const groups = Map.groupBy(observations.flatMap(partsOf), ({ kind, key }) => `${kind} ${key}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const total = first && totals.get(first.key);
    if (!first || !total) return [];
    const parts = group.map(({ part }) => part);
    const sum = parts.map(amountOf).reduce(plus, { lo: 0, hi: 0 });
    if (sum.lo <= amountOf(total).hi * (1 + noise)) return [];
    const largest = parts.reduce((most, next) => (amountOf(next).hi > amountOf(most).hi ? next : most));
    const unit = 10 ** total.multiplier;
    const given = { lo: sum.lo / unit, hi: sum.hi / unit };
    const bounds = boundsViolation({ ...given, rows: parts }, { ...boundsOf(total), rows: [total] });
    if (bounds) return [bounds];
    const range = printed(given);
    const whole = { whole: amountText(total), period: total.period.code, wholeRow: total.row };
    const values = { kind: first.kind, count: parts.length, ...range, ...whole };
    return [{ ...placeOf(largest), code: 'parts_above_whole', values }];
  });
}

/** The totals that a value is a part of, by the kind of part that it is. */
function partsOf(part: Observation): readonly { kind: PartKind; key: string; part: Observation }[] {
  return [
    ...(part.product === allProducts
      ? []
      : [{ kind: 'products' as const, key: totalNamed(part, { product: allProducts }), part }]),
    ...(part.counterpart.startsWith('RU-')
      ? [{ kind: 'regions' as const, key: totalNamed(part, { counterpart: 'RU' }), part }]
      : []),
  ];
}

function totalNamed(part: Observation, changes: Partial<Pick<Observation, 'product' | 'counterpart'>>): string {
  return `${valueNamed({ ...part, ...changes })} ${publisherOf(part)}`;
}

function totalKey(observation: Observation): string {
  return `${seriesKey(observation)} ${publisherOf(observation)}`;
}

function printed({ lo, hi }: Interval): Interval {
  return { lo: Number(lo.toFixed(3)), hi: Number(hi.toFixed(3)) };
}

import { boundsOf, boundsOfChange, isBounded, isOneSided } from './bounds.ts';
import { largestRate } from './check-observations.ts';
import type { Observation } from './dataset.ts';
import { lastDay } from './edition.ts';
import { common, type Interval, noise, over, powerOfTen } from './interval.ts';
import { lastMonth, samePeriod } from './period.ts';
import { isNewerThan, publisherOf } from './publisher.ts';
import { seriesKey, valueNamed } from './series.ts';
import type { Flow, Indicator, Unit } from './tables.ts';
import type { Violation } from './violation.ts';

/** A value that is derived from others. */
type Rule = 'base' | 'index' | 'flows' | 'turnover' | 'region';

/** What a value is a part of. */
type WholeKind = 'turnover' | 'longer' | 'companies';

/** Finds the newest bounded value that differs from another only in the named fields; null when there is none. */
type Find = (like: Observation, changes: Partial<Pick<Observation, Named>>) => Observation | null;
type Named = 'indicator' | 'flow' | 'counterpart' | 'unit' | 'period';

/**
 * Checks values against each other, those that are bounded on one side too: growth against the values of both years, a rate
 * against its index, a whole between its flows, the share of a region against its value; and parts against their whole. All
 * are compared within their rounding or their bounds, and brought to one multiplier first. Takes the newest values that
 * nothing contests.
 */
export function checkArithmetic(observations: readonly Observation[]): readonly Violation[] {
  const bounded = observations.filter(isBounded);
  const byKey = new Map(bounded.map((observation) => [seriesKey(observation), observation]));
  const find: Find = (like, changes) => byKey.get(valueNamed({ ...like, ...changes })) ?? null;
  return [
    ...bounded.flatMap((value) => [
      ...growthViolations(value, find),
      ...flowViolations(value, find),
      ...rateViolations(value, find),
      ...regionViolations(value, find),
      ...wholeViolations(value, find),
    ]),
    ...zoneViolations(bounded),
  ];
}

/** Every amount that a value can stand for, in whole units. */
export function amountOf(observation: Observation): Interval {
  const { lo, hi } = boundsOf(observation);
  const unit = powerOfTen(observation.multiplier);
  return { lo: lo * unit, hi: hi * unit };
}

/** The interval that an index or a rate of change allows, in per cent of the level a year earlier. */
function growthOf(observation: Observation): Interval {
  return observation.indicator === 'trade_index' ? boundsOf(observation) : boundsOfChange(observation);
}

/** An index or a rate of change agrees with the values of both years, and the rate with the index. */
function growthViolations(growth: Observation, find: Find): readonly Violation[] {
  if (growth.indicator !== 'trade_index' && growth.indicator !== 'trade_change') return [];
  // Growth of trade is measured in dollars only, because the rouble changed its value between the years.
  const amount = { indicator: 'trade_value', unit: 'USD' } as const;
  const now = find(growth, amount);
  const { period } = growth;
  const before = find(growth, { ...amount, period: { ...period, year: period.year - 1 } });
  const shift = growth.indicator === 'trade_change' ? 100 : 0;
  const found: Violation[] = [];
  // What was published before the growth may have been revised since: then the growth tells of it.
  const isKept = before && lastDay(before.source.published) >= lastDay(growth.source.published);
  const isOfThen = [now, before].every((value) => value && !isNewerThan(value, growth));
  if (now && isKept && isOfThen && amountOf(before).lo > 0) {
    const ratio = over(amountOf(now), amountOf(before));
    const expected = { lo: 100 * ratio.lo, hi: 100 * ratio.hi };
    found.push(...compare(growth, growthOf(growth), expected, shift, 'base', [now, before]));
  }
  const index = growth.indicator === 'trade_change' ? find(growth, { indicator: 'trade_index', unit: 'IX' }) : null;
  // A rate stands for itself, so that another publisher's may differ. All else stands side by side on a page.
  if (index && publisherOf(index) === publisherOf(growth))
    found.push(...compare(growth, growthOf(growth), growthOf(index), shift, 'index', [index]));
  return found;
}

const betweenFlows: ReadonlySet<Indicator> = new Set(['trade_index', 'trade_change', 'trade_share']);

/** The growth or the share of turnover lies between those of exports and imports. */
function flowViolations(turnover: Observation, find: Find): readonly Violation[] {
  if (turnover.flow !== 'turnover' || !betweenFlows.has(turnover.indicator)) return [];
  const [exports, imports] = [find(turnover, { flow: 'export' }), find(turnover, { flow: 'import' })];
  if (!exports || !imports) return [];
  const range = turnover.indicator === 'trade_share' ? boundsOf : growthOf;
  const shift = turnover.indicator === 'trade_change' ? 100 : 0;
  const [a, b] = [range(exports), range(imports)];
  const expected = { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
  return compare(turnover, range(turnover), expected, shift, 'flows', [exports, imports]);
}

/**
 * What the share or the growth of a flow leaves for all countries, or for the year before, is not more than the same of
 * turnover: 0.0 % of exports of USD 675.6 million would be more than all trade.
 */
function rateViolations(rate: Observation, find: Find): readonly Violation[] {
  if (rate.flow === 'turnover' || !betweenFlows.has(rate.indicator)) return [];
  const amount = { indicator: 'trade_value', unit: 'USD' } as const;
  const [part, whole] = [find(rate, amount), find(rate, { ...amount, flow: 'turnover' })];
  const ofTurnover = find(rate, { flow: 'turnover' });
  if (!part || !whole || !ofTurnover || amountOf(whole).hi <= 0) return [];
  const isShare = rate.indicator === 'trade_share';
  const range = isShare ? boundsOf : growthOf;
  const least = (amountOf(part).lo / amountOf(whole).hi) * range(ofTurnover).lo;
  const expected = { lo: least, hi: Math.max(least, isShare ? 100 : largestRate) };
  const shift = rate.indicator === 'trade_change' ? 100 : 0;
  return compare(rate, range(rate), expected, shift, 'turnover', [part, whole, ofTurnover]);
}

/** The share of a region agrees with its exports and those to Russia. */
function regionViolations(share: Observation, find: Find): readonly Violation[] {
  if (share.indicator !== 'region_share') return [];
  return (['USD', 'RUB', 'BYN'] as const).flatMap((unit) => {
    const region = find(share, { indicator: 'trade_value', unit });
    const whole = find(share, { indicator: 'trade_value', unit, counterpart: 'RU' });
    if (!region || !whole || amountOf(whole).lo <= 0) return [];
    if ([region, whole].some((value) => isNewerThan(value, share))) return [];
    const ratio = over(amountOf(region), amountOf(whole));
    const expected = { lo: 100 * ratio.lo, hi: 100 * ratio.hi };
    return compare(share, boundsOf(share), expected, 0, 'region', [region, whole]);
  });
}

/** Exports, or imports, are not larger than the turnover that they are a part of. */
function wholeViolations(part: Observation, find: Find): readonly Violation[] {
  const flows: readonly Flow[] = ['export', 'import'];
  if (part.indicator !== 'trade_value' || !flows.includes(part.flow)) return [];
  const turnover = find(part, { flow: 'turnover' });
  // Where both flows are known, the proof adds them up.
  const other = find(part, { flow: part.flow === 'export' ? 'import' : 'export' });
  return turnover && !other ? exceeds(part, turnover, 'turnover') : [];
}

/** The most months between two counts of companies that are compared. */
const comparable = 12;

/** Residents of the zone are not more than all companies at the nearest count. */
function zoneViolations(observations: readonly Observation[]): readonly Violation[] {
  const companies = observations.filter(({ indicator }) => indicator === 'companies');
  return observations.flatMap((part) => {
    if (part.indicator !== 'companies_fez') return [];
    const distance = (whole: Observation) => Math.abs(lastMonth(whole.period) - lastMonth(part.period));
    const { refArea, counterpart } = part;
    const [whole] = companies
      .filter((one) => one.refArea === refArea && one.counterpart === counterpart)
      .filter((one) => distance(one) <= comparable)
      .toSorted((a, b) => distance(a) - distance(b));
    // For the same months the proof reports it.
    return whole && !samePeriod(part.period, whole.period) ? exceeds(part, whole, 'companies') : [];
  });
}

/** The problem of a part that is larger than its whole, if it is. */
export function exceeds(part: Observation, whole: Observation, kind: WholeKind): readonly Violation[] {
  const [{ lo }, { hi }] = [amountOf(part), amountOf(whole)];
  if (lo <= hi * (1 + noise)) return [];
  const values = { kind, whole: amountText(whole), period: whole.period.code, wholeRow: whole.row };
  return [{ ...placeOf(part), code: 'above_whole', values }];
}

/** Compares percentages; `shift` is added to the printed value to make it one. */
function compare(
  value: Observation,
  found: Interval,
  expected: Interval,
  shift: number,
  rule: Rule,
  from: readonly Observation[],
): readonly Violation[] {
  if (common(found, expected)) return [];
  const shifted = ({ lo, hi }: Interval) => ({ lo: lo - shift, hi: hi - shift });
  const bounds = boundsViolation({ ...shifted(found), rows: [value] }, { ...shifted(expected), rows: from });
  if (bounds) return [bounds];
  const [lo, hi] = [rounded(expected.lo - shift), rounded(expected.hi - shift)];
  const values = { rule, lo, hi, rows: from.map(({ row }) => row).join(', ') };
  return [{ ...placeOf(value), code: 'contradiction', values }];
}

/** An interval and the rows that give it. */
interface Given extends Interval {
  readonly rows: readonly Observation[];
}

/**
 * The problem of two intervals that do not meet where a value among them is bounded on one side alone, in the row of that
 * value; null where all are exact. Told are the two ends that face each other, because the others may be open.
 */
export function boundsViolation(one: Given, other: Given): Violation | null {
  const [above, below] = one.lo > other.hi ? [one, other] : [other, one];
  const open = [...one.rows, ...other.rows].find(isOneSided);
  if (!open) return null;
  const list = ({ rows }: Given) => rows.map(({ row }) => row).join(', ');
  const ends = { least: rounded(above.lo), most: rounded(below.hi) };
  const values = { ...ends, leastRows: list(above), mostRows: list(below) };
  return { ...placeOf(open), code: 'bounds', values };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

/** The cell of a value, and the value as it is written there. */
export function placeOf({ row, value, decimals }: Observation) {
  return { file: 'observations.csv', row, column: 'value', value: value.toFixed(decimals) };
}

const units: Readonly<Partial<Record<number, string>>> = { 3: ' thousand', 6: ' million', 9: ' billion' };

/** An amount with its unit: two amounts that are compared may have different units. */
export function amountText({ value, decimals, multiplier, unit }: Observation): string {
  const amount = value.toFixed(decimals);
  if (unit === ('PN' satisfies Unit)) return amount;
  return `${unit} ${amount}${units[multiplier] ?? (multiplier === 0 ? '' : ` × 10^${multiplier}`)}`;
}

import { boundsOf, isBounded } from './bounds.ts';
import { bySeries, ofSeries } from './by-series.ts';
import type { Observation } from './dataset.ts';
import { common, type Interval, noise, over, plus } from './interval.ts';
import { monthIndex, type Period } from './period.ts';
import { isNewerThan } from './publisher.ts';
import type { SeriesOf } from './series.ts';
import { allProducts, type Flow, type Indicator, type Unit } from './tables.ts';

/** One check of the published figures against each other, with the ranges that rounding leaves them. */
export type Check = PairCheck | SharesCheck | PartCheck;

/** Two derivations of the same amount, in the unit and multiplier of turnover: both intervals, and their overlap. */
export interface PairCheck {
  /** The identity: exports + imports = turnover; the bases of the indices; the totals behind the shares. */
  readonly check: 'turnover' | 'bases' | 'totals';
  readonly period: Period;
  readonly exports: Observation;
  readonly imports: Observation;
  readonly turnover: Observation;
  /** The indices or shares of exports, imports and turnover, by which these are divided; none in a sum. */
  readonly rates: readonly Observation[];
  readonly parts: Interval;
  readonly whole: Interval;
  readonly shared: Interval | null;
  readonly agrees: boolean;
}

/** Shares of one whole: their sum, in per cent, may not pass 100. */
export interface SharesCheck {
  readonly check: 'shares';
  readonly period: Period;
  readonly shares: readonly Observation[];
  readonly sum: Interval;
  readonly agrees: boolean;
}

/** A count and the count that it is a part of. */
export interface PartCheck {
  readonly check: 'part';
  readonly period: Period;
  readonly part: Observation;
  readonly whole: Observation;
  readonly agrees: boolean;
}

/** The counts that are parts of other counts. */
const parts: readonly (readonly [part: Indicator, whole: Indicator])[] = [['companies_fez', 'companies']];

/**
 * The arithmetic proof: every check that the published figures allow, the newest period first.
 * A check that lacks a figure, or has one that is not exact, is not made. What one product says is no part of it.
 */
export function proofOf(observations: readonly Observation[]): readonly Check[] {
  return checksOf(observations, ({ qualifier }) => qualifier === 'exact');
}

/** The checks of the proof, and those that “more than” and “nearly” allow: they prove nothing, but can be contradicted. */
export function boundedChecksOf(observations: readonly Observation[]): readonly Check[] {
  return checksOf(observations, isBounded);
}

function checksOf(
  observations: readonly Observation[],
  isCompared: (observation: Observation) => boolean,
): readonly Check[] {
  const groups = [...Map.groupBy(withWhole(observations).filter(isCompared), groupKey).values()];
  const checks = groups.flatMap((group) => [...pairChecks(group), ...partChecks(group)]);
  const regional = ofSeries(
    observations,
    ({ indicator, product }) => indicator === 'region_share' && product === allProducts,
  ).filter(isCompared);
  const ofOneFlow = Map.groupBy(regional, ({ flow, period }) => `${flow} ${spanOf(period)}`);
  checks.push(...[...ofOneFlow.values()].map(sharesCheck));
  return checks.toSorted((a, b) => order(a) - order(b) || monthIndex(b.period) - monthIndex(a.period));
}

/** What is between two areas of which a whole is stated, turnover or a count: of single regions there may be thousands. */
function withWhole(observations: readonly Observation[]): readonly Observation[] {
  const pairs = new Set<string>();
  for (const [of] of bySeries(observations).values()) {
    const isWhole = of?.flow === 'turnover' || parts.some(([, whole]) => whole === of?.indicator);
    if (of && isWhole && of.product === allProducts) pairs.add(pairOf(of));
  }
  return ofSeries(observations, (series) => series.product === allProducts && pairs.has(pairOf(series)));
}

function pairOf({ refArea, counterpart }: SeriesOf): string {
  return `${refArea} ${counterpart}`;
}

const kinds = ['turnover', 'bases', 'totals', 'shares', 'part'] as const;

function order({ check }: Check): number {
  return kinds.indexOf(check);
}

function spanOf(period: Period): number {
  return 1000 * monthIndex(period) + period.months;
}

function groupKey(observation: Observation): string {
  return `${pairOf(observation)} ${spanOf(observation.period)}`;
}

type Trio = Pick<PairCheck, 'exports' | 'imports' | 'turnover'>;

function trioOf(group: readonly Observation[], indicator: Indicator, unit: Unit): Trio | null {
  const find = (flow: Flow) =>
    group.find((item) => item.indicator === indicator && item.flow === flow && item.unit === unit);
  const exports = find('export');
  const imports = exports && find('import');
  const turnover = imports && find('turnover');
  return turnover ? { exports, imports, turnover } : null;
}

function pairChecks(group: readonly Observation[]): readonly Check[] {
  const amounts = (['USD', 'RUB', 'BYN'] as const).flatMap((unit) => trioOf(group, 'trade_value', unit) ?? []);
  // Indices and shares are measured in dollars, if amounts in dollars are published.
  return amounts.flatMap((values, index) => pairChecksOf(group, values, index === 0));
}

function pairChecksOf(group: readonly Observation[], values: Trio, isMain: boolean): readonly Check[] {
  const range = (value: Observation) => {
    const factor = 10 ** (value.multiplier - values.turnover.multiplier);
    const { lo, hi } = boundsOf(value);
    return { lo: lo * factor, hi: hi * factor };
  };
  const checks = [pairCheck('turnover', values, range, [])];
  if (!isMain) return checks;
  const divided = (divisors: Trio) => (value: Observation) => {
    const [, divisor] = Object.entries(divisors).find(([, { flow }]) => flow === value.flow) ?? [];
    const { lo, hi } = boundsOf(divisor ?? value);
    return over(range(value), { lo: lo / 100, hi: hi / 100 });
  };
  const indices = trioOf(group, 'trade_index', 'IX');
  const shares = trioOf(group, 'trade_share', 'PT');
  if (indices && positive(indices) && areOf(values, indices)) {
    checks.push(pairCheck('bases', values, divided(indices), inOrder(indices)));
  }
  if (shares && positive(shares) && areOf(values, shares)) {
    checks.push(pairCheck('totals', values, divided(shares), inOrder(shares)));
  }
  return checks;
}

/** False where one of the values may have been revised since the rates were published. */
function areOf(values: Trio, rates: Trio): boolean {
  const flows = ['exports', 'imports', 'turnover'] as const;
  return flows.every((flow) => !isNewerThan(values[flow], rates[flow]));
}

function inOrder({ exports, imports, turnover }: Trio): readonly Observation[] {
  return [exports, imports, turnover];
}

function positive(trio: Trio): boolean {
  return inOrder(trio).every((observation) => boundsOf(observation).lo > 0);
}

function pairCheck(
  check: PairCheck['check'],
  values: Trio,
  range: (value: Observation) => Interval,
  rates: readonly Observation[],
): PairCheck {
  const sum = plus(range(values.exports), range(values.imports));
  const whole = range(values.turnover);
  const shared = common(sum, whole);
  return {
    check,
    period: values.turnover.period,
    ...values,
    rates,
    parts: sum,
    whole,
    shared,
    agrees: shared !== null,
  };
}

function sharesCheck(shares: readonly Observation[]): SharesCheck {
  const sum = shares.map(boundsOf).reduce(plus, { lo: 0, hi: 0 });
  const [first] = shares;
  if (!first) throw new Error('a group of shares is never empty');
  return { check: 'shares', period: first.period, shares, sum, agrees: sum.lo <= 100 + noise };
}

function partChecks(group: readonly Observation[]): readonly PartCheck[] {
  return parts.flatMap(([partName, wholeName]) => {
    const part = group.find(({ indicator }) => indicator === partName);
    const whole = group.find(({ indicator }) => indicator === wholeName);
    if (!part || !whole) return [];
    return [
      { check: 'part' as const, period: whole.period, part, whole, agrees: boundsOf(part).lo <= boundsOf(whole).hi },
    ];
  });
}

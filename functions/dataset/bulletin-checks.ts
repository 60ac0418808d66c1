import { amountOf } from './check-arithmetic.ts';
import { type Observation, rangeOf } from './dataset.ts';
import { common, type Interval, noise, over, plus } from './interval.ts';
import { endOf, isSinceJanuary, yearEarlier } from './period.ts';
import { type Check, proofOf } from './proof.ts';
import { newestByPublisher, publisherOf, uncontested } from './publisher.ts';
import { seriesKey, seriesOf } from './series.ts';
import { allProducts, type Flow } from './tables.ts';

/** What bulletins can be checked for, in the order in which it is told. */
export const checkKinds = [
  'turnover',
  'bases',
  'index',
  'totals',
  'cumulative',
  'goods_exports',
  'goods_imports',
  'regions',
  'shares',
  'parts',
  'month',
  'zone',
] as const;

/** A kind of check. */
export type CheckKind = (typeof checkKinds)[number];

/** How a kind of check stands for one bulletin: it passed, there is nothing to compare with, or a value was revised. */
export type CheckState = 'passed' | 'nothing' | 'revised';

/** The index of a flow against the value that was published a year earlier. */
export interface IndexCheck {
  readonly value: Observation;
  readonly index: Observation;
  readonly before: Observation;
  /** Value ÷ index and the published value, in the unit of the value, and what both allow. */
  readonly implied: Interval;
  readonly published: Interval;
  readonly shared: Interval;
}

/** The sum of named parts against what they are parts of; both in millions. */
export interface LimitCheck {
  readonly kind: 'goods_exports' | 'goods_imports' | 'regions';
  readonly sum: number;
  readonly decimals: number;
  readonly whole: Observation;
}

/** One kind of check over all bulletins. */
export interface KindOfCheck {
  readonly kind: CheckKind;
  /** How many single checks passed: a kind may have several for one bulletin. */
  readonly passed: number;
  /** The bulletins for which it is due, by the boundary after their last month. */
  readonly states: ReadonlyMap<number, CheckState>;
}

/** What the bulletins of a publisher were checked for. A check that fails is no part of it: such data are refused. */
export interface BulletinChecks {
  /** The ends of the bulletins, in order. */
  readonly bulletins: readonly number[];
  /** The kinds of which at least one check passed. */
  readonly kinds: readonly KindOfCheck[];
  readonly passed: number;
  /** The checks of the newest bulletin, with the ranges that were compared. */
  readonly newest: {
    readonly pairs: readonly Extract<Check, { parts: Interval }>[];
    readonly index: IndexCheck | null;
    readonly limits: readonly LimitCheck[];
  };
}

/** One check that was made for a bulletin, or could not be. */
interface Made {
  readonly kind: CheckKind;
  readonly end: number;
  readonly state: CheckState;
}

/**
 * The checks that the bulletins of a publisher allow, on trade with Russia and on the counts beside it. Takes every
 * value that an edition knows, those that were replaced too; the work grows with their number.
 */
export function bulletinChecksOf(observations: readonly Observation[], publisher: string): BulletinChecks {
  const own = newestByPublisher(observations).filter((value) => publisherOf(value) === publisher);
  const values = uncontested(
    own,
    observations.filter((value) => publisherOf(value) === publisher),
  ).filter(({ qualifier, refArea }) => qualifier === 'exact' && refArea === 'BY-HO');
  const trade = values.filter((value) => value.indicator === 'trade_value' && isSinceJanuary(value));
  const bulletins = [...new Set(trade.filter(isWhole).map(endOf))].toSorted((a, b) => a - b);
  const proof = proofOf(values).filter(isOfBulletin);
  const indices = indexChecks(values);
  const limits = limitChecks(trade);
  const made = [
    ...proof.flatMap(madeOf),
    ...indices.map(({ end, state }): Made => ({ kind: 'index', end, state })),
    ...limits.map(({ kind, whole }): Made => ({ kind, end: endOf(whole), state: 'passed' })),
    ...risesOf(trade),
    ...monthChecks(values),
  ];
  const kinds = checkKinds.flatMap((kind) => kindOf(kind, made, bulletins));
  const newest = bulletins.at(-1);
  return {
    bulletins,
    kinds,
    passed: kinds.reduce((sum, { passed }) => sum + passed, 0),
    newest: {
      pairs: proof.flatMap((check) => ('parts' in check && endOf(check) === newest ? check : [])),
      index: newestIndex(indices, newest),
      limits: limits.filter(({ whole }) => endOf(whole) === newest),
    },
  };
}

/** The index that is shown in detail: of exports, else of imports, else of turnover. */
function newestIndex(indices: readonly MadeIndex[], newest: number | undefined): IndexCheck | null {
  const known = indices.flatMap(({ end, check }) => (check && end === newest ? check : []));
  const of = (flow: Flow) => known.find(({ index }) => index.flow === flow);
  return of('export') ?? of('import') ?? known[0] ?? null;
}

/** Trade of all goods with the whole of Russia. */
function isWhole({ counterpart, product }: Observation): boolean {
  return counterpart === 'RU' && product === allProducts;
}

/** A check of values since January with Russia, or one that has no flow. Those that fail are revised since. */
function isOfBulletin(check: Check): boolean {
  if (!check.agrees || !isSinceJanuary(check)) return check.agrees && check.check === 'part';
  return !('parts' in check) || (check.turnover.counterpart === 'RU' && check.turnover.unit === 'USD');
}

function madeOf(check: Check): readonly Made[] {
  const kind = check.check === 'part' ? 'zone' : check.check;
  return [{ kind, end: endOf(check), state: 'passed' }];
}

/** Kinds that only some bulletins are due for; where another was not possible, there was nothing to compare with. */
const dueSometimes: ReadonlySet<CheckKind> = new Set(['shares', 'month', 'zone']);

/** A kind with its states: of several checks of one bulletin, one that passed counts first, then one that was revised. */
function kindOf(kind: CheckKind, made: readonly Made[], bulletins: readonly number[]): readonly KindOfCheck[] {
  const own = made.filter((check) => check.kind === kind);
  const passed = own.filter(({ state }) => state === 'passed').length;
  if (passed === 0) return [];
  const states = new Map<number, CheckState>(
    dueSometimes.has(kind) ? [] : bulletins.map((end) => [end, 'nothing'] as const),
  );
  for (const wanted of ['revised', 'passed'] as const) {
    for (const { end, state } of own) if (state === wanted) states.set(end, state);
  }
  return [{ kind, passed, states }];
}

/** An index that was compared, with what was compared where it passed. */
interface MadeIndex {
  readonly end: number;
  readonly state: CheckState;
  readonly check: IndexCheck | null;
}

/** Each published index against the values of both years; a difference beyond rounding tells that one was revised. */
function indexChecks(values: readonly Observation[]): readonly MadeIndex[] {
  const byKey = new Map(values.map((value) => [seriesKey(value), value]));
  return values.flatMap((index): readonly MadeIndex[] => {
    if (index.indicator !== 'trade_index' || !isWhole(index) || !isSinceJanuary(index)) return [];
    const like = { ...index, indicator: 'trade_value', unit: 'USD' } as const;
    const value = byKey.get(seriesKey(like));
    const before = byKey.get(seriesKey({ ...like, period: yearEarlier(index.period) }));
    const divisor = rangeOf(index);
    if (!value || !before || divisor.lo <= 0) return [];
    const end = endOf(index);
    const implied = over(millionsOf(value), { lo: divisor.lo / 100, hi: divisor.hi / 100 });
    const published = millionsOf(before);
    const shared = common(implied, published);
    if (!shared) return [{ end, state: 'revised', check: null }];
    return [{ end, state: 'passed', check: { value, index, before, implied, published, shared } }];
  });
}

function millionsOf(observation: Observation): Interval {
  const { lo, hi } = rangeOf(observation);
  const factor = 10 ** (observation.multiplier - 6);
  return { lo: lo * factor, hi: hi * factor };
}

/** What the parts of a total are: goods of one flow, or regions. */
const limitOf: Readonly<Record<'goods' | 'regions', Readonly<Partial<Record<Flow, LimitCheck['kind']>>>>> = {
  goods: { export: 'goods_exports', import: 'goods_imports' },
  regions: { export: 'regions' },
};

/** Named goods, or regions, together against their total. */
function limitChecks(trade: readonly Observation[]): readonly LimitCheck[] {
  const totals = new Map(trade.filter(isWhole).map((value) => [seriesKey(value), value]));
  const parts = trade.flatMap((value) => {
    const isRegion = value.counterpart.startsWith('RU-') && value.product === allProducts;
    if (!isRegion && (value.counterpart !== 'RU' || value.product === allProducts)) return [];
    const kind = limitOf[isRegion ? 'regions' : 'goods'][value.flow];
    const whole = totals.get(seriesKey({ ...value, counterpart: 'RU', product: allProducts }));
    return kind && whole ? [{ kind, whole, value }] : [];
  });
  const groups = Map.groupBy(parts, ({ kind, whole }) => `${kind} ${seriesKey(whole)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const sum = group.map(({ value }) => amountOf(value)).reduce(plus, { lo: 0, hi: 0 });
    if (sum.lo > amountOf(first.whole).hi * (1 + noise)) return [];
    const decimals = Math.max(...group.map(({ value }) => Math.max(0, value.decimals - (value.multiplier - 6))));
    const total = group.reduce((all, { value }) => all + value.value * 10 ** (value.multiplier - 6), 0);
    return [{ kind: first.kind, whole: first.whole, decimals, sum: Number(total.toFixed(decimals)) }];
  });
}

/** Each value since January against the last one before it in its year: it is not less, or one of the two was revised. */
function risesOf(trade: readonly Observation[]): readonly Made[] {
  const years = Map.groupBy(trade, (value) => `${seriesOf(value)} ${value.period.year}`);
  return [...years.values()].flatMap((year) => {
    const ordered = year.toSorted((a, b) => endOf(a) - endOf(b));
    return ordered.slice(1).map((value, index): Made => {
      const before = ordered[index] ?? value;
      const fell = amountOf(before).lo > amountOf(value).hi * (1 + noise);
      const kind = isWhole(value) ? 'cumulative' : 'parts';
      return { kind, end: endOf(value), state: fell ? 'revised' : 'passed' };
    });
  });
}

/** Each month that is published for itself against the difference of the values since January around it. */
function monthChecks(values: readonly Observation[]): readonly Made[] {
  const trade = values.filter((value) => value.indicator === 'trade_value' && isWhole(value));
  const toDate = new Map(
    trade.filter(isSinceJanuary).map((value) => [`${seriesOf(value)} ${endOf(value)}`, amountOf(value)]),
  );
  return trade.flatMap((alone): readonly Made[] => {
    if (isSinceJanuary(alone)) return [];
    const at = (end: number) => toDate.get(`${seriesOf(alone)} ${end}`);
    const [after, before] = [at(endOf(alone)), at(endOf(alone) - alone.period.months)];
    if (!after || !before) return [];
    const agrees = common({ lo: after.lo - before.hi, hi: after.hi - before.lo }, amountOf(alone));
    return [{ kind: 'month', end: endOf(alone), state: agrees ? 'passed' : 'revised' }];
  });
}

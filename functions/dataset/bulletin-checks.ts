import { bySeries, ofSeries, only } from './by-series.ts';
import { amountOf } from './check-arithmetic.ts';
import { type Observation, rangeOf } from './dataset.ts';
import { common, type Interval, noise, over } from './interval.ts';
import { newestValues } from './newest-values.ts';
import { areInOrder, endOf, isSinceJanuary, placeOfEnd } from './period.ts';
import { type Check, proofOf } from './proof.ts';
import { type NewestValues, publisherOf, uncontested } from './publisher.ts';
import { seriesKey, seriesNamed, seriesOf } from './series.ts';
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

/** Counts the checks that were made: of several of one kind for one bulletin, one that passed counts first. */
class Tally {
  readonly #kinds = new Map<CheckKind, { passed: number; readonly states: Map<number, CheckState> }>();

  add(kind: CheckKind, end: number, state: 'passed' | 'revised'): void {
    const known = this.#kinds.get(kind) ?? { passed: 0, states: new Map() };
    this.#kinds.set(kind, known);
    if (state === 'passed') known.passed += 1;
    if (known.states.get(end) !== 'passed') known.states.set(end, state);
  }

  /** The kinds of which one check passed at least; of a bulletin that is due and has none, there was nothing to compare. */
  kinds(bulletins: readonly number[]): readonly KindOfCheck[] {
    return checkKinds.flatMap((kind) => {
      const { passed, states } = this.#kinds.get(kind) ?? { passed: 0, states: new Map<number, CheckState>() };
      const due = dueSometimes.has(kind) ? [] : bulletins.map((end) => [end, 'nothing'] as const);
      return passed > 0 ? [{ kind, passed, states: new Map<number, CheckState>([...due, ...states]) }] : [];
    });
  }
}

/**
 * The checks that the bulletins of a publisher allow, on trade with Russia and on the counts beside it. Takes every
 * value that an edition knows, those that were replaced too; the work grows with their number.
 */
export function bulletinChecksOf(known: NewestValues, publisher: string): BulletinChecks {
  const values = only(
    uncontested(newestOf(known, publisher)),
    ({ qualifier, refArea }) => qualifier === 'exact' && refArea === 'BY-HO',
  );
  const series = seriesSinceJanuary(values);
  const trade = [...series.values()].filter(({ of }) => of.indicator === 'trade_value');
  const wholes = trade.filter(({ of }) => isWhole(of));
  const bulletins = [...new Set(wholes.flatMap(({ ends }) => ends))].toSorted((a, b) => a - b);
  const proof = proofOf(values).filter(isOfBulletin);
  const indices = [...series.values()].flatMap((index) => indexChecks(index, series));
  const limits = limitsOf(trade, series);
  const newest = bulletins.at(-1);
  const tally = new Tally();
  for (const check of proof) tally.add(check.check === 'part' ? 'zone' : check.check, endOf(check), 'passed');
  for (const { end, state } of indices) tally.add('index', end, state);
  for (const limit of limits) for (const end of limit.passed) tally.add(limit.kind, end, 'passed');
  for (const one of trade) addRises(one, tally);
  addMonths(values, series, tally);
  const kinds = tally.kinds(bulletins);
  return {
    bulletins,
    kinds,
    passed: kinds.reduce((sum, { passed }) => sum + passed, 0),
    newest: {
      pairs: proof.flatMap((check) => ('parts' in check && endOf(check) === newest ? check : [])),
      index: newestIndex(indices, newest),
      limits: limits.flatMap((limit) => (newest === undefined ? [] : limitAt(limit, newest))),
    },
  };
}

/** The newest values of one publisher; only what was replaced has to be sorted again. */
function newestOf({ newest, replaced }: NewestValues, publisher: string): NewestValues {
  const isOwn = (value: Observation) => publisherOf(value) === publisher;
  const own = only(newest, isOwn);
  const older = replaced.filter(isOwn);
  if (older.length === 0) return { newest: own, replaced: [] };
  const keys = new Set(older.map(seriesKey));
  const again = newestValues([...own.filter((value) => keys.has(seriesKey(value))), ...older]);
  return { newest: [...own.filter((value) => !keys.has(seriesKey(value))), ...again.newest], replaced: again.replaced };
}

/**
 * The values since January of one series in order. Beside them, in columns, the boundary after the last month of each, and the
 * least and the most that it can stand for: a record of years has many thousands.
 */
interface SinceJanuary {
  readonly of: Observation;
  readonly values: readonly Observation[];
  readonly ends: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** The value since January that ends at a boundary. */
function valueAt(series: SinceJanuary | undefined, end: number): Observation | undefined {
  return series?.values[placeOfEnd(series.values, end)];
}

/** Sorts values since January into their series, so that each check finds what it compares without a search. */
function seriesSinceJanuary(values: readonly Observation[]): ReadonlyMap<string, SinceJanuary> {
  const series = new Map<string, SinceJanuary>();
  for (const [key, all] of bySeries(values)) {
    const group = only(all, isSinceJanuary);
    const [of] = group;
    const values = areInOrder(group) ? group : group.toSorted((a, b) => endOf(a) - endOf(b));
    if (of) series.set(key, columnsOf(of, values));
  }
  return series;
}

function columnsOf(of: Observation, values: readonly Observation[]): SinceJanuary {
  const [ends, least, most]: [number[], number[], number[]] = [[], [], []];
  for (const value of values) {
    const { lo, hi } = amountOf(value);
    ends.push(endOf(value));
    least.push(lo);
    most.push(hi);
  }
  return { of, values, ends, least, most };
}

/** The index that is shown in detail: of exports, else of imports, else of turnover. */
function newestIndex(indices: readonly MadeIndex[], newest: number | undefined): IndexCheck | null {
  const known = indices.flatMap(({ end, check }) => (check && end === newest ? check : []));
  const of = (flow: Flow) => known.find(({ index }) => index.flow === flow);
  return of('export') ?? of('import') ?? known[0] ?? null;
}

/** Trade of all goods with the whole of Russia. */
function isWhole({ counterpart, product }: Pick<Observation, 'counterpart' | 'product'>): boolean {
  return counterpart === 'RU' && product === allProducts;
}

/** A check of values since January with Russia, or one that has no flow. Those that fail are revised since. */
function isOfBulletin(check: Check): boolean {
  if (!check.agrees || !isSinceJanuary(check)) return check.agrees && check.check === 'part';
  return !('parts' in check) || (check.turnover.counterpart === 'RU' && check.turnover.unit === 'USD');
}

/** Kinds that only some bulletins are due for; where another was not possible, there was nothing to compare with. */
const dueSometimes: ReadonlySet<CheckKind> = new Set(['shares', 'month', 'zone']);

/** An index that was compared, with what was compared where it passed. */
interface MadeIndex {
  readonly end: number;
  readonly state: 'passed' | 'revised';
  readonly check: IndexCheck | null;
}

/** Each published index against the values of both years; a difference beyond rounding tells that one was revised. */
function indexChecks(
  { of, values: indices }: SinceJanuary,
  series: ReadonlyMap<string, SinceJanuary>,
): readonly MadeIndex[] {
  if (of.indicator !== 'trade_index' || !isWhole(of)) return [];
  const values = series.get(seriesNamed({ ...of, indicator: 'trade_value', unit: 'USD' }));
  return indices.flatMap((index): readonly MadeIndex[] => {
    const end = endOf(index);
    const [value, before] = [valueAt(values, end), valueAt(values, end - 12)];
    const divisor = rangeOf(index);
    if (!value || !before || divisor.lo <= 0) return [];
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

/** The named parts of a total, and the ends of the values since January for which they are not more than it together. */
interface Limit {
  readonly kind: LimitCheck['kind'];
  readonly wholes: SinceJanuary;
  readonly parts: readonly SinceJanuary[];
  readonly passed: readonly number[];
}

/** Named goods, or regions, together against their total. */
function limitsOf(trade: readonly SinceJanuary[], series: ReadonlyMap<string, SinceJanuary>): readonly Limit[] {
  const parts = trade.flatMap((part) => {
    const { of } = part;
    const isRegion = of.counterpart.startsWith('RU-') && of.product === allProducts;
    if (!isRegion && (of.counterpart !== 'RU' || of.product === allProducts)) return [];
    const kind = limitOf[isRegion ? 'regions' : 'goods'][of.flow];
    const wholes = series.get(seriesNamed({ ...of, counterpart: 'RU', product: allProducts }));
    return kind && wholes ? [{ kind, wholes, part }] : [];
  });
  const groups = Map.groupBy(parts, ({ kind, wholes }) => `${kind} ${seriesOf(wholes.of)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, wholes } = first;
    const sums: (number | undefined)[] = [];
    for (const { part } of group) addLeast(part, wholes, sums);
    const passed = wholes.ends.filter((_, place) => {
      const sum = sums[place];
      return sum !== undefined && sum <= (wholes.most[place] ?? 0) * (1 + noise);
    });
    return [{ kind, wholes, parts: group.map(({ part }) => part), passed }];
  });
}

/** Adds the least amount of each part to the sum at the place of its whole. Both are in order, so that none is searched for. */
function addLeast(part: SinceJanuary, { ends }: SinceJanuary, sums: (number | undefined)[]): void {
  let place = 0;
  for (let index = 0; index < part.ends.length; index += 1) {
    const end = part.ends[index] ?? 0;
    while ((ends[place] ?? end) < end) place += 1;
    if (ends[place] === end) sums[place] = (sums[place] ?? 0) + (part.least[index] ?? 0);
  }
}

/** What was compared for one bulletin; nothing where that check was not made, or did not pass. */
function limitAt({ kind, wholes, parts, passed }: Limit, end: number): readonly LimitCheck[] {
  const whole = valueAt(wholes, end);
  if (!whole || !passed.includes(end)) return [];
  return [{ kind, whole, ...sumOf(parts.flatMap((part) => valueAt(part, end) ?? [])) }];
}

/** The sum of amounts in millions, with as many decimals as the one that has most. */
function sumOf(values: readonly Observation[]): Pick<LimitCheck, 'sum' | 'decimals'> {
  let [sum, decimals] = [0, 0];
  for (const value of values) {
    decimals = Math.max(decimals, value.decimals - (value.multiplier - 6));
    sum += value.value * 10 ** (value.multiplier - 6);
  }
  return { sum: Number(sum.toFixed(decimals)), decimals };
}

/** Each value since January against the last one before it in its year: it is not less, or one of the two was revised. */
function addRises({ of, values, ends, least, most }: SinceJanuary, tally: Tally): void {
  const kind = isWhole(of) ? 'cumulative' : 'parts';
  for (let index = 1; index < values.length; index += 1) {
    if (values[index]?.period.year !== values[index - 1]?.period.year) continue;
    const isLess = (least[index - 1] ?? 0) > (most[index] ?? 0) * (1 + noise);
    tally.add(kind, ends[index] ?? 0, isLess ? 'revised' : 'passed');
  }
}

/** Each month that is published for itself against the difference of the values since January around it. */
function addMonths(values: readonly Observation[], series: ReadonlyMap<string, SinceJanuary>, tally: Tally): void {
  for (const alone of ofSeries(values, (of) => of.indicator === 'trade_value' && isWhole(of))) {
    if (isSinceJanuary(alone)) continue;
    const at = (end: number) => valueAt(series.get(seriesOf(alone)), end);
    const [last, first] = [at(endOf(alone)), at(endOf(alone) - alone.period.months)];
    if (!last || !first) continue;
    const [after, before] = [amountOf(last), amountOf(first)];
    const agrees = common({ lo: after.lo - before.hi, hi: after.hi - before.lo }, amountOf(alone));
    tally.add('month', endOf(alone), agrees ? 'passed' : 'revised');
  }
}

import { type Period, periodFrom } from '../../dataset/index.ts';
import { type ChangeClass, classifyChange, directionOf as wayOf } from '../change.ts';
import type { Figure } from '../figure.ts';
import {
  codeTerm,
  type Finding,
  figureTerm,
  finding,
  messageTerm,
  ordinalTerm,
  periodAs,
  periodTerm,
  productTerm,
  type Term,
} from '../finding.ts';
import type { MessageKey } from '../message-keys.d.ts';
import { driversOf, gapChangeOf, movesOf, paceOf, restHasMost } from './change-facts.ts';
import { type Comparison, type FlowOverTime, stretchOf } from './flow.ts';
import {
  aheadOf,
  directionOf,
  extremeMonthOf,
  extremeQuarterOf,
  extremeTwelveOf,
  isAbove,
  lastThat,
  neverOf,
  streakOf,
  streakWithPairsOf,
  turnOf,
} from './months-facts.ts';
import type { MissingBulletins, OverTime } from './over-time.ts';
import type { Part, PartsOverTime } from './parts.ts';
import { thresholds } from './thresholds.ts';

/** The flows that sentences over time are about. */
export type FlowName = 'exports' | 'imports';

/** Exports and imports where both are known. */
interface Both {
  readonly exports: FlowOverTime;
  readonly imports: FlowOverTime;
}

const flowTerm = (name: FlowName | 'turnover') => messageTerm(`clause.${name}`);
const count = (number: number): Term => ({ term: 'count', count: number });

function bothOf({ exports, imports }: OverTime): Both | null {
  return exports && imports ? { exports, imports } : null;
}

/** The class of a comparison, as the words for changes know it. */
function classOf({ value, base, index }: Comparison): ChangeClass {
  return classifyChange({ value, base: base ?? undefined, index: index ?? undefined });
}

type Way = 'up' | 'down' | 'same' | 'none';

/** Which way a comparison is told: `same` where it is almost unchanged, `none` where it has no base. */
function way(comparison: Comparison): Way {
  const word = classOf(comparison);
  if (word === 'no_base' || word === 'no_value') return 'none';
  const direction = wayOf(word);
  return direction === 'none' ? 'same' : direction;
}

const change = (index: Figure | null): Record<string, Term> => (index ? { p: figureTerm(index, 'change') } : {});

// Since January.

/** The newest value since January against a year earlier: «Turnover with Russia in … came to …, … more than a year earlier». */
export function toDateFinding(name: FlowName | 'turnover', { yearToDate }: FlowOverTime): Finding | null {
  if (!yearToDate) return null;
  const { value, difference, basis } = yearToDate;
  const subject = { subject: messageTerm(`subject.${name}`), gender: messageTerm(`gender.${name}`) };
  const terms = { ...subject, period: periodTerm(value.period), money: figureTerm(value, 'money') };
  const told = way(yearToDate);
  if (told === 'none' || !difference || (basis !== 'value' && told !== 'same')) return finding('ytd.value', terms);
  if (told === 'same') return finding('ytd.same', terms);
  return finding(told === 'up' ? 'ytd.more_by' : 'ytd.less_by', {
    ...terms,
    amount: figureTerm(difference, 'amount_alone'),
  });
}

/** Which flow grew faster since January, and whether both moved the same way; null where one of them is not compared. */
export function paceFinding(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  if (!exports || !imports) return null;
  const found = paceOf(exports, imports);
  if (found) {
    const { direction, pace } = found;
    if (pace === 'same') return finding(direction === 'rose' ? 'ytd.same_pace_up' : 'ytd.same_pace_down');
    return finding(direction === 'rose' ? `ytd.${pace}_faster` : `ytd.${pace}_fell_more`);
  }
  const directions = [directionOf(exports), directionOf(imports)];
  if (directions.includes('unclear')) return null;
  return finding(directions[0] === 'rose' ? 'ytd.opposite_exports_up' : 'ytd.opposite_imports_up');
}

function toDate({ exports, imports }: OverTime): readonly [Comparison | null, Comparison | null] {
  return [exports?.yearToDate ?? null, imports?.yearToDate ?? null];
}

/** Both flows since January with their growth and amounts. */
export function flowsFinding(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  if (!exports?.index || !imports?.index) return null;
  const [a, b] = [way(exports), way(imports)];
  const terms = {
    p1: figureTerm(exports.index, 'change'),
    p2: figureTerm(imports.index, 'change'),
    money1: figureTerm(exports.value, 'money'),
    money2: figureTerm(imports.value, 'money'),
  };
  const d = (direction: Way) => ({ d: codeTerm(direction) });
  if (a === 'none' || b === 'none') return null;
  if (a === 'same' && b === 'same') return finding('ytd.both_flat', terms);
  if (a === 'same') return finding('ytd.exports_flat', { ...terms, ...d(b) });
  if (b === 'same') return finding('ytd.imports_flat', { ...terms, ...d(a) });
  return finding(a === b ? 'ytd.flows_same' : 'ytd.flows_contrary', { ...terms, ...d(a) });
}

/** What became of the balance since January: «yet» only where it goes against the faster flow. */
export function balanceToDateFinding(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  const balance = overTime.balance?.yearToDate;
  const changed = balance && gapChangeOf(balance);
  if (!balance?.difference || (changed !== 'widened' && changed !== 'narrowed')) return null;
  const side = balance.value.value < 0 ? 'deficit' : 'surplus';
  const amounts = { amount: figureTerm(balance.difference, 'amount_alone'), money: figureTerm(balance.value, 'money') };
  const pace = exports && imports ? paceOf(exports, imports) : null;
  const isYet = pace?.direction === 'rose' && pace.pace === 'exports' && side === 'deficit' && changed === 'widened';
  if (isYet) return finding('ytd.faster_yet_widened', amounts);
  return finding('ytd.balance_by', { ...amounts, side: codeTerm(side), d: codeTerm(changed) });
}

// Single months, and months that are known only together.

/** The newest month of a flow, or the newest months together, against a year earlier. */
export function monthFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const value = flow.months.at(-1);
  if (!value) return null;
  const isSingle = value.period.months === 1;
  const compared = newestChange(flow);
  const terms = { flow: flowTerm(name), money: figureTerm(value, 'money') };
  if (!isSingle) return togetherFinding(terms, value, compared);
  const at = { ...terms, m_in: periodAs(value.period, 'in') };
  if (!compared) return withoutBase(at, flow, value);
  const word = classOf(compared);
  if (word === 'unchanged') return finding('single.unchanged', at);
  if (/^(halved|more_than_half|more_than_90)/.test(word) && compared.base) {
    return finding('single.halved', { ...at, money0: figureTerm(compared.base, 'money') });
  }
  if (compared.index && compared.index.value >= 200 && !/tiny|zero/.test(word)) {
    return finding('single.times', { ...at, n: figureTerm(compared.index, 'multiple') });
  }
  const told = /tiny|zero/.test(word) ? 'none' : way(compared);
  if (told === 'none') return null;
  if (told === 'same') return finding('single.same', at);
  return finding(`single.${told}`, { ...at, ...change(compared.index) });
}

/** The comparison of the newest stretch of months; null where it is known, and its base is not, or not alone. */
function newestChange({ months, monthChanges }: FlowOverTime): Comparison | null {
  const [value, compared] = [months.at(-1), monthChanges.at(-1)];
  return value && compared?.value.period.code === value.period.code ? compared : null;
}

function togetherFinding(
  terms: Readonly<Record<string, Term>>,
  { period }: Figure,
  compared: Comparison | null,
): Finding | null {
  if (period.months > 5) return null;
  const at = { ...terms, months: periodAs(period, 'together'), year0: codeTerm(period.year - 1) };
  const told = compared ? way(compared) : 'none';
  if (told === 'none') return finding('pair.value', at);
  return finding(`pair.${told}`, { ...at, ...change(compared?.index ?? null) });
}

/** A month whose base is not known: whether at all, or only together with others. */
function withoutBase(terms: Readonly<Record<string, Term>>, flow: FlowOverTime, { period }: Figure): Finding {
  const earlier = stretchOf(period).start - 12;
  const around = flow.months.find((figure) => {
    const { start, end } = stretchOf(figure.period);
    return figure.period.months > 1 && start <= earlier && end > earlier;
  });
  if (around) return finding('pair.base', { ...terms, months: periodAs(around.period, 'together') });
  return finding('single.no_base', { ...terms, m0: periodTerm(periodFrom(earlier, 1)) });
}

/** The newest month of both flows in one title, with the percentages; of months together where they are. */
export function monthTitle(overTime: OverTime): Finding | null {
  const found = newestOfBoth(overTime);
  if (!found) return null;
  const { exports, imports, period } = found;
  const [a, b] = [way(exports), way(imports)];
  if (!exports.index || !imports.index || ![a, b].every((told) => told === 'up' || told === 'down')) return null;
  const terms = {
    p1: figureTerm(exports.index, 'change'),
    p2: figureTerm(imports.index, 'change'),
    d: codeTerm(a),
  };
  if (period.months === 1) {
    return finding(a === b ? 'single.title_same' : 'single.title_contrary', { ...terms, m_in: periodAs(period, 'in') });
  }
  return a === b ? finding('pair.title', { ...terms, months: periodAs(period, 'together') }) : null;
}

/** The newest month of both flows in words alone. */
export function monthLead(overTime: OverTime): Finding | null {
  const found = newestOfBoth(overTime);
  if (!found) return null;
  const { exports, imports, period } = found;
  const [a, b] = [way(exports), way(imports)];
  if (a === 'none' || b === 'none') return null;
  if (period.months > 1) {
    const terms = { months: periodAs(period, 'together'), year0: codeTerm(period.year - 1), d: codeTerm(a) };
    if (a === 'same' || b === 'same') return null;
    return finding(a === b ? 'pair.lead' : 'pair.lead_contrary', terms);
  }
  const at = { m_in: periodAs(period, 'in') };
  if (a === 'same' && b === 'same') return finding('single.both_same', at);
  if (a === 'same') return finding('single.exports_same', { ...at, d: codeTerm(b) });
  if (b === 'same') return finding('single.imports_same', { ...at, d: codeTerm(a) });
  if (a === b) return finding(a === 'up' ? 'single.both_up' : 'single.both_down', at);
  return finding('single.contrary', { ...at, d: codeTerm(a) });
}

function newestOfBoth(overTime: OverTime) {
  const both = bothOf(overTime);
  const [exports, imports] = [both && newestChange(both.exports), both && newestChange(both.imports)];
  if (!exports || !imports || exports.value.period.code !== imports.value.period.code) return null;
  return { exports, imports, period: exports.value.period };
}

/** The newest month of both flows where a year earlier it is known only together with others: values, no percentages. */
export function pairedBaseFinding(overTime: OverTime): Finding | null {
  const both = bothOf(overTime);
  const [sold, bought] = [both?.exports.months.at(-1), both?.imports.months.at(-1)];
  if (!both || !sold || !bought || sold.period.code !== bought.period.code) return null;
  const [a, b] = [monthFinding('exports', both.exports), monthFinding('imports', both.imports)];
  if (a?.message !== 'pair.base' || b?.message !== 'pair.base' || !a.terms.months) return null;
  return finding('pair.base_both', {
    m_in: periodAs(sold.period, 'in'),
    money1: figureTerm(sold, 'money'),
    money2: figureTerm(bought, 'money'),
    months: a.terms.months,
  });
}

// Sums of twelve months.

/** The newest sum of twelve months against the twelve before. */
export function twelveFinding(name: FlowName | 'turnover', { twelve, twelveChanges }: FlowOverTime): Finding | null {
  const [newest, compared] = [twelve.at(-1), twelveChanges.at(-1)];
  if (!newest || compared?.value !== newest) return null;
  const terms = {
    subject: messageTerm(`subject.${name}`),
    gender: messageTerm(`gender.${name}`),
    m: periodTerm(lastMonthOf(newest)),
    money: figureTerm(newest, 'money'),
  };
  const told = way(compared);
  if (told === 'none') return null;
  return finding(`twelve.${told}`, told === 'same' ? terms : { ...terms, ...change(compared.index) });
}

function lastMonthOf({ period }: Figure) {
  return periodFrom(stretchOf(period).end - 1, 1);
}

/** What became of the balance of twelve months, with the faster flow where both grew. */
export function twelveBalanceFinding({ exports, imports, balance }: OverTime): Finding | null {
  const [compared, sold, bought] = [balance, exports, imports].map((flow) => flow?.twelveChanges.at(-1));
  const changed = compared && gapChangeOf(compared);
  if (!compared || !changed || compared.value !== balance?.twelve.at(-1)) return null;
  const side = compared.value.value < 0 ? 'deficit' : 'surplus';
  const terms = { side: codeTerm(side), money: figureTerm(compared.value, 'amount') };
  if (changed === 'turned') return finding('twelve.balance_turned', terms);
  if (changed === 'same') return finding('twelve.balance_same', terms);
  const isSame = (other: Comparison | undefined) => other?.value.period.code === compared.value.period.code;
  const pace = sold && bought && isSame(sold) && isSame(bought) ? paceOf(sold, bought) : null;
  const d = { d: codeTerm(changed) };
  if (pace?.direction !== 'rose' || pace.pace === 'same') return finding('twelve.balance', { ...terms, ...d });
  const faster = { faster: codeTerm(pace.pace) };
  const isYet = changed === 'widened' && (pace.pace === 'exports') === (side === 'deficit');
  return isYet
    ? finding('twelve.faster_yet', { ...terms, ...faster })
    : finding('twelve.faster_and', { ...terms, ...d, ...faster });
}

/** The newest sum of twelve months where it is the largest or the smallest of those known. */
export function twelveExtremeFinding(flow: FlowOverTime): Finding | null {
  const extreme = extremeTwelveOf(flow);
  if (!extreme) return null;
  return finding(extreme.kind === 'highest' ? 'twelve.highest' : 'twelve.lowest', {
    money: figureTerm(extreme.figure, 'money'),
    m: periodTerm(lastMonthOf(extreme.figure)),
    n: count(extreme.count),
    since: periodAs(lastMonthOf(extreme.first), 'since'),
  });
}

/** Which sum of twelve months is the newest that can be made, where that does not end with the newest month. */
export function twelveEndsFinding({ twelve, months }: FlowOverTime): Finding | null {
  const [sum, month] = [twelve.at(-1), months.at(-1)];
  if (!sum || !month || stretchOf(sum.period).end === stretchOf(month.period).end) return null;
  return finding('twelve.ends', { m: periodTerm(lastMonthOf(sum)) });
}

// Streaks, turns and extremes.

/** The strongest sentence on a row of months up to the newest: a streak, one with months together, or one without falls. */
export function streakFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const terms = { flow: flowTerm(name) };
  const [streak, paired, never] = [streakOf(flow), streakWithPairsOf(flow), neverOf(flow)];
  const newest = streak?.months.at(-1);
  if (paired) return pairedStreak(terms, paired.direction, paired.months);
  if (streak && newest) {
    const slots = { ...terms, m_in: periodAs(newest.value.period, 'in'), nth: ordinalTerm(streak.months.length) };
    return finding(streak.direction === 'rose' ? 'streak.above' : 'streak.below', slots);
  }
  const [first] = never?.months ?? [];
  if (!never || !first) return null;
  const since = periodAs(first.value.period, 'since');
  return finding(never.never === 'fell' ? 'streak.not_below' : 'streak.not_above', { ...terms, since });
}

function pairedStreak(
  terms: Readonly<Record<string, Term>>,
  direction: 'rose' | 'fell',
  months: readonly Comparison[],
): Finding | null {
  const [first] = months;
  if (!first) return null;
  const together = months.filter(({ value }) => value.period.months > 1);
  const items = together.map(({ value }): Term => periodAs(value.period, 'together'));
  const since = periodAs(periodFrom(stretchOf(first.value.period).start, 1), 'since');
  const message: MessageKey = direction === 'rose' ? 'streak.with_pair_above' : 'streak.with_pair_below';
  return finding(message, { ...terms, since, months: { term: 'list', items } });
}

/** When a flow was last below, or above, the year before; null where a month since may have been. */
export function lastFinding(name: FlowName, flow: FlowOverTime, direction: 'rose' | 'fell'): Finding | null {
  const last = lastThat(flow, direction);
  if (!last) return null;
  const terms = { flow: flowTerm(name), m_in: periodAs(last.value.period, 'in') };
  return finding(direction === 'fell' ? 'streak.last_below' : 'streak.last_above', terms);
}

/** The newest month where it is the first of its direction after a row of others. */
export function turnFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const turn = turnOf(flow);
  if (!turn?.month.index) return null;
  const { month, after, since, direction } = turn;
  const terms = {
    flow: flowTerm(name),
    m_in: periodAs(month.value.period, 'in'),
    p: figureTerm(turn.month.index, 'change'),
  };
  const what = direction === 'rose' ? 'rise' : 'fall';
  if (after.length > 0) return finding(`turn.first_${what}`, { ...terms, n: count(after.length) });
  if (!since) return null;
  return finding(`turn.first_${what}_since`, { ...terms, since: periodAs(since.value.period, 'since') });
}

/** The month in which both flows were highest, or lowest, of those known; null where it is not the same month. */
export function extremeOfBothFinding(overTime: OverTime): Finding | null {
  const both = bothOf(overTime);
  const [a, b] = [both && extremeMonthOf(both.exports), both && extremeMonthOf(both.imports)];
  if (!a || !b || a.kind !== b.kind || a.figure.period.code !== b.figure.period.code) return null;
  if (a.count !== b.count || a.first.period.code !== b.first.period.code) return null;
  return finding(a.kind === 'highest' ? 'extreme.high_both' : 'extreme.low_both', {
    m_in: periodAs(a.figure.period, 'in'),
    n: count(a.count),
    since: periodAs(a.first.period, 'since'),
  });
}

/** The month in which a flow was highest, or lowest, of those known. */
export function extremeFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const extreme = extremeMonthOf(flow);
  if (!extreme) return null;
  return finding(extreme.kind === 'highest' ? 'extreme.high' : 'extreme.low', {
    flow: flowTerm(name),
    m_in: periodAs(extreme.figure.period, 'in'),
    money: figureTerm(extreme.figure, 'money'),
    n: count(extreme.count),
    since: periodAs(extreme.first.period, 'since'),
  });
}

/** The flows whose value since January lies above, or below, the same months of every earlier year in a row. */
export function aheadFinding(overTime: OverTime): Finding | null {
  const { exports, imports } = overTime;
  const [a, b] = [exports && aheadOf(exports), imports && aheadOf(imports)];
  const [yearA, yearB] = [a?.years[0]?.period.year, b?.years[0]?.period.year];
  if (a && b && a.above === b.above && yearA !== undefined && yearB !== undefined) {
    return finding(a.above ? 'ahead.both' : 'behind.both', { year: codeTerm(Math.max(yearA, yearB)) });
  }
  return oneAhead('exports', a) ?? oneAhead('imports', b);
}

function oneAhead(name: FlowName, found: ReturnType<typeof aheadOf>): Finding | null {
  const year = found?.years[0]?.period.year;
  if (!found || year === undefined) return null;
  const terms = { flow: flowTerm(name), gender: messageTerm(`gender.${name}`), year: codeTerm(year) };
  return finding(found.above ? 'ahead.one' : 'behind.one', terms);
}

// Goods and regions.

/** The goods that added most to a flow, or took most from it, with their amounts; null where none is of weight. */
export function driversFinding(goods: PartsOverTime, direction: 'rose' | 'fell'): Finding | null {
  const items = driversOf(goods, direction).flatMap(({ product, comparison }): readonly Term[] => {
    if (!product || !comparison?.difference) return [];
    const terms = { good: productTerm(product), amount: figureTerm(comparison.difference, 'signed_amount') };
    return [{ term: 'finding', finding: finding('goods.added_by', terms) }];
  });
  if (items.length === 0) return null;
  return finding(`goods.${direction === 'rose' ? 'added' : 'subtracted'}_${goods.flow}`, {
    list: { term: 'list', items, commas: true },
  });
}

/** That most of a change came from goods that are not named; null where it did not, or where that is not certain. */
export function restFinding(goods: PartsOverTime): Finding | null {
  const { contribution, difference } = goods.rest;
  if (!contribution || !difference || !restHasMost(goods)) return null;
  const d = codeTerm(difference.value > 0 ? 'up' : 'down');
  return finding('driver.rest_most', { d, points: figureTerm(contribution, 'points') });
}

/** The goods that are named for the first time, again, or no longer since the newest bulletin that names them. */
export function namingFindings(goods: PartsOverTime): readonly Finding[] {
  const named = (['new', 'back'] as const).flatMap((naming) => {
    const items = goods.parts.filter((part) => part.naming === naming).flatMap(termOf);
    const list = { term: 'list', items, commas: true } as const;
    return items.length > 0 ? [finding(`goods.${naming}`, { period: periodTerm(goods.period), list })] : [];
  });
  const recent = goods.gone.filter(({ lastNamed }) => monthsSince(lastNamed, goods.period) <= thresholds.goneFor);
  const gone = [...Map.groupBy(recent, ({ lastNamed }) => lastNamed.code).values()].flatMap((parts) => {
    const [first] = parts;
    const list = { term: 'list', items: parts.flatMap(termOf), commas: true } as const;
    return first ? [finding('goods.gone', { period: periodTerm(first.lastNamed), list })] : [];
  });
  return [...named, ...gone];
}

function termOf({ product }: Part): readonly Term[] {
  return product ? [productTerm(product)] : [];
}

function monthsSince(earlier: Period, later: Period): number {
  return stretchOf(later).end - stretchOf(earlier).end;
}

/** That exports to every named region rose, or fell; null where they did not. */
export function everyRegionFinding(regions: PartsOverTime): Finding | null {
  const { every, direction, count: regionsNamed } = movesOf(regions);
  if (!every) return null;
  return finding(direction === 'rose' ? 'region.all_up' : 'region.all_down', { n: count(regionsNamed) });
}

// Shares, quarters, revisions and what is missing.

/** How Russia's share of a flow moved over equal periods of the last five years. */
export function shiftFinding(name: FlowName | 'turnover', { shifts }: OverTime): Finding | null {
  const shift = shifts[name];
  if (!shift || shift.kind === 'unclear') return null;
  const terms = {
    of: messageTerm(`share_of.${name}`),
    n: count(shift.years),
    s: figureTerm(shift.last, 'percent'),
  };
  if (shift.kind === 'same') return finding('shift.same', terms);
  return finding(`shift.${shift.kind}`, { ...terms, points: figureTerm(shift.difference, 'points') });
}

/** The newest quarter of investment: an extreme, against a year earlier, or its amount. */
export function quarterFinding({ investment }: OverTime): Finding | null {
  const value = investment?.quarters.at(-1);
  if (!investment || !value) return null;
  const terms = { q: periodAs(value.period, 'quarter'), money: figureTerm(value, 'money') };
  if (value.interval.hi < 0) return finding('quarter.negative', terms);
  const extreme = extremeQuarterOf(investment);
  if (extreme) {
    const slots = { ...terms, n: count(extreme.count) };
    return finding(extreme.kind === 'highest' ? 'quarter.largest' : 'quarter.smallest', slots);
  }
  const compared = investment.quarterChanges.at(-1);
  const told = compared?.value === value ? way(compared) : 'none';
  if ((told !== 'up' && told !== 'down') || !compared?.index || compared.index.value >= 200) {
    return finding('quarter.value', terms);
  }
  return finding(`quarter.${told}`, { ...terms, ...change(compared.index) });
}

/** What an index tells of a base that its source has revised since. */
export function revisedBaseFinding({ yearToDate }: FlowOverTime): Finding | null {
  if (!yearToDate?.revised) return null;
  const { implied, published } = yearToDate.revised;
  if (!isAbove(implied, published) && !isAbove(published, implied)) return null;
  return finding('revision.index_base', {
    period: periodTerm(yearToDate.value.period),
    period0: periodTerm(published.period),
    implied: figureTerm(implied, 'bare'),
    printed: figureTerm(published, 'number'),
  });
}

/** As many months without a bulletin are told together with the months around them. */
const mostTogether = 5;

/** What follows from bulletins that were not published; null where nothing does. */
export function missingFinding({ periods, together }: MissingBulletins): Finding | null {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return null;
  if (periods.length > mostTogether) {
    const month = (boundary: number) => periodTerm(periodFrom(boundary - 1, 1));
    const ends = { m1: month(stretchOf(first).end), m2: month(stretchOf(last).end) };
    return finding('missing.long', { n: count(periods.length), ...ends });
  }
  if (!together) return null;
  const months = periodAs(together, 'together');
  if (periods.length === 1) return finding('missing.follows', { period: periodTerm(first), months });
  return finding('missing.several', { list: { term: 'list', items: periods.map(periodTerm) }, months });
}

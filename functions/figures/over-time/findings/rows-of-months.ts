import { noise, periodFrom } from '../../../dataset/index.ts';
import type { Figure } from '../../figure.ts';
import {
  codeTerm,
  type Finding,
  figureTerm,
  finding,
  messageTerm,
  ordinalTerm,
  periodAs,
  type Term,
} from '../../finding.ts';
import type { MessageKey } from '../../message-keys.d.ts';
import { type Comparison, type FlowOverTime, stretchOf } from '../flow.ts';
import {
  aheadOf,
  extremeMonthOf,
  highestOfFewOf,
  lastThat,
  neverOf,
  streakOf,
  streakWithPairsOf,
  turnOf,
} from '../months-facts.ts';
import type { OverTime } from '../over-time.ts';
import { thresholds } from '../thresholds.ts';
import { bothOf, count, type FlowName, flowTerm } from './told.ts';

/** The strongest sentence on a row of months up to the newest: a streak, one with months together, or one without falls. */
export function streakFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const terms = { flow: flowTerm(name) };
  const [streak, paired, never] = [streakOf(flow), streakWithPairsOf(flow), neverOf(flow)];
  if (paired) return pairedStreak(terms, paired.direction, paired.months);
  if (streak) return singleStreak(name, flow);
  const [first] = never?.months ?? [];
  if (!never || !first) return null;
  const since = periodAs(first.value.period, 'since');
  return finding(never.never === 'fell' ? 'streak.not_below' : 'streak.not_above', { ...terms, since });
}

/** A streak of single months alone: the shorter sentence where months known only together lie before it. */
function singleStreak(name: FlowName, flow: FlowOverTime): Finding | null {
  const streak = streakOf(flow);
  const newest = streak?.months.at(-1);
  if (!streak || !newest) return null;
  const slots = {
    flow: flowTerm(name),
    m_in: periodAs(newest.value.period, 'in'),
    nth: ordinalTerm(streak.months.length),
  };
  return finding(streak.direction === 'rose' ? 'streak.above' : 'streak.below', slots);
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

/** A flow that was highest, or lowest, in one month of those known: as a title. */
export function extremeTitle(name: FlowName, flow: FlowOverTime): Finding | null {
  const told = extremeFinding(name, flow);
  return told && { ...told, message: told.message === 'extreme.high' ? 'extreme.high_one' : 'extreme.low_one' };
}

/** In which months both flows were highest, where 6 to 23 are known. */
export function highestOfFewFinding(overTime: OverTime): Finding | null {
  const both = bothOf(overTime);
  const [a, b] = [both && highestOfFewOf(both.exports), both && highestOfFewOf(both.imports)];
  if (!a || !b || a.count !== b.count) return null;
  const n = count(a.count);
  if (a.figure.period.code === b.figure.period.code) {
    return finding('extreme.high_few', { n, m_in: periodAs(a.figure.period, 'in') });
  }
  const months = { m1_in: periodAs(a.figure.period, 'in'), m2_in: periodAs(b.figure.period, 'in') };
  return finding('extreme.high_few_two', { n, ...months });
}

/** That imports were above exports in every month: by more than twice, or at all. Null where a month is not known of both. */
export function everyMonthFinding(overTime: OverTime): Finding | null {
  const both = bothOf(overTime);
  const [first] = both?.exports.months ?? [];
  if (!both || !first) return null;
  const pairs = both.exports.months.map((sold, index) => ({ sold, bought: both.imports.months[index] }));
  const follows = ({ period }: Figure, index: number) => {
    const before = both.exports.months[index - 1];
    return !before || stretchOf(before.period).end === stretchOf(period).start;
  };
  const whole =
    both.imports.months.length === pairs.length &&
    pairs.every(({ sold, bought }, index) => {
      return sold.period.months === 1 && bought?.period.code === sold.period.code && follows(sold, index);
    });
  if (!whole || pairs.length < 2) return null;
  const exceeds = (times: number) =>
    pairs.every(({ sold, bought }) => bought !== undefined && bought.interval.lo > times * sold.interval.hi + noise);
  if (exceeds(2) && pairs.length <= thresholds.firstYear) return finding('extreme.every_month_more');
  return exceeds(1) ? finding('extreme.every_month_above', { since: periodAs(first.period, 'since') }) : null;
}

/** What is told of the newest months in a row: of both flows in one sentence where both are in a row, else of each. */
export function streaksFindings(overTime: OverTime): readonly Finding[] {
  const both = bothOf(overTime);
  const [a, b] = [both && streakOf(both.exports), both && streakOf(both.imports)];
  const newest = a?.months.at(-1)?.value.period;
  if (a && b && newest && a.direction === b.direction && b.months.at(-1)?.value.period.code === newest.code) {
    const terms = { m_in: periodAs(newest, 'in'), d: codeTerm(a.direction === 'rose' ? 'up' : 'down') };
    const [nth1, nth2] = [ordinalTerm(a.months.length), ordinalTerm(b.months.length)];
    if (a.months.length === b.months.length) return [finding('streak.both_equal', { ...terms, nth: nth1 })];
    return [finding('streak.two', { ...terms, nth1, nth2 })];
  }
  const turned = both && (['exports', 'imports'] as const).some((name) => turnFinding(name, both[name]));
  const paired = both && [both.exports, both.imports].some(streakWithPairsOf);
  if (a && b && newest && !turned && !paired && b.months.at(-1)?.value.period.code === newest.code) {
    const [nth1, nth2] = [ordinalTerm(a.months.length), ordinalTerm(b.months.length)];
    const d = codeTerm(a.direction === 'rose' ? 'up' : 'down');
    return [finding('streak.contrary', { m_in: periodAs(newest, 'in'), d, nth1, nth2 })];
  }
  const each = (['exports', 'imports'] as const).flatMap((name) => {
    const flow = overTime[name];
    const told = flow && (turnFinding(name, flow) ?? singleStreak(name, flow) ?? streakFinding(name, flow));
    return told ?? (flow && lastOfEither(name, flow)) ?? [];
  });
  // A sentence that names months taken together is as long as two others.
  return each.some(({ message }) => message.startsWith('streak.with_pair')) ? each.slice(0, 1) : each;
}

function lastOfEither(name: FlowName, flow: FlowOverTime): Finding | null {
  return lastFinding(name, flow, 'fell') ?? lastFinding(name, flow, 'rose');
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

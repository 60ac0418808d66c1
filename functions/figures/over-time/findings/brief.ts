import { type Edition, endOf, monthIndex, type Period, samePeriod } from '../../../dataset/index.ts';
import { codeTerm, type Finding, figureTerm, finding, messageTerm, periodAs, periodTerm } from '../../finding.ts';
import { shareWords } from '../../share-words.ts';
import { tenseOf } from '../../tense.ts';
import { type Comparison, type FlowOverTime, stretchOf } from '../flow.ts';
import type { OverTime } from '../over-time.ts';
import type { PartsOverTime } from '../parts.ts';
import { largestGoodFinding } from './goods.ts';
import { investmentAmountFinding, investmentFinding } from './investment.ts';
import { changeInWords, flowClauses } from './lead.ts';
import { monthFinding, monthLead, monthTitle, pairedBaseFinding } from './newest-month.ts';
import { driversFinding } from './parts.ts';
import { marketsOverTimeTitle, regionMovesFinding } from './regions.ts';
import { extremeFinding, extremeOfBothFinding, lastFinding, streakFinding, turnFinding } from './rows-of-months.ts';
import { balanceByFinding, flowDriverFinding, flowsFinding, paceFinding, toDateFinding } from './since-january.ts';
import { bothOf, type FlowName, isInPerCent, way } from './told.ts';

/** One finding of the first page: its lead, what it rests on, and a second sentence that leaves where room is short. */
export interface BriefOverTime {
  readonly about: 'turnover' | 'flows' | 'month' | 'parts' | 'investment';
  readonly lead: Finding;
  readonly body: Finding | null;
  readonly more: Finding | null;
}

/**
 * What an edition has to say in brief, in this order: turnover, exports against imports, the newest month, goods and
 * regions, investment. A finding without its figures is left out, and nothing older than a year stands in it undated.
 */
export function briefOverTime(overTime: OverTime, edition: Edition): readonly BriefOverTime[] {
  const { inTense, dated } = tenseOf(edition, overTime.period);
  const found = [turnoverItem(overTime), flowsItem(overTime), monthItem(overTime), partsItem(overTime)];
  const items = [...found, investmentItem(overTime, edition)].filter((item) => item !== null);
  return items.map((item) => {
    const namesItsPeriod = item.about === 'month' || item.about === 'investment';
    const lead = namesItsPeriod ? inTense(item.lead) : dated(item.lead);
    return { ...item, lead, body: inTense(item.body), more: inTense(item.more) };
  });
}

function turnoverItem(overTime: OverTime): BriefOverTime | null {
  const { turnover, exports, imports } = overTime;
  const [name, flow] = turnover
    ? (['turnover', turnover] as const)
    : exports
      ? (['exports', exports] as const)
      : (['imports', imports] as const);
  if (!flow?.yearToDate) return null;
  const level = toDateFinding(name, flow);
  const words = changeInWords(name === 'turnover' ? 'trade' : name, flow.yearToDate);
  const more = indexOnly(overTime, flow.yearToDate) ?? flowDriverFinding(overTime);
  if (!words) return level && { about: 'turnover', lead: level, body: null, more };
  return { about: 'turnover', lead: words, body: level, more };
}

/** That a change rests on the index alone, where nobody has published the value a year earlier. */
function indexOnly({ beside }: OverTime, { base, basis, revised }: Comparison): Finding | null {
  if (basis !== 'index' || !base || revised) return null;
  const isStated = beside.some(
    ({ figure }) => figure.subject === base.subject && figure.period.code === base.period.code,
  );
  return isStated ? null : finding('ytd.index_only', { period0: periodTerm(base.period) });
}

function flowsItem(overTime: OverTime): BriefOverTime | null {
  const both = bothOf(overTime);
  const [sold, bought] = [both?.exports.yearToDate, both?.imports.yearToDate];
  if (!sold || !bought || sold.value.period.code !== bought.value.period.code) return null;
  const more = balanceByFinding(overTime);
  if (![sold, bought].every(isInPerCent)) {
    const clauses = flowClauses(sold, bought);
    return clauses && { about: 'flows', lead: clauses, body: null, more };
  }
  const [pace, flows] = [paceFinding(overTime), flowsFinding(overTime)];
  if (!flows) return null;
  if (!pace) return { about: 'flows', lead: flows, body: null, more };
  return { about: 'flows', lead: pace, body: inOrderOf(pace, flows), more };
}

/** Both flows, the one first that the lead names. */
function inOrderOf(pace: Finding, flows: Finding): Finding {
  const importsFirst = /^ytd\.imports_/.test(pace.message) && flows.message === 'ytd.flows_same';
  if (!importsFirst) return flows;
  const { p1, p2, money1, money2, ...rest } = flows.terms;
  if (!p1 || !p2 || !money1 || !money2) return flows;
  return finding('ytd.flows_same_imports', { ...rest, p1: p2, p2: p1, money1: money2, money2: money1 });
}

function monthItem(overTime: OverTime): BriefOverTime | null {
  const both = bothOf(overTime);
  const [name, flow] = overTime.exports
    ? (['exports', overTime.exports] as const)
    : (['imports', overTime.imports] as const);
  if (!both) {
    const lead = flow && monthFinding(name, flow);
    return lead ? { about: 'month', lead, body: null, more: flow && rowsOf(name, flow) } : null;
  }
  const [sold, bought] = [both.exports.months.at(-1), both.imports.months.at(-1)];
  if (!sold || !bought || sold.period.code !== bought.period.code) return null;
  if (sold.period.months > 1) return togetherItem(overTime, both.exports);
  return comparedItem(overTime) ?? valuesItem(overTime, sold.period);
}

/** The newest months, which are known only together. */
function togetherItem(overTime: OverTime, exports: FlowOverTime): BriefOverTime | null {
  const title = monthTitle(overTime);
  if (title) return { about: 'month', lead: title, body: null, more: null };
  const [words, values] = [monthLead(overTime), monthFinding('exports', exports)];
  const lead = words ?? values;
  return lead && { about: 'month', lead, body: words ? values : null, more: null };
}

/** The newest month against a year earlier, with what it does to the row of months. */
function comparedItem(overTime: OverTime): BriefOverTime | null {
  const [both, lead] = [bothOf(overTime), monthLead(overTime)];
  if (!both || !lead) return null;
  const turned = (['exports', 'imports'] as const).find((name) => turnFinding(name, both[name]));
  if (turned) {
    const other = turned === 'exports' ? 'imports' : 'exports';
    return { about: 'month', lead, body: turnFinding(turned, both[turned]), more: monthFinding(other, both[other]) };
  }
  const body = detailOf(both.exports, both.imports) ?? monthFinding('exports', both.exports);
  const more = extremeOfBothFinding(overTime) ?? rowsOf('exports', both.exports) ?? rowsOf('imports', both.imports);
  // A month that is the highest is told with its amount: once is enough.
  const isTwice = /^extreme\.(high|low)$/.test(more?.message ?? '') && /^single\.(?!detail)/.test(body?.message ?? '');
  return isTwice ? { about: 'month', lead, body: more, more: null } : { about: 'month', lead, body, more };
}

/** Both flows of the newest month in per cent; null where one of them is not told so. */
function detailOf(exports: FlowOverTime, imports: FlowOverTime): Finding | null {
  const [sold, bought] = [exports.monthChanges.at(-1), imports.monthChanges.at(-1)];
  if (!sold?.index || !bought?.index || !sold.base) return null;
  const [a, b] = [way(sold), way(bought)];
  const inPerCent = [sold, bought].every((flow) => isInPerCent(flow) && (flow.index?.value ?? 0) < 200);
  if (!inPerCent || !(a === 'up' || a === 'down') || !(b === 'up' || b === 'down')) return null;
  return finding(a === b ? 'single.detail_same' : 'single.detail_contrary', {
    p1: figureTerm(sold.index, 'change'),
    p2: figureTerm(bought.index, 'change'),
    d: codeTerm(a),
    m0_in: periodAs(sold.base.period, 'in'),
  });
}

/** What the newest months of a flow do to the row of all: the strongest sentence. */
function rowsOf(name: FlowName, flow: FlowOverTime): Finding | null {
  return (
    extremeFinding(name, flow) ??
    streakFinding(name, flow) ??
    lastFinding(name, flow, 'fell') ??
    lastFinding(name, flow, 'rose')
  );
}

/** The newest month where a year earlier is known only together with others, or not at all. */
function valuesItem(overTime: OverTime, period: Period): BriefOverTime | null {
  const both = bothOf(overTime);
  const [sold, bought] = [both?.exports.months.at(-1), both?.imports.months.at(-1)];
  if (!sold || !bought) return null;
  const lead = finding('single.both_values', {
    m_in: periodAs(period, 'in'),
    money1: figureTerm(sold, 'money'),
    money2: figureTerm(bought, 'money'),
  });
  const paired = pairedBaseFinding(overTime);
  if (!paired) return { about: 'month', lead, body: yearUnknown(overTime, period), more: null };
  const earlier = monthIndex(period) - 12;
  const missing = overTime.missing.find(({ together }) => {
    const stretch = together && stretchOf(together);
    return stretch && stretch.start <= earlier && stretch.end > earlier;
  });
  const [why] = missing?.periods ?? [];
  if (!missing?.together || !why || missing.periods.length > 1)
    return { about: 'month', lead: paired, body: null, more: null };
  const months = periodAs(missing.together, 'together');
  return { about: 'month', lead, body: finding('pair.why', { months, period: periodTerm(why) }), more: null };
}

/** That no single month of the year before was published; null where one was, by whomever. */
function yearUnknown({ exports, imports, beside }: OverTime, { year }: Period): Finding | null {
  const isOfYearBefore = ({ period }: { readonly period: Period }) => period.months === 1 && period.year === year - 1;
  const isKnown =
    [exports, imports].some((flow) => flow?.months.some(isOfYearBefore)) ||
    beside.some(({ figure }) => /^(exports|imports|turnover)$/.test(figure.subject) && isOfYearBefore(figure));
  return isKnown ? null : finding('single.year_before_unknown', { year0: codeTerm(year - 1) });
}

function partsItem({ goods, regions, period }: OverTime): BriefOverTime | null {
  const isNow = (parts: PartsOverTime | null) => parts !== null && endOf(parts) === endOf({ period });
  const sold = isNow(goods.exports) ? goods.exports : null;
  const named = isNow(regions) ? regions : null;
  const lead = sold && (mainDriver(sold) ?? largestGoodFinding(sold));
  const region = named && (marketsOverTimeTitle(named) ?? regionMovesFinding(named));
  if (lead) return { about: 'parts', lead, body: null, more: region };
  return region && { about: 'parts', lead: region, body: null, more: null };
}

/** The good that moved its flow most in the direction of the whole, or up to three where none stands apart. */
function mainDriver(goods: PartsOverTime): Finding | null {
  const told = way(goods.total);
  const direction = told === 'down' ? 'fell' : 'rose';
  return driversFinding(goods, direction, 'amounts', 1) ?? driversFinding(goods, direction);
}

/** Investment since January with its share; nothing where it is older than a year. */
function investmentItem(overTime: OverTime, edition: Edition): BriefOverTime | null {
  const value = overTime.investment?.yearToDate?.value;
  const lead = investmentFinding(overTime);
  if (!lead || !value || tenseOf(edition, value.period).isPast) return null;
  const share = overTime.investmentShares.find(({ period }) => samePeriod(period, value.period));
  // A share that the lead gives in numbers, or speaks of alone, is not repeated.
  const isInWords = share && shareWords(share) !== 'number' && /^quarter\./.test(lead.message);
  const amount = finding('ytd.value', {
    subject: messageTerm('subject.investment'),
    gender: messageTerm('gender.investment'),
    period: periodTerm(value.period),
    money: figureTerm(value, 'money'),
  });
  return { about: 'investment', lead, body: isInWords ? investmentAmountFinding(overTime) : amount, more: null };
}

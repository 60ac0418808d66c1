import { endOf, periodFrom } from '../../../dataset/index.ts';
import {
  type Figure,
  type Finding,
  marginOf,
  missingFinding,
  type OverTime,
  sinceJanuaryTitle,
  tenseOf,
  thinTwelveOf,
  thresholds,
  twelveEndsFinding,
  twelveTitle,
} from '../../../figures/index.ts';
import { capitalise } from '../../words.ts';
import { altText } from '../view-context.ts';
import { pairedColumns } from './lead-columns.ts';
import { type Drawn, monthTo, startOf } from './lead-flows.ts';
import { monthLines, twelveLines } from './lead-lines.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The lead chart with its words; null where there is no month to draw. */
export function leadView(context: MonthlyContext) {
  const { overTime, briefing, words } = context;
  const drawn = drawnFlows(overTime);
  const months = monthsIn(drawn);
  if (months === 0) return null;
  const hasSums = months >= thresholds.leadSums && drawn.some(({ flow }) => flow.twelve.length > 1);
  const kind = hasSums ? 'twelve' : months >= thresholds.leadLines ? 'lines' : 'columns';
  const found = (kind === 'twelve' ? twelveTitle(overTime) : null) ?? sinceJanuaryTitle(overTime);
  if (!found) return null;
  const { inTense } = tenseOf(briefing.edition, overTime.period);
  const ofMonth = tenseOf(briefing.edition, monthTo(endOf(overTime)));
  // Sums of twelve months are dated by their last one.
  const title = found.message.startsWith('twelve.') ? ofMonth.dated(found) : inTense(found);
  const chart = { twelve: twelveLines, lines: monthLines, columns: pairedColumns }[kind](context, drawn);
  context.charts.set('lead', { ...chart, alt: altText(context, title, chart.alt) });
  const figures = figuresOf(context, drawn, kind);
  return {
    kind,
    title,
    subtitle: subtitleOf(context, drawn, kind),
    publisher: words.publishers(figures.flatMap(({ sources }) => sources)),
    refs: figures,
    notes: kind === 'twelve' ? twelveNotes(context, drawn) : monthNotes(context, drawn, kind),
    last: kind === 'twelve' ? sentence(context, endsFinding(drawn)) : null,
  };
}

type Kind = 'twelve' | 'lines' | 'columns';

/** Exports and imports, as far as they are known; turnover where neither is. */
function drawnFlows({ turnover, exports, imports }: OverTime): readonly Drawn[] {
  const both: readonly Drawn[] = [
    ...(imports ? [{ tone: 'imports' as const, flow: imports }] : []),
    ...(exports ? [{ tone: 'exports' as const, flow: exports }] : []),
  ];
  const known = both.filter(({ flow }) => flow.months.length > 0);
  if (known.length > 0 || !turnover) return known;
  return turnover.months.length > 0 ? [{ tone: 'turnover', flow: turnover }] : [];
}

/** The months from the first that is drawn to the last. */
function monthsIn(drawn: readonly Drawn[]): number {
  const all = drawn.flatMap(({ flow }) => flow.months);
  return all.length === 0 ? 0 : Math.max(...all.map(endOf)) - Math.min(...all.map(startOf));
}

function figuresOf({ overTime }: MonthlyContext, drawn: readonly Drawn[], kind: Kind): readonly Figure[] {
  const balance = drawn.length > 1 ? overTime.balance : null;
  const flows = [...drawn.map(({ flow }) => flow), ...(balance ? [balance] : [])];
  return [
    ...drawn.flatMap(({ flow }) => flow.sinceJanuary.at(-1) ?? []),
    ...flows.flatMap((flow) => (kind === 'twelve' ? flow.twelve : flow.months).findLast(isCalculated) ?? []),
  ];
}

function isCalculated({ status }: Figure): boolean {
  return status === 'calculated';
}

function subtitleOf({ words }: MonthlyContext, drawn: readonly Drawn[], kind: Kind): string {
  const [only, other] = drawn;
  if (other || !only) return words.message(kind === 'twelve' ? 'twelve.subtitle' : 'subtitle.lead_months');
  const flow = words.message(`subject.${only.tone}`);
  return words.message(kind === 'twelve' ? 'subtitle.lead_twelve_one' : 'subtitle.lead_months_one', { flow });
}

function twelveNotes(context: MonthlyContext, drawn: readonly Drawn[]): readonly string[] {
  const { overTime, words } = context;
  const [sum] = drawn.flatMap(({ flow }) => flow.twelve.findLast(isCalculated) ?? []);
  const thin = drawn.flatMap(({ flow }) => thinTwelveOf(flow).slice(-1));
  const [last] = thin;
  const month = last && monthTo(last.end);
  const single = overTime.missing.filter(({ periods }) => periods.length === 1).flatMap(({ periods }) => periods);
  const period = words.list(single.map((each) => words.period(each)));
  return [
    ...(sum ? [words.message('twelve.source', { margin: words.number(marginOf(sum), 1) })] : []),
    ...(month ? [words.message('twelve.thin', { m: words.period(month), year0: String(month.year - 1) })] : []),
    ...(single.length > 0 && single.length <= 2 ? [words.message('twelve.dotted', { period })] : []),
    ...notGiven(context, drawn),
  ];
}

/** That a flow is not published. */
function notGiven({ words }: MonthlyContext, drawn: readonly Drawn[]): readonly string[] {
  const [only, other] = drawn;
  if (!only || other || only.tone === 'turnover') return [];
  const flow = words.message(only.tone === 'exports' ? 'clause.imports' : 'clause.exports');
  return [words.message('missing.flow', { flow })];
}

function monthNotes(context: MonthlyContext, drawn: readonly Drawn[], kind: Kind): readonly string[] {
  const { overTime, words } = context;
  const [month] = drawn.flatMap(({ flow }) => flow.months.findLast(isCalculated) ?? []);
  const hasSums = drawn.some(({ flow }) => flow.twelve.length > 0);
  const december = periodFrom(overTime.period.year * 12 + 11, 1);
  const gaps = overTime.missing.filter(({ periods, together }) => together && periods.length === 1);
  const [gap] = gaps.map((missing) => sentence(context, missingFinding(missing)));
  return [
    ...(month ? [words.message('note.month', { margin: words.number(marginOf(month), 1) })] : []),
    ...(gap ? [gap] : []),
    ...(kind === 'columns' && !hasSums && !gap ? [words.message('twelve.begins', { m: words.period(december) })] : []),
    ...notGiven(context, drawn),
  ];
}

function endsFinding(drawn: readonly Drawn[]): Finding | null {
  return drawn.map(({ flow }) => twelveEndsFinding(flow)).find((found) => found !== null) ?? null;
}

function sentence({ words }: MonthlyContext, found: Finding | null): string | null {
  return found && capitalise(words.plain(found));
}

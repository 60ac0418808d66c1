import { type Figure, marginOf, missingFinding, type OverTime, revisedBaseFinding } from '../../../figures/index.ts';
import { html } from '../../html.ts';
import { once } from '../../once.ts';
import { capitalise } from '../../words.ts';
import { indexExample } from '../notes.ts';
import { readingsText } from '../remarks.ts';
import { monthMadeView } from './month-made.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { recordSources } from './record-sources.ts';
import { registerOf } from './register.ts';
import { revisionsView } from './revisions.ts';

/**
 * The data notes: how figures over time are made, what was revised, every figure that the pages before refer to, and
 * the sources. It is made when its template is reached, because its table depends on what was written before.
 */
export function recordView(context: MonthlyContext) {
  const { words, overTime, briefing } = context;
  const readings = readingsText(context);
  const register = once(() => registerOf(context, new Set(words.noted)));
  return {
    sourceCount: briefing.sources.length,
    values: words.number(overTime.values, 0),
    made: monthMadeView(context),
    rules: rulesOf(context),
    revisions: revisionsView(context),
    /** Read after figures and tables that stand above it, whose numbers it lists too. */
    get groups() {
      return register().groups;
    },
    get sources() {
      return recordSources(context, register().sources);
    },
    index: indexExample(context),
    readings: readings ? html(readings) : null,
  };
}

/** The rules of calculation that this edition needs, as sentences. */
function rulesOf({ words, overTime }: MonthlyContext): readonly string[] {
  const { exports, imports, turnover, goods, regions, missing, revisions } = overTime;
  const flows = [exports, imports, turnover].filter((flow) => flow !== null);
  const gaps = missing.toReversed().flatMap((gap) => missingFinding(gap) ?? []);
  const twelve = flows.flatMap((flow) => flow.twelve.findLast(isCalculated) ?? []).at(0);
  const contributes = [goods.exports, goods.imports, regions].some((parts) => contributions(parts));
  const marginText = (figure: Figure) => words.number(marginOf(figure), figure.decimals + 1);
  const revised = flows.flatMap((flow) => revisedBaseFinding(flow) ?? []);
  const month = flows.flatMap((flow) => flow.months.findLast(isCalculated) ?? []).at(0);
  return [
    ...(month && gaps.length === 0 ? [words.message('note.month', { margin: marginText(month) })] : []),
    ...gaps.slice(0, 1).map((gap) => words.plain(gap)),
    ...(gaps.length > 0 ? [words.message('missing.not_from_index')] : []),
    ...(twelve ? [words.message('note.twelve', { margin: marginText(twelve) })] : []),
    ...(flows.some(({ monthChanges }) => monthChanges.length > 0) ? [words.message('note.year_earlier')] : []),
    ...(contributes ? [words.message('note.contribution')] : []),
    ...revised.slice(0, 1).map((base) => words.plain(base)),
    words.message('beside.rule'),
    ...(revisions.length === 0 ? [words.message('revision.title_none')] : []),
    words.message('note.prices'),
  ].map((rule) => `${capitalise(rule)}.`.replace(/\.\.$/, '.'));
}

function isCalculated({ status }: Figure): boolean {
  return status === 'calculated';
}

function contributions(parts: OverTime['regions']): boolean {
  return parts?.parts.some(({ contribution }) => contribution !== null) ?? false;
}

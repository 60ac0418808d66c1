import {
  type Figure,
  lazy,
  marginOf,
  missingFinding,
  type OverTime,
  revisedBaseFinding,
} from '../../../figures/index.ts';
import { html } from '../../html.ts';
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
  const register = lazy(() => registerOf(context, new Set(words.noted)));
  return {
    sourceCount: briefing.sources.length,
    values: words.number(overTime.values, 0),
    made: monthMadeView(context),
    rules: rulesOf(context).map(({ text }) => text),
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

/** A rule of calculation as a sentence with its full stop, and what it is about. */
export interface Rule {
  readonly about: 'month' | 'twelve' | 'comparison' | 'others' | 'revisions' | 'prices';
  readonly text: string;
}

/** The rules of calculation that this edition needs. */
export function rulesOf({ words, overTime }: MonthlyContext): readonly Rule[] {
  const { exports, imports, turnover, goods, regions, missing, revisions } = overTime;
  const flows = [exports, imports, turnover].filter((flow) => flow !== null);
  const gaps = missing.toReversed().flatMap((gap) => missingFinding(gap) ?? []);
  const twelve = flows.flatMap((flow) => flow.twelve.findLast(isCalculated) ?? []).at(0);
  const contributes = [goods.exports, goods.imports, regions].some((parts) => contributions(parts));
  const marginText = (figure: Figure) => words.number(marginOf(figure), figure.decimals + 1);
  const revised = flows.flatMap((flow) => revisedBaseFinding(flow) ?? []);
  const month = flows.flatMap((flow) => flow.months.findLast(isCalculated) ?? []).at(0);
  const rule = (about: Rule['about'], text: string): Rule => {
    return { about, text: `${capitalise(text)}.`.replace(/\.\.$/, '.') };
  };
  return [
    ...(month && gaps.length === 0 ? [rule('month', words.message('note.month', { margin: marginText(month) }))] : []),
    ...gaps.slice(0, 1).map((gap) => rule('month', words.plain(gap))),
    ...(gaps.length > 0 ? [rule('month', words.message('missing.not_from_index'))] : []),
    ...(twelve ? [rule('twelve', words.message('note.twelve', { margin: marginText(twelve) }))] : []),
    ...(flows.some(({ monthChanges }) => monthChanges.length > 0)
      ? [rule('comparison', words.message('note.year_earlier'))]
      : []),
    ...(contributes ? [rule('comparison', words.message('note.contribution'))] : []),
    ...revised.slice(0, 1).map((base) => rule('revisions', words.plain(base))),
    rule('others', words.message('beside.rule')),
    ...(revisions.length === 0 ? [rule('revisions', words.message('revision.title_none'))] : []),
    rule('prices', words.message('note.prices')),
  ];
}

function isCalculated({ status }: Figure): boolean {
  return status === 'calculated';
}

function contributions(parts: OverTime['regions']): boolean {
  return parts?.parts.some(({ contribution }) => contribution !== null) ?? false;
}

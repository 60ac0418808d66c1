import { briefOverTime, finding } from '../../../figures/index.ts';
import { capitalise } from '../../words.ts';
import type { MonthlyContext } from '../monthly/monthly-context.ts';
import { newestValues } from '../monthly/monthly-words.ts';
import { overviewCards, shortGapWords } from '../monthly/overview-cards.ts';
import { leadView } from '../monthly/overview-lead.ts';
import { type Rule, rulesOf } from '../monthly/record.ts';
import { revisionsView } from '../monthly/revisions.ts';
import { sourcesOf } from '../view-context.ts';
import { type FullEdition, leaves, type Origin, type SheetNote, sheetFrame } from './frame.ts';
import { businessList, goodsList, regionsList } from './monthly-lists.ts';
import { newestMonths } from './months-table.ts';

/** Where the full edition has what may leave the sheet. */
const origins: readonly Origin[] = [
  { section: 'record', name: 'section.record', leaves: leaves.remarks },
  { section: 'goods', name: 'section.goods', leaves: leaves.lists },
  { section: 'regions', name: 'section.regions', leaves: leaves.lists },
  { section: 'business', name: 'section.business', leaves: leaves.lists },
];

/** The sheet of an edition with monthly bulletins. */
export function monthlySheet(context: MonthlyContext, full: FullEdition) {
  const { briefing, overTime } = context;
  const lead = leadView(context);
  return {
    ...sheetFrame(context, full, {
      trade: newestValues(overTime)[0]?.period ?? overTime.period,
      leads: briefOverTime(overTime, briefing.edition).map((found) => found.lead),
      cards: overviewCards(context, shortGapWords),
      origins,
    }),
    lead: lead && {
      chart: 'lead',
      ...namesOf(context, lead),
      sources: sourcesOf(context, lead.refs).publishers,
    },
    months: newestMonths(context),
    lists: [goodsList(context), regionsList(context), businessList(context)].filter((list) => list !== null),
    notes: notesOf(context),
  };
}

/** What the chart is called: in few words where it shows two flows, as in the full edition where there is but one. */
function namesOf(
  { overTime, words }: MonthlyContext,
  { kind, title, subtitle }: NonNullable<ReturnType<typeof leadView>>,
) {
  if (!overTime.exports || !overTime.imports) return { title, subtitle };
  return kind === 'twelve'
    ? { title: finding('sheet.twelve_title'), subtitle: words.message('sheet.twelve_sub') }
    : { title, subtitle: words.message('sheet.single_sub') };
}

/** What the notes of the full edition say of months and sums, of growth and prices, of investment and revisions. */
function notesOf(context: MonthlyContext): readonly (readonly SheetNote[])[] {
  const { words, overTime } = context;
  const rules = rulesOf(context);
  const first = (about: Rule['about'], rank: number) =>
    rules
      .filter((rule) => rule.about === about)
      .slice(0, 1)
      .map(({ text }) => ({ text, leaves: rank }));
  const revised = revisionsView(context)?.here;
  const quarters = overTime.investment?.quarters ?? [];
  return [
    [
      ...first('month', leaves.notes),
      ...(revised ? [{ text: `${capitalise(revised)}.`, leaves: leaves.remarks }] : first('revisions', leaves.remarks)),
    ],
    [...first('prices', leaves.notes), ...first('twelve', leaves.remarks)],
    quarters.length > 1 ? [{ text: words.message('text.investment_not_defined'), leaves: leaves.notes }] : [],
  ];
}

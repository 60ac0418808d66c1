import type { Period } from '../../../dataset/index.ts';
import { type Comparison, classifyChange, type Figure, type FlowOverTime } from '../../../figures/index.ts';
import { html } from '../../html.ts';
import type { Words } from '../../words.ts';
import { showing, sourcesOf } from '../view-context.ts';
import { periodsOf } from './month-window.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The newest months and the value since January, with the change of each where `changes` asks for it. */
export function monthsTable(context: MonthlyContext, most: number, changes: boolean) {
  const { overTime, words } = context;
  const periods = periodsOf(overTime).slice(-most);
  const { exports, imports, balance } = overTime;
  const toDate = (exports ?? imports)?.yearToDate?.value.period;
  // In January the value since January is the month itself.
  const withToDate = toDate !== undefined && toDate.months > 1;
  const row = (label: string, values: readonly ReturnType<Words['cell']>[]) => ({ label, values });
  const rows = (['exports', 'imports'] as const).flatMap((name) => {
    const flow = overTime[name];
    if (!flow) return [];
    const cells = periods.map((period) => words.cell(monthOf(flow, period)));
    const sum = withToDate ? [words.cell(flow.yearToDate?.value)] : [];
    const growth = changes || !flow.yearToDate ? [] : [changeCell(words, flow.yearToDate)];
    const main = row(words.message(`label.${name}`), [...cells, ...sum, ...growth]);
    if (!changes) return [main];
    const compared = periods.map((period) => changeCell(words, changeOf(flow, period)));
    return [main, row('', [...compared, ...(withToDate ? [changeCell(words, flow.yearToDate)] : [])])];
  });
  const balances = balance
    ? [
        row(words.message('label.balance'), [
          ...periods.map((period) => words.cell(monthOf(balance, period))),
          ...(withToDate ? [words.cell(balance.yearToDate?.value)] : []),
          ...(changes || !exports?.yearToDate ? [] : [html('')]),
        ]),
      ]
    : [];
  const shown = [exports, imports, balance].flatMap((flow) =>
    flow
      ? [
          ...periods.flatMap((period) => monthOf(flow, period) ?? []),
          ...(flow.yearToDate ? [flow.yearToDate.value] : []),
        ]
      : [],
  );
  const growth = [exports, imports].flatMap((flow) => {
    const compared = flow ? periods.map((period) => changeOf(flow, period)) : [];
    return [...(changes ? compared : []), flow?.yearToDate].map((change) => change?.index);
  });
  context.tables.set('months', showing([...shown, ...growth]));
  return {
    count: periods.reduce((sum, { months }) => sum + months, 0),
    heads: [
      ...headsOf(words, periods),
      ...(withToDate && toDate ? [words.shortMonthsOf(toDate)] : []),
      ...(changes ? [] : [words.message('label.year_on_year')]),
    ],
    rows: [...rows, ...balances],
    ...sourcesOf(context, shown),
    refs: shown,
  };
}

/** The names of months over columns: without their year where that is one and the same, or where there are several. */
export function headsOf(words: Words, periods: readonly Period[]): readonly string[] {
  const isOneYear = new Set(periods.map(({ year }) => year)).size === 1;
  const isRoomy = periods.length <= 6;
  return periods.map((period) => {
    if (period.months > 1) return words.shortMonthsOf(period);
    if (!isOneYear) return words.compactPeriod(period);
    return isRoomy ? words.monthsOf(period) : words.lastMonthOf(period);
  });
}

/** A month of a flow; undefined where it is not known. */
export function monthOf({ months }: FlowOverTime, { code }: Period): Figure | undefined {
  return months.find(({ period }) => period.code === code);
}

/** The change of a month, or of the months with which it is compared together. */
export function changeOf({ monthChanges }: FlowOverTime, { code }: Period): Comparison | undefined {
  return monthChanges.find(({ value }) => value.period.code === code);
}

/** A change in per cent as a cell, marked where it is calculated; «..» where there is none, or its base is near zero. */
export function changeCell(words: Words, compared: Comparison | null | undefined) {
  const index = compared?.index;
  if (!compared || !index) return words.cell(undefined);
  const { value, base } = compared;
  if (/tiny|zero/.test(classifyChange({ value, base: base ?? undefined, index }))) return words.cell(undefined);
  const text = words.growth(index);
  return html(index.status === 'calculated' ? `<calc note="${index.note}">${text}</calc>` : text);
}

import { endOf, type Period } from '../../../dataset/index.ts';
import type { Comparison, Figure, FlowOverTime } from '../../../figures/index.ts';
import { capitalise } from '../../words.ts';
import { periodsOf } from '../monthly/month-window.ts';
import type { MonthlyContext } from '../monthly/monthly-context.ts';
import { changeCell, changeOf, headsOf, monthOf } from '../monthly/months-table.ts';

/** As many of the newest months stand in the table of a sheet. */
const mostMonths = 6;

/** The value of a flow in a row of the table, and how it changed. */
type Read = (flow: FlowOverTime) => readonly [Figure | undefined, Comparison | null | undefined];

/** The newest months one under the other, then the value since January and the sum of twelve months; null without any. */
export function newestMonths({ overTime, words }: MonthlyContext) {
  const compares = [overTime.exports, overTime.imports].some((flow) => flow && flow.monthChanges.length > 0);
  // The balance stands where changes leave room for it.
  const all = compares ? (['exports', 'imports'] as const) : (['exports', 'imports', 'balance'] as const);
  const names = all.filter((name) => overTime[name]);
  const flows = names.flatMap((name) => overTime[name] ?? []);
  const periods = periodsOf(overTime).slice(-mostMonths);
  if (flows.length === 0 || periods.length === 0) return null;
  const row = (name: string, isStrong: boolean, read: Read) => ({
    name,
    isStrong,
    cells: flows.flatMap((flow) => {
      const [value, change] = read(flow);
      const cell = { text: words.cell(value), isChange: false };
      return compares ? [cell, { text: changeCell(words, change), isChange: true }] : [cell];
    }),
  });
  const heads = headsOf(words, periods);
  const months = periods.map((period, index) =>
    row(capitalise(heads[index] ?? ''), index === periods.length - 1, (flow) => [
      monthOf(flow, period),
      changeOf(flow, period),
    ]),
  );
  const toDate = newest(flows.map(({ yearToDate }) => yearToDate?.value));
  const twelve = newest(flows.map((flow) => flow.twelve.at(-1)));
  // In January the value since January is the month itself, and in December the sum of twelve months.
  const hasToDate = toDate !== null && toDate.months > 1;
  const hasTwelve =
    twelve !== null &&
    twelve.code !== toDate?.code &&
    endOf({ period: twelve }) === endOf({ period: toDate ?? twelve });
  return {
    title: words.message('title.six_months', { n: periods.reduce((sum, { months: each }) => sum + each, 0) }),
    subtitle: words.message(compares ? 'sheet.months_sub' : 'unit.usd_m'),
    heads: names.flatMap((name) => [
      words.message(`label.${name}`),
      ...(compares ? [words.message('latest.block.growth')] : []),
    ]),
    rows: [
      ...months,
      ...(hasToDate ? [row(capitalise(words.shortMonthsOf(toDate)), true, toDateIn(toDate))] : []),
      ...(hasTwelve ? [row(words.message('sheet.twelve'), true, twelveIn(twelve))] : []),
    ],
  };
}

function newest(figures: readonly (Figure | undefined)[]): Period | null {
  return figures.find((figure) => figure !== undefined)?.period ?? null;
}

const isOf =
  ({ code }: Period) =>
  (value: Figure) =>
    value.period.code === code;

function toDateIn(period: Period): Read {
  return ({ yearToDate }) =>
    yearToDate && isOf(period)(yearToDate.value) ? [yearToDate.value, yearToDate] : [undefined, null];
}

function twelveIn(period: Period): Read {
  return ({ twelve, twelveChanges }) => [
    twelve.find(isOf(period)),
    twelveChanges.find(({ value }) => isOf(period)(value)),
  ];
}

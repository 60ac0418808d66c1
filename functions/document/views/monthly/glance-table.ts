import type { Comparison, Figure, FlowOverTime } from '../../../figures/index.ts';
import { showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { changeCell } from './months-table.ts';

const rowNames = ['turnover', 'exports', 'imports', 'balance'] as const;

/** One of the three readings of a series: its newest figure, and that beside a year earlier. */
interface Reading {
  readonly value: (flow: FlowOverTime) => Figure | undefined;
  readonly change: (flow: FlowOverTime) => Comparison | null | undefined;
}

const readings = {
  month: {
    value: ({ months }) => months.at(-1),
    change: ({ months, monthChanges }) =>
      monthChanges.find(({ value }) => value.period.code === months.at(-1)?.period.code),
  },
  toDate: { value: ({ yearToDate }) => yearToDate?.value, change: ({ yearToDate }) => yearToDate },
  twelve: {
    value: ({ twelve }) => twelve.at(-1),
    change: ({ twelve, twelveChanges }) =>
      twelveChanges.find(({ value }) => value.period.code === twelve.at(-1)?.period.code),
  },
} as const satisfies Readonly<Record<string, Reading>>;

/** The newest month, the value since January and the sum of twelve months of every flow, each with its change. */
export function glanceTable(context: MonthlyContext) {
  const { overTime, words } = context;
  const flows = rowNames.flatMap((name) => {
    const flow = overTime[name];
    return flow ? [{ name, flow }] : [];
  });
  const shown = Object.entries(readings).flatMap(([kind, reading]) => {
    const [period] = flows.flatMap(({ flow }) => reading.value(flow)?.period ?? []);
    // In January the value since January is the month itself.
    const isToDate = flows.some(({ flow }) => readings.toDate.value(flow)?.period.code === period?.code);
    if (!period || (kind === 'month' && isToDate)) return [];
    const head =
      kind === 'twelve'
        ? words.message('label.twelve_to', { m: words.lastMonthOf(period) })
        : words.compactPeriod(period);
    return [{ reading, head, period }];
  });
  const rows = flows.map(({ name, flow }) => ({
    label: words.message(`label.${name}`),
    cells: shown.flatMap(({ reading, period }) => {
      const value = reading.value(flow);
      const isSame = value?.period.code === period.code;
      const change = isSame ? reading.change(flow) : null;
      const changed = name === 'balance' ? words.cell(change?.difference ?? undefined) : changeCell(words, change);
      return [words.cell(isSame ? value : undefined), changed];
    }),
  }));
  const figures = flows.flatMap(({ flow }) =>
    shown.flatMap(({ reading }) => {
      const change = reading.change(flow);
      return [reading.value(flow), change?.index, change?.difference].flatMap((figure) => figure ?? []);
    }),
  );
  context.tables.set('year', showing(figures));
  return {
    heads: shown.flatMap(({ head }) => [head, words.message('label.year_on_year')]),
    rows,
    ...sourcesOf(context, figures),
    refs: figures,
  };
}

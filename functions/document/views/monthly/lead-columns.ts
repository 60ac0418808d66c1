import { endOf, periodFrom } from '../../../dataset/index.ts';
import { type FlowOverTime, isTold } from '../../../figures/index.ts';
import type { PairedColumns } from '../../overview-charts.ts';
import { capitalise } from '../../words.ts';
import { numberLabel, showing } from '../view-context.ts';
import { type Drawn, gapOf, monthsAlt, startOf } from './lead-flows.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { growthLabel } from './monthly-words.ts';

/** Single months as paired columns, with the values since January; the newest and the largest month are named. */
export function pairedColumns(context: MonthlyContext, drawn: readonly Drawn[]): PairedColumns {
  const { overTime, words } = context;
  const all = drawn.flatMap(({ flow }) => flow.months);
  const [start, end] = [Math.min(...all.map(startOf)), Math.max(...all.map(endOf))];
  const series = drawn.map(({ tone, flow }) => {
    const [newest, largest] = [flow.months.at(-1), flow.months.toSorted((a, b) => b.value - a.value)[0]];
    const columns = flow.months.map((figure) => {
      const { months } = figure.period;
      const isTold = figure === newest || figure === largest;
      return {
        at: startOf(figure) - start,
        months,
        value: figure.value / months,
        together: months > 1,
        label: isTold ? numberLabel(context, figure, figure.value >= 100 ? 0 : figure.decimals) : null,
      };
    });
    return { tone, columns, end: sinceJanuary(context, tone, flow) };
  });
  const balance = overTime.balance?.yearToDate?.value;
  return {
    kind: 'paired-columns',
    months: Array.from({ length: end - start }, (_, index) =>
      capitalise(words.shortMonthsOf(periodFrom(start + index, 1))),
    ),
    series,
    shows: showing([
      ...all,
      ...drawn.flatMap(({ flow: { yearToDate } }) => [yearToDate?.value, yearToDate?.index]),
      drawn.length > 1 ? balance : null,
    ]),
    gap: drawn.length > 1 && balance ? gapOf(context, balance) : null,
    alt: monthsAlt(
      context,
      drawn.map(({ tone, flow }) => ({ tone, months: flow.months })),
      'alt.month_columns',
    ),
  };
}

function sinceJanuary(context: MonthlyContext, tone: Drawn['tone'], { yearToDate }: FlowOverTime) {
  if (!yearToDate) return null;
  const { words } = context;
  const { value, index } = yearToDate;
  const name = words.message(`label.${tone}`);
  const grown =
    index && isTold(yearToDate)
      ? words.message('label.times_named', { name, times: growthLabel(context, index).text })
      : name;
  return { label: numberLabel(context, value), name: grown, period: capitalise(words.compactPeriod(value.period)) };
}

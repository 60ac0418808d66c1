import { endOf, type Period, periodFrom } from '../../../dataset/index.ts';
import type { Figure, FlowOverTime } from '../../../figures/index.ts';
import type { Tone } from '../../charts.ts';
import type { LeadGap } from '../../overview-charts.ts';
import { capitalise } from '../../words.ts';
import { altList, numberLabel, numberText, sizeLabel } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** A flow that the lead chart draws. */
export interface Drawn {
  readonly tone: Exclude<Tone, 'balance'>;
  readonly flow: FlowOverTime;
}

/** The boundary before the first month of a figure, in months since year 0. */
export function startOf(figure: Figure): number {
  return endOf(figure) - figure.period.months;
}

/** The month before a boundary. */
export function monthTo(end: number): Period {
  return periodFrom(end - 1, 1);
}

/** A balance as the gap between two lines: its word, and its value, in English without a sign. */
export function gapOf(context: MonthlyContext, balance: Figure): LeadGap {
  const { words } = context;
  const word = words.message('label.gap', { side: balance.value > 0 ? 'surplus' : 'deficit' });
  return { word, label: words.language === 'en' ? sizeLabel(context, balance) : numberLabel(context, balance) };
}

/** An alternative text with the months of each flow, one by one. */
export function monthsAlt(
  context: MonthlyContext,
  series: readonly { readonly tone: Drawn['tone']; readonly months: readonly Figure[] }[],
  message: 'alt.month_lines' | 'alt.month_columns',
): string {
  const { words } = context;
  const all = series.flatMap(({ months }) => months);
  const start = Math.min(...all.map(startOf));
  const span = words.period(periodFrom(start, Math.max(...all.map(endOf)) - start));
  const list = series.map(({ tone, months }) => {
    const items = months.map((figure) => [words.compactPeriod(figure.period), numberText(context, figure)] as const);
    return words.message('alt.month_series', { flow: words.message(`label.${tone}`), list: altList(context, items) });
  });
  return words.message(message, { span: capitalise(span), list: list.join('. ') });
}

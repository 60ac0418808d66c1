import { endOf, monthIndex } from '../../../dataset/index.ts';
import { type Figure, type FlowOverTime, marginOf } from '../../../figures/index.ts';
import { altText, showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';

const names = ['exports', 'imports', 'turnover'] as const;

/** How a single month is made, with the newest that is a difference of two published values; null without one. */
export function monthMadeView(context: MonthlyContext) {
  const { words, charts, overTime } = context;
  const found = names.flatMap((name) => {
    const flow = overTime[name];
    const made = flow && newestMade(flow);
    return made ? [{ name, ...made }] : [];
  });
  const [newest] = found.toSorted((a, b) => endOf(b.month) - endOf(a.month));
  if (!newest) return null;
  const { name, month, after, before } = newest;
  const label = words.number(month.value, month.decimals);
  const bar = (figure: Figure) => ({
    name: words.monthsOf(figure.period),
    under: words.message('month_made.published', { date: words.date(figure.sources[0]?.published ?? '') }),
    value: figure.value,
    label: `${words.number(figure.value, figure.decimals)} ${marginText(context, figure)}`,
  });
  charts.set('month-made', {
    kind: 'month-made',
    shows: showing([after, before, month]),
    tone: name,
    bars: [bar(after), bar(before)],
    difference: {
      name: words.monthsOf(month.period),
      under: words.message('month_made.difference'),
      label: { text: label, calculated: true },
      margin: marginText(context, month),
    },
    alt: altText(
      context,
      null,
      words.message('alt.month_made', {
        period1: words.period(after.period),
        v1: words.number(after.value, after.decimals),
        period2: words.period(before.period),
        v2: words.number(before.value, before.decimals),
        m: words.period(month.period),
        v: label,
      }),
    ),
  });
  return {
    flow: words.message(name === 'turnover' ? 'label.card.turnover' : `label.card.${name}`),
    sources: sourcesOf(context, [after, before]).publishers,
    refs: [after, month],
  };
}

function marginText({ words }: MonthlyContext, figure: Figure): string {
  return words.message('month_made.margin', { n: words.number(marginOf(figure), figure.decimals + 1) });
}

/** The newest month that is the difference of two published values since January, and these. */
function newestMade({ months, sinceJanuary }: FlowOverTime) {
  const toDate = new Map(sinceJanuary.map((figure) => [endOf(figure), figure]));
  for (const month of months.toReversed()) {
    const [after, before] = [toDate.get(endOf(month)), toDate.get(monthIndex(month.period))];
    const isMade = month.status === 'calculated' && after?.status === 'published' && before?.status === 'published';
    if (isMade && after.period.year === before.period.year) return { month, after, before };
  }
  return null;
}

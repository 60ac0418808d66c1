import { lastMonth, type Period } from '../../../dataset/index.ts';
import {
  type Figure,
  type FlowOverTime,
  marginOf,
  quarterFinding,
  quartersKnownTogether,
  tenseOf,
  thresholds,
} from '../../../figures/index.ts';
import type { QuarterYear } from '../../time-charts.ts';
import { capitalise } from '../../words.ts';
import { altList, altText, numberLabel, numberText, showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The number from which on columns have no room for decimals. */
const wide = 1000;

/** Investment by quarter, with the sums of the years; null where fewer than two quarters are known. */
export function quartersView(context: MonthlyContext) {
  const { overTime, words, charts, briefing } = context;
  const { investment } = overTime;
  if (!investment || investment.quarters.length < 2) return null;
  const known = [...investment.quarters, ...quartersKnownTogether(investment)].toSorted(
    (a, b) => lastMonth(a.period) - lastMonth(b.period),
  );
  const newest = known.at(-1);
  if (!newest) return null;
  const from = Math.max(known[0]?.period.year ?? 0, newest.period.year - thresholds.shownYears + 1);
  const drawn = known.filter(({ period }) => period.year >= from);
  const decimals = drawn.some(({ value }) => Math.abs(value) >= wide) ? 0 : undefined;
  const years = Array.from({ length: newest.period.year - from + 1 }, (_, index) => from + index);
  const { dated, inTense } = tenseOf(briefing.edition, newest.period);
  const found = quarterFinding(overTime);
  // All but a row of quarters name the quarter that they are about.
  const title = found?.message === 'quarter.streak' ? dated(found) : inTense(found);
  charts.set('quarters', {
    kind: 'quarter-columns',
    shows: showing(drawn),
    quarters: ([1, 2, 3, 4] as const).map((quarter) => words.message(`label.quarter.${quarter}`)),
    years: years.map(
      (year): QuarterYear => ({
        name: String(year),
        newest: year === newest.period.year,
        columns: drawn
          .filter(({ period }) => period.year === year)
          .map((figure) => ({
            quarter: (figure.period.month - 1) / 3,
            quarters: figure.period.months / 3,
            value: figure.value,
            label: numberLabel(context, figure, decimals),
            newest: figure === newest,
          })),
        sums: sumsOf(context, investment, year, year === newest.period.year),
      }),
    ),
    alt: altText(context, title, altOf(context, drawn)),
  });
  const calculated = drawn.filter(({ status }) => status === 'calculated');
  const isDifference = calculated.length > 0 && drawn.every(isPlainQuarter);
  const margin = Math.max(0, ...calculated.map(marginOf));
  return {
    title,
    refs: drawn,
    margin: isDifference ? words.number(margin, 1) : null,
    ...sourcesOf(context, drawn),
  };
}

/** Whether a first quarter is published, and another is a difference, as the source line says. */
function isPlainQuarter({ period, status }: Figure): boolean {
  return period.months === 3 && (period.month === 1) === (status === 'published');
}

/** Under a year: the sum up to the newest month of the newest year, and the whole year. */
function sumsOf(context: MonthlyContext, { sinceJanuary, sameMonths }: FlowOverTime, year: number, strong: boolean) {
  const { words } = context;
  const newest = sameMonths.at(-1);
  const missing = { text: words.message('value.missing'), calculated: false };
  const sum = (name: string, figure: Figure | undefined, isStrong: boolean) => ({
    name,
    label: figure ? numberLabel(context, figure) : missing,
    strong: isStrong,
  });
  const inYear = (figure: Figure) => figure.period.year === year;
  const whole = sinceJanuary.find((figure) => inYear(figure) && figure.period.months === 12);
  const rows = [sum(words.message('label.year'), whole, false)];
  if (!newest || newest.period.months === 12) return rows;
  return [sum(partOfYear(context, newest.period), sameMonths.find(inYear), strong), ...rows];
}

function partOfYear({ words }: MonthlyContext, period: Period): string {
  return capitalise(words.shortMonthsOf(period));
}

function altOf(context: MonthlyContext, shown: readonly Figure[]): string {
  const { words } = context;
  const nameOf = (figure: Figure) => words.period(figure.period);
  const list = altList(
    context,
    shown.map((figure) => [nameOf(figure), numberText(context, figure)]),
  );
  return words.message('alt.quarters', { list });
}

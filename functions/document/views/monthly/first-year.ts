import { periodFrom } from '../../../dataset/index.ts';
import {
  bothValuesFinding,
  codeTerm,
  everyMonthFinding,
  type Figure,
  type Finding,
  finding,
  highestOfFewFinding,
  monthFinding,
  type OverTime,
  periodTerm,
  stretchOf,
  thresholds,
  toDateTitle,
} from '../../../figures/index.ts';
import type { MonthColumns } from '../../time-charts.ts';
import { altList, altText, numberLabel, showing, sourcesOf } from '../view-context.ts';
import { barOf, type MonthWindow, monthFlows, periodOf, periodsOf, within } from './month-window.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { kindOf, marginText, plainTitle } from './months-figure.ts';
import { monthsTable } from './months-table.ts';
import { driverFigure, sharesFigure } from './year-figures.ts';

/** As many months stand in the table of a first year. */
const tableMonths = 8;

/** The months of a first year and the year so far, on one page: their growth is known from indices alone. */
export function firstYearView(context: MonthlyContext, known: MonthWindow) {
  const { overTime } = context;
  const driver = driverFigure(context);
  return {
    title: firstYearTitle(overTime),
    standfirst: standfirstOf(overTime, known),
    figure: columnsFigure(context, known),
    driver,
    shares: sharesFigure(context),
    table: monthsTable(context, tableMonths, false),
    hasSeveral: known.count > 1,
  };
}

function firstYearTitle(overTime: OverTime): Finding {
  const { exports, imports } = overTime;
  const one = (exports && monthFinding('exports', exports)) ?? (imports && monthFinding('imports', imports));
  const both = highestOfFewFinding(overTime) ?? toDateTitle(overTime) ?? bothValuesFinding(overTime);
  return both ?? one ?? plainTitle(overTime);
}

/** Why the months have no growth, or else where that since January is from. */
function standfirstOf(overTime: OverTime, known: MonthWindow): Finding | null {
  const year = Math.floor(known.start / 12) - 1;
  const isUnknown = !periodsOf(overTime).some((period) => period.months === 1 && period.year === year);
  if (isUnknown) return finding('single.year_before_unknown', { year0: codeTerm(year) });
  const compared = (overTime.exports ?? overTime.imports)?.yearToDate;
  if (compared?.basis !== 'index' || !compared.base) return null;
  return finding('ytd.index_only', { period0: periodTerm(compared.base.period) });
}

/** Twelve places: the calendar year where the months are of one, else from the first month on. */
function placesOf({ start, count }: MonthWindow): MonthWindow {
  const january = start - (start % 12);
  const length = thresholds.firstYear;
  return { start: start + count <= january + length ? january : start, count: length };
}

function columnsFigure(context: MonthlyContext, known: MonthWindow) {
  const { overTime, words, charts } = context;
  const places = placesOf(known);
  const flows = monthFlows.flatMap((name) => {
    const flow = overTime[name];
    return flow ? [{ name, shown: within(places, flow.months) }] : [];
  });
  const newest = (figures: readonly Figure[]) => figures.at(-1)?.value ?? 0;
  const larger = flows.toSorted((a, b) => newest(b.shown) - newest(a.shown));
  const drawn = flows.flatMap((flow) => flow.shown);
  const together = drawn.filter(({ period }) => period.months > 1).map(({ period }) => period);
  const title = everyMonthFinding(overTime) ?? plainTitle(overTime);
  const chart: MonthColumns = {
    kind: 'month-columns',
    places: placeNames(context, places),
    flows: larger.map((flow) => ({
      tone: flow.name,
      name: words.message(`label.${flow.name}`),
      columns: flow.shown.map((figure) => ({ ...barOf(places, figure), label: numberLabel(context, figure) })),
    })),
    shows: showing(drawn),
    together: together.length > 0 ? words.message('pair.key', { kind: kindOf(together) }) : null,
    alt: altText(
      context,
      title,
      words.message('alt.columns', {
        span: words.period(periodOf(known)),
        list: altList(
          context,
          drawn.map((figure) => [
            `${words.message(`label.${figure.subject === 'imports' ? 'imports' : 'exports'}`)}, ${words.period(figure.period)}`,
            words.number(figure.value, figure.decimals),
          ]),
        ),
      }),
    ),
  };
  charts.set('months', chart);
  return {
    title,
    span: words.compactPeriod(periodOf(known)),
    isWhole: known.start + known.count === places.start + places.count,
    ...sourcesOf(context, drawn),
    refs: drawn,
    margin: marginText(words, drawn),
  };
}

/** The names of the places: months without their year where that is one and the same. */
function placeNames({ words }: MonthlyContext, { start, count }: MonthWindow): readonly string[] {
  const months = Array.from({ length: count }, (_, at) => periodFrom(start + at, 1));
  const isOneYear = new Set(months.map(({ year }) => year)).size === 1;
  return months.map((period) => {
    const isNamed = !isOneYear && (stretchOf(period).start === start || period.month === 1);
    return isNamed ? words.compactPeriod(period) : words.lastMonthOf(period);
  });
}

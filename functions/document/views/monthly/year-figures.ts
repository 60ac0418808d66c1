import { endOf, type Period, periodFrom } from '../../../dataset/index.ts';
import {
  aheadByFinding,
  type Figure,
  type FlowName,
  type FlowOverTime,
  finding,
  flowDriverFinding,
  isOlder,
  sharesTitle,
  turnoverPartsOf,
  twelveExtremeFinding,
} from '../../../figures/index.ts';
import type { ShareBars } from '../../charts.ts';
import type { CurvesChart, ShareLines } from '../../time-charts.ts';
import { capitalise } from '../../words.ts';
import { sharesOfRest } from '../trade.ts';
import { altList, altText, figureOf, percentLabel, percentText, showing, sourcesOf } from '../view-context.ts';
import { waterfallOf } from '../waterfall.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** As many years stand in the charts that compare years. */
const shownYears = 5;

const flowNames = ['turnover', 'exports', 'imports'] as const;

/** The values since January of a flow, a curve for each year; null where there is only one year. */
export function curvesFigure(context: MonthlyContext, name: FlowName) {
  const { overTime, words, charts } = context;
  const flow = overTime[name];
  const newest = flow?.yearToDate?.value;
  if (!flow || !newest) return null;
  const years = yearsOf(flow);
  if (years.length < 2) return null;
  const title = aheadByFinding(name, flow);
  const shown = years.flatMap(({ figures }) => figures);
  const before = years.at(-2)?.figures.find(({ period }) => period.months === newest.period.months) ?? null;
  const holes = overTime.missing.flatMap(({ periods }) => periods).filter((period) => isBetween(period, years));
  const chart: CurvesChart = {
    kind: 'curves',
    shows: showing(shown),
    tone: name,
    axis: [3, 6, 9, 12].map((after) => ({ name: words.lastMonthOf(periodFrom(after - 1, 1)), after })),
    years: years.map(({ year, figures }) => {
      const end = figures.find(({ period }) => period.months === 12);
      return {
        name: String(year),
        points: figures.map(({ period, value }) => ({ after: period.months, value })),
        end: end && year !== newest.period.year ? words.number(end.value, 0) : null,
      };
    }),
    current: { value: words.number(newest.value, newest.decimals), period: words.compactPeriod(newest.period) },
    alt: altText(context, title, altOfCurves(context, name, newest, before, years)),
  };
  charts.set(`curves-${name}`, chart);
  return {
    chart: `curves-${name}`,
    title,
    subject: words.message(`subject.${name}`),
    ...sourcesOf(context, shown),
    refs: shown,
    ring: before && words.period(before.period),
    extreme: isOlder(context.briefing.edition, newest.period, 'past') ? null : twelveExtremeFinding(flow),
    holes:
      holes.length > 0
        ? words.list(
            holes.map((period) => words.period(period)),
            true,
          )
        : null,
  };
}

interface YearOfValues {
  readonly year: number;
  readonly figures: readonly Figure[];
}

/** The newest years with the values since January of each. */
function yearsOf({ sinceJanuary }: FlowOverTime): readonly YearOfValues[] {
  const byYear = Map.groupBy(sinceJanuary, ({ period }) => period.year);
  return [...byYear].slice(-shownYears).map(([year, figures]) => ({ year, figures }));
}

/** Whether a value since January that is not known lies between two points of a curve, or before the first. */
function isBetween(period: Period, years: readonly YearOfValues[]): boolean {
  const figures = years.find(({ year }) => year === period.year)?.figures ?? [];
  return figures.some(({ period: { months } }) => months > period.months);
}

function altOfCurves(
  context: MonthlyContext,
  name: FlowName,
  newest: Figure,
  before: Figure | null,
  years: readonly YearOfValues[],
): string {
  const { words } = context;
  const number = (figure: Figure) => words.number(figure.value, figure.decimals);
  const whole = years.flatMap(({ figures }) => figures.filter(({ period }) => period.months === 12));
  const slots = {
    flow: words.message(`clause.${name}`),
    v1: number(newest),
    period: words.period(newest.period),
    list:
      whole.length > 0
        ? altList(
            context,
            whole.map((figure) => [words.yearsOf(figure.period), number(figure)]),
          )
        : words.message('alt.none'),
  };
  if (!before) return words.message('alt.curves_one', slots);
  return words.message('alt.curves', { ...slots, v0: number(before), period0: words.period(before.period) });
}

/** Which flow brought the change of turnover since January; null where a base, or a part of one period, is not known. */
export function driverFigure(context: MonthlyContext) {
  const { overTime, words, charts } = context;
  const parts = turnoverPartsOf(overTime);
  if (!parts?.turnover.base) return null;
  const { turnover: whole, exports, imports } = parts;
  const title = flowDriverFinding(overTime) ?? finding('driver.plain');
  const figures = { base: parts.turnover.base, exports, imports, turnover: whole.value };
  // What rests on an index alone is known to a few units at most.
  const decimals = ({ approximate, decimals, value }: Figure) => (approximate && Math.abs(value) >= 10 ? 0 : decimals);
  charts.set('driver', waterfallOf(context, figures, title, decimals));
  const shown = Object.values(figures);
  const share = overTime.driver?.share;
  return {
    title,
    months: words.allMonthsOf(whole.value.period),
    ...sourcesOf(context, shown),
    refs: [...shown, ...(share ? [share] : [])],
    fromIndex: whole.basis === 'index',
  };
}

/** Russia's shares over equal periods; as bars of 100 per cent where only one period is known. Null without any. */
export function sharesFigure(context: MonthlyContext) {
  const { overTime, words, charts } = context;
  const lines = flowNames.flatMap((name) => {
    const shares = equalShares(overTime.shares[name]);
    return shares.length > 0 ? [{ name, shares }] : [];
  });
  const title = sharesTitle(overTime);
  const newest = lines.flatMap(({ shares }) => shares.at(-1) ?? []).toSorted((a, b) => endOf(b) - endOf(a))[0];
  if (!newest || !title) return null;
  const current = lines.filter(({ shares }) => shares.at(-1)?.period.code === newest.period.code);
  const years = current.flatMap(({ shares }) => shares.map(({ period }) => period.year));
  const from = Math.min(...years);
  const isSeries = newest.period.year > from;
  const shown = current.flatMap(({ shares }) => (isSeries ? shares : shares.slice(-1)));
  charts.set('shares', isSeries ? linesOf(context, current, from, newest) : barsOf(context, current));
  return {
    title,
    isSeries,
    months: words.allMonthsOf(newest.period),
    period: words.period(newest.period),
    ...sourcesOf(context, shown),
    refs: shown,
  };
}

interface SharesOfFlow {
  readonly name: (typeof flowNames)[number];
  readonly shares: readonly Figure[];
}

/** The shares over the same months as the newest, of its year and the four before it. */
function equalShares(shares: readonly Figure[]): readonly Figure[] {
  const last = shares.at(-1);
  if (!last) return [];
  return shares.filter(({ period }) => {
    const back = endOf(last) - endOf({ period });
    return period.months === last.period.months && back % 12 === 0 && back / 12 < shownYears;
  });
}

function linesOf(context: MonthlyContext, lines: readonly SharesOfFlow[], from: number, newest: Figure): ShareLines {
  const { words } = context;
  const count = newest.period.year - from + 1;
  const percent = (figure: Figure | undefined) => (figure ? words.number(figure.value, figure.decimals) : '');
  return {
    kind: 'share-lines',
    shows: showing(lines.flatMap(({ shares }) => shares)),
    places: Array.from({ length: count }, (_, at) => String(from + at)),
    lines: lines.map(({ name, shares }) => ({
      tone: name,
      name: capitalise(words.message(`clause.${name}`)),
      points: shares.map(({ period, value }) => ({ at: period.year - from, share: value })),
      first: percent(shares[0]),
      last: percent(shares.at(-1)),
    })),
    alt: altText(
      context,
      sharesTitle(context.overTime),
      words.message('alt.shares', {
        months: words.allMonthsOf(newest.period),
        year0: String(from),
        year: String(newest.period.year),
        list: lines
          .flatMap(({ name, shares }) => {
            const [first, last] = [shares[0], shares.at(-1)];
            if (!first || !last) return [];
            const label = words.message(`clause.${name}`);
            return [
              words.message('alt.share_item', {
                label,
                s0: percentText(context, first),
                s1: percentText(context, last),
              }),
            ];
          })
          .join(', '),
      }),
    ),
  };
}

function barsOf(context: MonthlyContext, lines: readonly SharesOfFlow[]): ShareBars {
  const { words } = context;
  const newest = lines.flatMap(({ name, shares }) => {
    const share = shares.at(-1);
    return share ? [{ name, share }] : [];
  });
  return {
    kind: 'share-bars',
    shows: newest.flatMap(({ name, share }) => [...showing([share]), ...sharesOfRest(context, name)]),
    heads: [words.message('label.russia'), words.message('label.rest')],
    rows: newest.map(({ name, share }) => {
      const rest = figureOf(context, `${name}.rest.share`);
      return {
        tone: name,
        name: words.message(`label.${name}`),
        total: null,
        share: share.value,
        shareLabel: percentLabel(context, share).text,
        amount: null,
        restShare: rest ? percentLabel(context, rest) : { text: '', calculated: false },
        restAmount: null,
      };
    }),
    alt: altText(
      context,
      sharesTitle(context.overTime),
      words.message('alt.weight', {
        period: words.period(newest[0]?.share.period ?? context.overTime.period),
        list: altList(
          context,
          newest.map(({ name, share }) => [words.message(`label.${name}`), percentText(context, share)]),
        ),
      }),
    ),
  };
}

import {
  byAge,
  bySeries,
  lastDay,
  latestOf,
  type Observation,
  ofSeries,
  type Period,
  type SeriesOf,
  seriesNamed,
  type Vintage,
} from '../dataset/index.ts';
import { ageOf } from './age.ts';
import type { Figure } from './figure.ts';
import type { FigureBuilder } from './figure-builder.ts';
import { isMoney } from './published-figure.ts';

/** A figure that the edition before did not have. */
export interface NewFigure {
  readonly figure: Figure;
  /** The last earlier value of the same series; null where there is none. */
  readonly earlier: Figure | null;
  /** True where earlier values are in another currency, so that they are not compared. */
  readonly otherCurrency: boolean;
}

/** A figure whose published value was replaced by a newer publication. */
export interface RevisedFigure {
  readonly figure: Figure;
  /** The value that it had, in the unit of the figure. */
  readonly before: number;
}

/** What is new since the edition before, and how old the figures are. */
export interface EditionNews {
  readonly added: readonly NewFigure[];
  readonly revised: readonly RevisedFigure[];
  /** Days from the newest publication to the last day of the edition; a minimum where its day is not known. */
  readonly ageInDays: number;
  /** True where the day of the newest publication is known, and not only its month or year. */
  readonly ageIsExact: boolean;
  /** The age of the newest figure of each theme: whole months from the end of its period to the edition. */
  readonly ages: readonly { readonly theme: AgeTheme; readonly months: number }[];
  /** True where only the year of the newest publication is known; then its age is not printed. */
  readonly ageIsUnknown: boolean;
  /** The year of the news, where nothing but that year is known of all its publications; else null. */
  readonly yearAlone: string | null;
  /** The latest period of any figure. */
  readonly newestPeriod: Period;
}

/** The themes whose newest figures are listed with their age. */
export type AgeTheme = 'breakdown' | 'trade' | 'investment' | 'documents' | 'companies';

const themes: Readonly<Record<Exclude<AgeTheme, 'breakdown' | 'trade'>, readonly string[]>> = {
  investment: ['investment'],
  documents: ['documents_executive', 'documents_council', 'documents_local', 'documents_oblast'],
  companies: ['companies', 'organisations', 'enterprises'],
};

/** The trade figures of an edition: their period, and whether turnover, exports and imports are all there. */
export interface TradeKnown {
  readonly period: Period;
  readonly isFull: boolean;
}

/** The news of an edition; null in the first one. */
export function newsOf(builder: FigureBuilder, vintage: Vintage, trade: TradeKnown | null): EditionNews | null {
  const { news, observations, cutOff, edition } = vintage;
  if (!news) return null;
  const newest = newestPublished(observations);
  if (!newest) return null;
  const monthsSince = (period: Period) => ageOf(edition, period);
  const ages = Object.entries(themes).flatMap(([theme, indicators]) => {
    const last = latestOf(ofSeries(observations, ({ indicator }) => indicators.includes(indicator)));
    return last ? [{ theme: theme as AgeTheme, months: monthsSince(last.period) }] : [];
  });
  const tradeAge = trade
    ? [{ theme: trade.isFull ? ('breakdown' as const) : ('trade' as const), months: monthsSince(trade.period) }]
    : [];
  return {
    added: addedFigures(news.added, builder, observations),
    revised: news.revised.flatMap(({ before, after }) => {
      const figure = builder.figureOf(after);
      return figure
        ? [{ figure, before: isMoney(figure.unit) ? before.value * 10 ** (before.multiplier - 6) : before.value }]
        : [];
    }),
    ageInDays: Math.max(0, (Date.parse(cutOff) - Date.parse(lastDay(newest.source.published))) / 86_400_000),
    ageIsExact: newest.source.published.length === cutOff.length,
    ageIsUnknown: newest.source.published.length === yearLength,
    yearAlone: yearAloneOf(news.added),
    ages: [...tradeAge, ...ages],
    newestPeriod: latestOf(observations)?.period ?? newest.period,
  };
}

/** The length of a date with only a year. */
const yearLength = 4;

function yearAloneOf(added: readonly Observation[]): string | null {
  const dates = new Set(added.map(({ source }) => source.published));
  const [date, ...others] = dates;
  return date?.length === yearLength && others.length === 0 ? date : null;
}

/** The first of the observations whose publication is the newest. */
function newestPublished(observations: readonly Observation[]): Observation | undefined {
  const days = new Map<string, string>();
  let newest: { readonly observation: Observation; readonly day: string } | undefined;
  for (const observation of observations) {
    const { published } = observation.source;
    const day = days.get(published) ?? lastDay(published);
    days.set(published, day);
    if (!newest || day > newest.day) newest = { observation, day };
  }
  return newest?.observation;
}

function addedFigures(
  added: readonly Observation[],
  builder: FigureBuilder,
  observations: readonly Observation[],
): readonly NewFigure[] {
  const series = bySeries(observations);
  const before = (of: SeriesOf, { period }: Observation) =>
    (series.get(seriesNamed(of)) ?? []).filter((other) => byAge(other.period, period) < 0);
  return added.flatMap((observation) => {
    const figure = builder.figureOf(observation);
    if (!figure) return [];
    const same = latestOf(before(observation, observation));
    const otherCurrency = !same && currencies.some((unit) => before({ ...observation, unit }, observation).length > 0);
    return [{ figure, earlier: (same && builder.figureOf(same)) ?? null, otherCurrency }];
  });
}

/** The units in which amounts of the same are published. */
const currencies = ['USD', 'RUB', 'BYN'] as const;

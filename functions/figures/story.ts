import {
  allProducts,
  bySeries,
  endOf,
  lastDay,
  type Observation,
  type Period,
  periodFrom,
  publisherOf,
  type SeriesOf,
  type Vintage,
} from '../dataset/index.ts';
import type { OverTime, Revision } from './over-time/index.ts';

/** The themes of the bulletins, in the order of the document. */
export const storyThemes = ['trade', 'goods', 'regions', 'investment', 'companies', 'documents'] as const;

/** A theme of the bulletins. */
export type StoryTheme = (typeof storyThemes)[number];

/** What an edition brought on a theme. */
export interface ThemeNews {
  readonly theme: StoryTheme;
  /** True where the month of the edition published figures on it. */
  readonly isNew: boolean;
  /** The last month that its new figures reach; where there are none, that its figures reach at all. */
  readonly month: Period;
  /** The regions that are named up to that month; 0 for every other theme. */
  readonly regions: number;
}

/** The news of an edition as a story: what the bulletins of its month brought, and what they did not. */
export interface EditionStory {
  /** Figures that were published for the first time. */
  readonly added: number;
  /** Figures that replaced another number. */
  readonly revised: number;
  /** The periods of the bulletins of the month, the oldest first. */
  readonly bulletins: readonly Period[];
  /** Only the themes that have figures. */
  readonly themes: readonly ThemeNews[];
  /** The values of the series over time that the month revised, the newest period first. */
  readonly revisions: readonly Revision[];
}

/** Tells the month of an edition as a story; null in the first edition, which has nothing before it. */
export function storyOf(vintage: Vintage, overTime: OverTime): EditionStory | null {
  const { news, observations, edition } = vintage;
  if (!news) return null;
  const fresh = [...news.added, ...news.revised.map(({ after }) => after)];
  const known = Map.groupBy(bySeries(observations).values(), ([first]) => first && themeOf(first));
  const now = Map.groupBy(fresh, themeOf);
  return {
    added: news.added.length,
    revised: news.revised.length,
    bulletins: bulletinsIn(news.added, overTime.publisher),
    themes: storyThemes.flatMap((theme) => {
      const all = known.get(theme)?.flat() ?? [];
      return all.length > 0 ? [themeNews(theme, all, now.get(theme) ?? [])] : [];
    }),
    revisions: overTime.revisions.filter(({ after }) =>
      after.sources.some(({ published }) => lastDay(published).startsWith(edition)),
    ),
  };
}

function themeNews(theme: StoryTheme, all: readonly Observation[], brought: readonly Observation[]): ThemeNews {
  const told = brought.length > 0 ? brought : all;
  const end = Math.max(...told.map(endOf));
  const areas = told.filter((observation) => endOf(observation) === end).map(({ counterpart }) => counterpart);
  const regions = theme === 'regions' ? new Set(areas).size : 0;
  return { theme, isNew: brought.length > 0, month: periodFrom(end - 1, 1), regions };
}

/** The theme of a series; null for what belongs to none, such as what other regions report. */
function themeOf({ indicator, refArea, counterpart, product, flow }: SeriesOf): StoryTheme | null {
  if (refArea !== 'BY-HO') return null;
  const begins = (...words: readonly string[]) => words.some((word) => indicator.startsWith(word));
  if (begins('investment')) return 'investment';
  if (begins('companies', 'organisations', 'enterprises')) return 'companies';
  if (begins('documents_')) return 'documents';
  if (!begins('trade_', 'region_')) return null;
  if (product !== allProducts) return 'goods';
  if (counterpart.startsWith('RU-')) return flow === 'export' ? 'regions' : null;
  return 'trade';
}

/** The periods for which the publisher of the bulletins states trade with Russia for the first time. */
function bulletinsIn(added: readonly Observation[], publisher: string): readonly Period[] {
  const stated = added.filter(
    (observation) =>
      observation.indicator === 'trade_value' &&
      themeOf(observation) === 'trade' &&
      publisherOf(observation) === publisher,
  );
  const periods = new Map(stated.map(({ period }) => [period.code, period]));
  return [...periods.values()].toSorted((a, b) => endOf({ period: a }) - endOf({ period: b }));
}

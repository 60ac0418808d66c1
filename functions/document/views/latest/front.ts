import { monthIndex, type Period, parsePeriod, previousEdition } from '../../../dataset/index.ts';
import { ageLimits, mostItems } from '../../../figures/index.ts';
import type { AgeCard } from '../../dated-charts.ts';
import { capitalise } from '../../words.ts';
import { newsCounts, newsItems, restOf } from '../news.ts';
import { altList, altText, sourcesOf } from '../view-context.ts';
import { ageCard, seriesName } from './age-card.ts';
import type { LatestContext } from './latest-context.ts';

/** As many key figures stand side by side. */
const mostCards = 4;

/** As many new figures are named in the strip; the rest are counted. */
const mostNamed = 3;

/** The first page: the latest figures with their age, what is new, and for when anything is known. */
export function frontView(context: LatestContext) {
  const { briefing, words, charts, latestFirst } = context;
  const { series, brief, quiet } = latestFirst;
  const oldest = Math.max(...series.map(({ age }) => age));
  const cards = frontCards(context);
  for (const [index, card] of cards.entries()) charts.set(`latest-${index}`, card);
  return {
    headline: capitalise(words.message('edition', { period: words.date(briefing.edition) })),
    quiet,
    published: publishedIn(context),
    cards: cards.map((_, index) => `latest-${index}`),
    strip: stripOf(context, oldest),
    brief: brief.map((item, index) => ({ ...item, yields: yieldsOf(index) })),
    coverage: coverageView(context),
  };
}

/** The latest figure of the youngest themes, each with its age. */
export function frontCards(context: LatestContext): readonly AgeCard[] {
  const { themes, series } = context.latestFirst;
  const oldest = Math.max(...series.map(({ age }) => age));
  return themes.slice(0, mostCards).map((known) => ageCard(context, known, oldest));
}

/** When the latest publication came out; where nothing but the year of the news is known, that. */
function publishedIn({ briefing, words }: LatestContext): string {
  const { news, sources } = briefing;
  if (news?.yearAlone) return words.message('news.published_year', { year: news.yearAlone });
  const [newest] = sources;
  return newest ? words.message('cover.published', { date: words.date(newest.published) }) : '';
}

/** So many items stay on the page however long they are. */
const leastItems = 2;

/** In which order the items leave where the page has no room for all: the last one first. Null: it stays. */
function yieldsOf(index: number): string | null {
  return index < leastItems ? null : String(mostItems - index);
}

/** What is new since the edition before: counts, the names of the first new figures, and what the bars on cards mean. */
function stripOf(context: LatestContext, oldest: number) {
  const { briefing, words, latestFirst } = context;
  const { news } = briefing;
  if (!news) return null;
  const { items, rest } = newsItems(words, news, Math.min(mostNamed, context.mostNews));
  return {
    title: words.message('story.title', { edition: words.date(previousEdition(briefing.edition)) }),
    counts: newsCounts(words, news),
    items: items.map(({ name, value, former }, index) => ({ name, value, former, more: index < items.length - 1 })),
    rest: restOf(words, rest),
    bars: latestFirst.themes.length > 0 ? words.message('age.bar', { n: String(oldest) }) : null,
  };
}

/** The chart of what is known: a row for each subject, the youngest first. */
export function coverageView(context: LatestContext, series = context.latestFirst.series) {
  const { briefing, words, charts, latestFirst } = context;
  const { coverage } = latestFirst;
  const firstYear = Math.min(...series.flatMap(({ periods }) => periods.map(({ year }) => year)));
  const start = monthIndex({ year: firstYear, month: 1 });
  const end = parsePeriod(briefing.edition);
  const months = end ? monthIndex(end) + 1 - start : 0;
  const years = Array.from({ length: Math.ceil(months / 12) }, (_, index) => ({
    name: `’${String(firstYear + index).slice(2)}`,
    start: index * 12,
  }));
  const rows = series.map((known) => ({
    name: seriesName(words, known),
    months: known.age,
    age: String(known.age),
    faint: known.age > ageLimits.gone,
    spans: known.periods.map((period) => ({
      ...spanOf(period, known.latest.unit === 'count', start),
      latest: period.code === known.latest.period.code,
    })),
  }));
  charts.set('coverage', {
    kind: 'coverage',
    months,
    years,
    head: words.message('age.head'),
    rows,
    alt: altText(
      context,
      coverage,
      words.message('alt.coverage', {
        year0: String(firstYear),
        year: briefing.edition.slice(0, 4),
        list: altList(
          context,
          rows.map(({ name, age }) => [name, age]),
        ),
      }),
    ),
  });
  const latest = series.map(({ latest }) => latest);
  return { title: coverage, date: words.date(briefing.cutOff), ...sourcesOf(context, latest) };
}

/** A period on the axis. A count of a year whose day is not known stands in the middle of it. */
function spanOf(period: Period, isCount: boolean, start: number) {
  const first = monthIndex(period) - start;
  if (!isCount || period.months === 1) return { start: first, months: period.months };
  return { start: first + (period.months - 1) / 2, months: 1 };
}

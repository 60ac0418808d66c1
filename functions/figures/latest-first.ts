import { type Edition, lastMonth, monthIndex, type Period, periodFrom } from '../dataset/index.ts';
import { ageLimits, ageOf } from './age.ts';
import type { Figures } from './change-findings.ts';
import { besideFinding, datedFinding, earlierFinding } from './dated-sentences.ts';
import { codeTerm, type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from './finding.ts';
import type { KnownSeries } from './known-series.ts';
import type { EditionNews } from './news.ts';

/** One item of what is told latest first: a dated figure, and what was known before it or stands beside it. */
export interface DatedItem {
  readonly lead: Finding;
  readonly body: readonly Finding[];
}

/** What an edition says whose breakdown of trade is too old to lead it. */
export interface LatestFirst {
  /** The age of the breakdown in months. */
  readonly age: number;
  /** Everything that is known by subject, the youngest first. */
  readonly series: readonly KnownSeries[];
  /** The latest figure of every theme but the breakdown, the youngest first. */
  readonly themes: readonly KnownSeries[];
  readonly brief: readonly DatedItem[];
  /** That nothing is new, with the period of the latest figures; null where something is. */
  readonly quiet: Finding | null;
  /** What the chart of what is known shows. */
  readonly coverage: Finding;
  /** The title of the breakdown, which stands there as one dated block. */
  readonly block: Finding;
  /** Why there is no growth after the breakdown. */
  readonly why: { readonly lead: Finding; readonly body: Finding };
}

/** As many items are told on the first page. */
export const mostItems = 4;

/** From so many months without a figure between two, that is said. */
const longGap = 24;

/** What leads an edition whose breakdown of trade is older than the limit; null where that still leads. */
export function latestFirstOf(
  figures: Figures,
  breakdown: Period | null,
  series: readonly KnownSeries[],
  edition: Edition,
  news: EditionNews,
): LatestFirst | null {
  if (!breakdown) return null;
  const age = ageOf(edition, breakdown);
  if (age <= ageLimits.leads) return null;
  const others = series.filter(({ theme, latest }) => theme !== 'breakdown' && latest.period.code !== breakdown.code);
  const themes = [...Map.groupBy(others, ({ theme }) => theme).values()].flatMap(([first]) => first ?? []);
  return {
    age,
    series,
    themes,
    brief: themes
      .slice(0, mostItems)
      .map((known) => ({ lead: datedFinding(known.latest), body: bodyOf(known, series) })),
    quiet: quietFinding(news),
    coverage: coverageFinding(figures, breakdown, series),
    block: blockFinding(figures, breakdown, age),
    why: whyFinding(breakdown, series),
  };
}

/** What stands beside a figure and what was known before; of counts that comes first, so that «there were» is clear. */
function bodyOf(known: KnownSeries, series: readonly KnownSeries[]): readonly Finding[] {
  const [other] = known.beside;
  const zone = known.id === 'companies' ? zoneFinding(known, series) : null;
  const beside = zone ?? (other ? besideFinding(known.latest, other) : null);
  const before = beforeFinding(known);
  const body = known.latest.unit === 'count' ? [before, beside] : [beside, before];
  return body.filter((sentence) => sentence !== null);
}

/** How many of the companies were in the free economic zone, where one publication counts both. */
function zoneFinding({ latest, age }: KnownSeries, series: readonly KnownSeries[]): Finding | null {
  const zone = series.find(({ id }) => id === 'zone')?.latest;
  const isPart = zone && zone.period.code === latest.period.code && zone.sources[0] === latest.sources[0];
  if (!isPart || zone.value >= latest.value) return null;
  const sentence = finding('stock.zone_of', { k: figureTerm(zone, 'number'), n: figureTerm(latest, 'number') });
  return age > ageLimits.past ? { ...sentence, past: true } : sentence;
}

function beforeFinding({ latest, earlier, periods }: KnownSeries): Finding | null {
  if (!earlier) return null;
  const between = (period: Period) =>
    lastMonth(period) > lastMonth(earlier.period) && monthIndex(period) < monthIndex(latest.period);
  const isLong = monthIndex(latest.period) - lastMonth(earlier.period) > longGap && !periods.some(between);
  return earlierFinding(latest, earlier, isLong);
}

/** The edition is said to have nothing new, not its month, which may not be over. */
function quietFinding({ added, revised, newestPeriod }: EditionNews): Finding | null {
  if (added.length + revised.length > 0) return null;
  return finding('cover.no_new', { period: periodTerm(newestPeriod) });
}

/** How far the breakdown is known, where other figures are younger; else what the chart shows. */
function coverageFinding(figures: Figures, breakdown: Period, series: readonly KnownSeries[]): Finding {
  const [youngest] = series;
  const isFull = ['turnover', 'exports', 'imports'].every((key) => figures.has(key));
  if (!isFull || !youngest || lastMonth(youngest.latest.period) <= lastMonth(breakdown)) {
    return finding('coverage.title');
  }
  if (youngest.age <= ageLimits.past) return finding('dated.none_later');
  return finding('dated.known_to', { m: periodTerm(periodFrom(lastMonth(breakdown), 1)) });
}

function blockFinding(figures: Figures, breakdown: Period, age: number): Finding {
  const flows = (['turnover', 'exports', 'imports'] as const).filter((flow) => figures.has(flow));
  const terms = { period: periodTerm(breakdown), n: { term: 'count' as const, count: age } };
  if (flows.length === 3) return finding('dated.title', terms);
  const list: Term = { term: 'list', items: flows.map((flow) => messageTerm(`clause.${flow}`)) };
  return finding('dated.title_some', { ...terms, list });
}

function whyFinding(breakdown: Period, series: readonly KnownSeries[]) {
  const growth = series.find(({ id }) => id === 'growth')?.latest;
  const year = Math.max(breakdown.year, growth?.period.year ?? 0);
  const share = series.find(
    ({ theme, latest }) => theme === 'share' && lastMonth(latest.period) > lastMonth(breakdown),
  )?.latest;
  const body = share ? finding('age.why', { s: figureTerm(share, 'percent') }) : finding('age.why_alone');
  return { lead: finding('age.why_lead', { year: codeTerm(year) }), body };
}

/** The title of the page on investment, business and cooperation, and its second sentence. */
export function tiesFindings(series: readonly KnownSeries[]) {
  const known = series.filter(({ theme }) => ['business', 'documents', 'investment'].includes(theme));
  const [first] = known;
  const second = known.find(({ theme }) => theme !== first?.theme);
  return first ? { title: datedFinding(first.latest), standfirst: second ? datedFinding(second.latest) : null } : null;
}

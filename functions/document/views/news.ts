import { type Edition, type Period, previousEdition } from '../../dataset/index.ts';
import { ageOf, type EditionNews, type Figure, isFull, isMoney, isOlder, type NewFigure } from '../../figures/index.ts';
import type { Words } from '../words.ts';
import type { ViewContext } from './view-context.ts';

/** From this age on, in days, an age is given in months. */
export const daysUntilMonths = 60;

/** The most new figures that are named; the rest are only counted. */
const maxNamed = 5;

/** An age in whole months of 365.25 / 12 days. */
export function monthsOf(days: number): number {
  return Math.floor(days / (365.25 / 12));
}

/** What is new in the edition, for its first page; null in the first edition. */
export function newsView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const { news } = briefing;
  if (!news) return null;
  charts.set('news-cells', cellsOf(words, news));
  charts.set('ages', agesOf(words, news));
  const { items, rest } = newsItems(words, news, context.mostNews);
  return {
    published: publishedIn(words, briefing.edition, news),
    items: items.length > 0 && news.revised.length === 0 ? [...items, noneRevised(words)] : items,
    rest: restOf(words, rest),
    nothing: items.length === 0 ? nothingNew(words, briefing.edition, news) : null,
    strip:
      briefing.tradePeriod && isFull(briefing.byKey) ? stripOf(words, briefing.edition, briefing.tradePeriod) : null,
  };
}

/** The period of the breakdown on this page, with its age once that has to be said; one line with what follows. */
function stripOf(words: Words, edition: Edition, breakdown: Period) {
  const period = words.period(breakdown);
  if (!isOlder(edition, breakdown, 'said')) {
    return { lead: words.message('news.strip.lead', { period }), none: words.message('news.strip') };
  }
  const age = ageOf(edition, breakdown);
  const lead = words.message('news.strip.aged', { period, n: String(age), n_number: age });
  return { lead, none: words.message('news.strip.none') };
}

/** The sentence that nothing was published since the edition before, with the period of the newest figures. */
export function nothingNew(words: Words, edition: Edition, { newestPeriod }: EditionNews): string {
  const before = words.date(previousEdition(edition));
  return words.message('news.nothing', { edition: before, period: words.period(newestPeriod) });
}

/** How many more figures are new or revised, with themselves for the numbers of their notes; null when none is. */
export function restOf(words: Words, rest: readonly Figure[]) {
  return rest.length > 0 ? { count: words.message('news.rest', { n: String(rest.length) }), figures: rest } : null;
}

/** The items on revised figures, then on the first new ones, at most so many. `rest` are all others. */
export function newsItems(words: Words, { added, revised }: EditionNews, most = Number.POSITIVE_INFINITY) {
  const named = [
    ...revised.map((item) => revisedItem(words, item)),
    ...added.slice(0, maxNamed).map((item) => addedItem(words, item)),
  ];
  const items = named.slice(0, most);
  const all = [...revised, ...added].map(({ figure }) => figure);
  return { items, rest: all.slice(items.length) };
}

/** When the news was published: in the month of the edition, or in a year whose month is not known. */
function publishedIn(words: Words, edition: Edition, { yearAlone }: EditionNews): string {
  if (yearAlone) return words.message('news.published_year', { year: yearAlone });
  return words.message('news.published', { period: words.date(edition) });
}

/** How many figures are new and revised, and the age of the newest publication where it is known. */
export function newsCounts(words: Words, { added, revised, ...age }: EditionNews) {
  const counts = [cellOf(words, 'new', added.length), cellOf(words, 'revised', revised.length)];
  return age.ageIsUnknown ? counts : [...counts, ageCell(words, age)];
}

function cellsOf(words: Words, news: EditionNews) {
  const cells = newsCounts(words, news);
  const list = cells.map(({ value, label }) => words.message('alt.item', { label, value })).join(', ');
  return { kind: 'cells' as const, cells, shows: [], alt: words.message('news.alt', { list }) };
}

/** The age of the newest publication in days or months; where its day is not known, at least how many months. */
function ageCell(words: Words, { ageInDays, ageIsExact }: Pick<EditionNews, 'ageInDays' | 'ageIsExact'>) {
  const months = monthsOf(ageInDays);
  if (ageIsExact && ageInDays < daysUntilMonths) return cellOf(words, 'days', ageInDays);
  if (ageIsExact) return cellOf(words, 'months', months);
  return months > 0
    ? { ...cellOf(words, 'months', months), value: `≥\u00a0${months}` }
    : { ...cellOf(words, 'under', 1), value: '<\u00a01' };
}

function cellOf(words: Words, name: 'new' | 'revised' | 'days' | 'months' | 'under', n: number) {
  return { value: String(n), label: words.message(`news.cell.${name}`, { n_number: n }) };
}

function agesOf(words: Words, { ages }: EditionNews) {
  const bars = ages.map(({ theme, months }) => ({
    name: words.message(`news.age.${theme}`),
    months,
    label: months === 0 ? words.message('news.age.under') : String(months),
  }));
  const list = bars.map(({ name, label }) => words.message('alt.item', { label: name, value: label })).join(', ');
  return { kind: 'ages' as const, bars, alt: words.message('news.age.alt', { list }) };
}

function addedItem(words: Words, { figure, earlier, otherCurrency }: NewFigure) {
  const period = words.period(figure.period);
  const before = earlier
    ? words.message('news.earlier', { value: valueText(words, earlier), period: words.period(earlier.period) })
    : words.message(otherCurrency ? 'news.other_currency' : 'news.no_earlier');
  return { ...nameAndValue(words, figure), detail: words.message('news.detail', { period, before }), former: null };
}

function revisedItem(words: Words, { figure, before }: EditionNews['revised'][number]) {
  const [source] = figure.sources;
  const slots = {
    period: words.period(figure.period),
    publisher: source ? words.text(source.publisher) : '',
    date: source ? words.date(source.published) : '',
  };
  const former = words.number(before, figure.decimals);
  return { ...nameAndValue(words, figure, 'as published'), detail: words.message('news.revised_by', slots), former };
}

function noneRevised(words: Words) {
  return { name: words.message('news.revised'), value: words.message('news.none'), detail: null, former: null };
}

function nameAndValue(words: Words, figure: Figure, form: ValueForm = 'short') {
  const area = figure.area ? words.text(figure.area.name) : '';
  return { name: words.message(`figure.${figure.subject}`, { area }), value: valueText(words, figure, form) };
}

/** `short` writes billions where no digit is lost. `as published` keeps millions, as in the former value beside it. */
type ValueForm = 'short' | 'as published';

/** Multiples of this many millions can be written as billions with one decimal. */
const wholeBillions = 100;

function valueText(words: Words, figure: Figure, form: ValueForm = 'short'): string {
  const { unit, value, decimals, signed } = figure;
  if (isMoney(unit)) {
    const isShort = form === 'short' && value % wholeBillions === 0;
    return words.qualified(figure, words.money(value, decimals, unit, isShort));
  }
  if (unit === 'percent' || unit === 'index') return words.qualified(figure, words.percent(value, decimals, signed));
  return words.qualified(figure, words.number(value, decimals));
}

import { type Edition, type Period, parsePeriod, previousEdition } from '../../../dataset/index.ts';
import type { EditionNews, EditionStory, Figure, ThemeNews } from '../../../figures/index.ts';
import type { Words } from '../../words.ts';
import { daysUntilMonths, monthsOf } from '../news.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { ageInWords } from './monthly-words.ts';

/** One number of the strip with what it counts. */
interface Count {
  readonly value: string;
  readonly label: string;
}

/** A clause of the strip: its first words strong, then the rest. */
interface Clause {
  readonly lead: string | null;
  readonly text: string;
}

/** More revised values than these are only counted. */
const mostRevised = 4;

/** What is new since the edition before, and what is not; null in the first edition. */
export function stripView(context: MonthlyContext) {
  const { briefing, words } = context;
  const { story, news, edition } = briefing;
  if (!story || !news) return null;
  const before = editionBefore(words, edition);
  return {
    title: words.message('story.title', { edition: before }),
    counts: countsOf(words, story, news),
    clauses: [...clausesOf(context, story, before), ...undated(words, news)],
    revised: revisedValues(words, story),
  };
}

/** The month of the edition before, without its year where that is the same. */
function editionBefore(words: Words, edition: Edition): string {
  const before = previousEdition(edition);
  const month = parsePeriod(before);
  return month ? monthName(words, month, edition) : words.date(before);
}

function countsOf(words: Words, { added, revised }: EditionStory, news: EditionNews): readonly Count[] {
  const count = (n: number, label: string): Count => ({ value: String(n), label });
  const age = news.ageIsUnknown ? [] : [ageCount(words, news)];
  return [
    count(added, words.message('story.cell.new', { n_number: added })),
    count(revised, words.message('story.cell.revised', { n_number: revised })),
    ...age,
  ];
}

/** The age of the newest publication in days, from two months on in months; at least so many where its day is not known. */
function ageCount(words: Words, { ageInDays, ageIsExact }: EditionNews): Count {
  if (ageIsExact && ageInDays < daysUntilMonths) {
    return { value: String(ageInDays), label: words.message('story.cell.since_days', { n_number: ageInDays }) };
  }
  const months = monthsOf(ageInDays);
  if (!ageIsExact && months === 0) return { value: '<\u00a01', label: words.message('story.cell.under') };
  const label = words.message('story.cell.since_months', { n_number: months });
  return { value: ageIsExact ? String(months) : `≥\u00a0${months}`, label };
}

function clausesOf({ briefing, overTime, words }: MonthlyContext, story: EditionStory, before: string) {
  const { edition } = briefing;
  const clauses: Clause[] = [];
  const age = ageInWords(edition, overTime.period, words);
  const period = words.period(overTime.period);
  if (age) clauses.push({ lead: words.message('age.sub_line', { period, age }), text: '' });
  if (story.added + story.revised === 0) {
    if (!age) clauses.push({ lead: null, text: words.message('story.nothing', { edition: before, period }) });
  } else clauses.push(...bulletinClauses(words, story.bulletins), ...newClauses(words, story.themes, edition));
  const old = Map.groupBy(
    story.themes.filter(({ isNew }) => !isNew),
    ({ month }) => month.code,
  );
  return [...clauses, ...[...old.values()].flatMap((themes) => notNewClause(words, themes, edition))];
}

/** That nothing but the year of publication is known. */
function undated(words: Words, { yearAlone }: EditionNews): readonly Clause[] {
  return yearAlone ? [{ lead: null, text: words.message('news.published_year', { year: yearAlone }) }] : [];
}

/** That a month brought more than one bulletin. */
function bulletinClauses(words: Words, bulletins: readonly Period[]): readonly Clause[] {
  const [first, second] = bulletins.map((period) => words.period(period));
  if (first === undefined || second === undefined) return [];
  if (bulletins.length === 2) {
    return [{ lead: words.message('story.two', { period1: first, period2: second }), text: '' }];
  }
  const n = bulletins.length;
  const list = words.list(
    bulletins.map((period) => words.period(period)),
    true,
  );
  return [{ lead: words.message('story.several', { n, list }), text: '' }];
}

/** The themes with new figures, grouped by the month that they reach. */
function newClauses(words: Words, themes: readonly ThemeNews[], edition: string): readonly Clause[] {
  const fresh = Map.groupBy(
    themes.filter(({ isNew }) => isNew),
    ({ month }) => month.code,
  );
  const items = [...fresh.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const list = words.list(group.map((theme) => themeName(words, theme)));
    return [words.message('story.item', { list, m: monthName(words, first.month, edition) })];
  });
  return items.length > 0 ? [{ lead: words.message('story.new_lead'), text: items.join('; ') }] : [];
}

function notNewClause(words: Words, themes: readonly ThemeNews[], edition: string): readonly Clause[] {
  const [first] = themes;
  if (!first) return [];
  const list = words.list(themes.map((theme) => themeName(words, theme)));
  const [lead = '', text = ''] = words
    .message('story.not_new', { m: monthName(words, first.month, edition), list: `|${list}` })
    .split('|');
  return [{ lead: lead.trimEnd(), text }];
}

function themeName(words: Words, { theme, regions }: ThemeNews): string {
  return theme === 'regions'
    ? words.message('story.theme.regions', { n: regions })
    : words.message(`story.theme.${theme}`);
}

/** A month, without its year where that is the year of the edition. */
function monthName(words: Words, month: Period, edition: string): string {
  return String(month.year) === edition.slice(0, 4) ? words.monthsOf(month) : words.period(month);
}

/** The values that were revised, by name and period; only their number where there are many. */
function revisedValues(words: Words, { revised, revisions }: EditionStory): string | null {
  if (revised === 0) return null;
  const byPeriod = Map.groupBy(revisions, ({ after }) => after.period.code);
  const items = [...byPeriod.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const names = words.list(group.map(({ after }) => nameOf(words, after)));
    return [words.message('story.value', { figure: names, period: words.period(first.after.period) })];
  });
  if (items.length > 0 && revisions.length === revised && revised <= mostRevised) return items.join('; ');
  return words.message('story.values', { n: String(revised), n_number: revised });
}

/** A series by name: a flow of trade as inside a sentence. */
function nameOf(words: Words, { subject, area, product }: Figure): string {
  if (product) return words.good(product);
  if (subject === 'turnover' || subject === 'exports' || subject === 'imports')
    return words.message(`clause.${subject}`);
  const name = words.named(`figure.${subject}`, { area: area ? words.text(area.name) : '' });
  return name.charAt(0).toLowerCase() + name.slice(1);
}

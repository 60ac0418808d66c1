import type { Language, Localised } from '../dataset/index.ts';
import type { Briefing } from '../figures/index.ts';
import type { Chart } from './charts.ts';
import { markLanguages } from './mark-languages.ts';
import type { Messages } from './messages.ts';
import type { Document, PageLabels } from './nodes.ts';
import { parseMarkup } from './parse-markup.ts';
import { readSections } from './read-blocks.ts';
import { cooperationView } from './views/cooperation.ts';
import { coverView } from './views/cover.ts';
import { developmentsView } from './views/developments.ts';
import { investmentView } from './views/investment.ts';
import { latestViews } from './views/latest/index.ts';
import { marketsView } from './views/markets.ts';
import { monthlyViews } from './views/monthly/index.ts';
import { notesView } from './views/notes.ts';
import { proofView } from './views/proof.ts';
import { tradeView } from './views/trade.ts';
import type { ViewContext } from './views/view-context.ts';
import { capitalise, Words } from './words.ts';

/** A compiled template: gives the markup for a context in one language. */
export type Template = (context: object, words: Words) => string;

/** The words of a document: the messages of every language and the template of the whole briefing. */
export interface Wording {
  readonly messages: Readonly<Record<Language, Messages>>;
  readonly template: Template;
}

/** The names of a brand: the series, its publisher and the product. */
export interface BrandNames {
  readonly name: Localised;
  readonly publisher: Localised;
  readonly product: Localised;
}

/**
 * Writes a briefing in one language: fills the templates and parses their markup into a tree. Throws a `TemplateError`
 * that names the template. `mostNews` is how many new and revised figures the first page may name.
 */
export function composeDocument(
  briefing: Briefing,
  language: Language,
  wording: Wording,
  names: BrandNames,
  mostNews = Number.POSITIVE_INFINITY,
): Document {
  const words = new Words(language, wording.messages[language]);
  const charts = new Map<string, Chart>();
  const viewContext: ViewContext = { briefing, words, charts, mostNews };
  const series = words.text(names.name);
  const [product, publisher] = [words.text(names.product), words.text(names.publisher)];
  const { record, ...monthly } = monthlyViews(viewContext);
  const latest = latestViews(viewContext);
  const views = latest.front ? noArticleViews : articleViews(viewContext, monthly);
  const context = {
    series,
    notesPage: briefing.overTime ? 'record' : 'notes',
    cover: monthly.overview ? null : coverView(viewContext),
    ...views,
    ...latest,
    // Its last page may be short, so that in a later edition it is the last of all.
    notesLast: briefing.news !== null && briefing.overTime === null,
    ...monthly,
    // Evaluated when its template is reached: its table lists what the pages before it refer to.
    get record() {
      return record();
    },
    notes: briefing.overTime ? null : notesView(viewContext),
    proof: monthly.matrix ? null : proofView(viewContext),
    contents: contentsOf(words, { ...views, ...latest, ...monthly, record: briefing.overTime }),
  };
  const sections = readSections(markLanguages(parseMarkup(wording.template(context, words)), language), charts);
  const period = nameOf(briefing, words);
  return {
    language,
    title: words.message('pdf.title', { name: series, period }),
    subject: words.message('pdf.subject', { period: tradeOf(briefing, words) ?? period }),
    keywords: words.message('pdf.keywords'),
    running: {
      series,
      dated: words.message('running', { product: publisher || product, period }),
      period: capitalise(period),
    },
    mark: briefing.status && {
      long: words.message(`mark.${briefing.status}`),
      short: words.message(`mark.${briefing.status}_short`),
    },
    footer: {
      source: footerSource(words, briefing),
      published: words.message('footer.published'),
      calculated: words.message('footer.calculated'),
    },
    labels: labelsOf(words),
    cover: { publisher, product },
    sections,
  };
}

/** The sections of an edition without monthly bulletins whose pages come and go with the data. */
type ArticleViews = Readonly<
  Record<'developments' | 'trade' | 'markets' | 'investment' | 'cooperation', object | null>
>;

/** The older sections, without those that pages of a monthly edition stand for. */
function articleViews(context: ViewContext, monthly: Omit<ReturnType<typeof monthlyViews>, 'record'>): ArticleViews {
  const partnersOn = monthly.documents ? 'documents' : 'cooperation';
  return {
    developments: developmentsView(context),
    trade: monthly.months ? null : tradeView(context),
    markets: monthly.goods || monthly.regions ? null : marketsView(context, partnersOn),
    investment: monthly.business ? null : investmentView(context),
    cooperation: monthly.documents ? null : cooperationView(context),
  };
}

/** An edition that tells the latest first has none of these sections. */
const noArticleViews: ArticleViews = {
  developments: null,
  trade: null,
  markets: null,
  investment: null,
  cooperation: null,
};

/** The sections whose pages come and go with the data, by the views that fill them. */
type Views = Readonly<Record<Exclude<keyof typeof sectionNames, 'notes'>, object | null>>;

/** The names of the sections in the contents line, in their order: short where the full one is too long. */
const sectionNames = {
  latest: 'section.latest',
  ties: 'section.ties',
  developments: 'section.developments_short',
  months: 'section.months',
  year: 'section.year',
  goods: 'section.goods',
  regions: 'section.regions',
  business: 'section.business',
  documents: 'section.documents',
  record: 'section.record_short',
  matrix: 'section.matrix_short',
  trade: 'section.trade',
  markets: 'section.markets',
  investment: 'section.investment_short',
  cooperation: 'section.cooperation',
  notes: 'section.notes',
} as const;

/** From this many entries on, the contents line uses the short name of the markets section. */
const crowdedFrom = 6;

/** The entries of the contents line: every section that has content, with the data notes in one of their two forms. */
function contentsOf(words: Words, views: Views) {
  const isShown = (id: keyof typeof sectionNames) => (id === 'notes' ? views.record === null : views[id] !== null);
  const ids = (Object.keys(sectionNames) as (keyof typeof sectionNames)[]).filter(isShown);
  const isCrowded = ids.length >= crowdedFrom;
  return ids.map((id) => {
    const key = isCrowded && id === 'markets' ? 'section.markets_short' : sectionNames[id];
    const name = words.message(key);
    return { id, name, description: words.message('pdf.link_page', { title: name }) };
  });
}

/** The name of a briefing: the period of trade in the first edition, the edition itself in later ones. */
function nameOf({ tradePeriod, edition, news }: Briefing, words: Words): string {
  const month = words.date(edition);
  if (news) return words.message('edition', { period: month });
  return tradePeriod ? words.period(tradePeriod) : month;
}

/** The period of the figures of trade; null where months of their own follow, or where there are none. */
function tradeOf({ tradePeriod, overTime }: Briefing, words: Words): string | null {
  return tradePeriod && !overTime ? words.period(tradePeriod) : null;
}

/** The publication that everything comes from; where there are several, a reference to their list. */
function footerSource(words: Words, { sources }: Briefing): string {
  return sources.length === 1
    ? words.message('footer.source', { sources: words.sources(sources) })
    : words.message('footer.sources');
}

function labelsOf(words: Words): PageLabels {
  return {
    page: (number, of) => words.message('footer.page', { n: String(number), m: String(of) }),
    numbered: (kind, number) => capitalise(words.message(`number.${kind}`, { n: String(number) })),
    continued: (label) => words.message('number.continued', { label }),
  };
}

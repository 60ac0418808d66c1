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
import { marketsView } from './views/markets.ts';
import { notesView } from './views/notes.ts';
import { proofView } from './views/proof.ts';
import { tradeView } from './views/trade.ts';
import type { ViewContext } from './views/view-context.ts';
import { capitalise, Words } from './words.ts';

/** A template that is ready to be filled: gives the markup for a context in one language. */
export type Template = (context: object, words: Words) => string;

/** What a document is worded with: the messages of every language and the template of the whole briefing. */
export interface Wording {
  readonly messages: Readonly<Record<Language, Messages>>;
  readonly template: Template;
}

/** The names of a brand: of the series, of who publishes it and of the product. */
export interface BrandNames {
  readonly name: Localised;
  readonly publisher: Localised;
  readonly product: Localised;
}

/** Writes a briefing in one language: fills the templates and reads what they wrote into a tree. */
export function composeDocument(briefing: Briefing, language: Language, wording: Wording, names: BrandNames): Document {
  const words = new Words(language, wording.messages[language]);
  const charts = new Map<string, Chart>();
  const writing: ViewContext = { briefing, words, charts };
  const series = words.text(names.name);
  const [product, publisher] = [words.text(names.product), words.text(names.publisher)];
  const views: Views = {
    developments: developmentsView(writing),
    trade: tradeView(writing),
    markets: marketsView(writing),
    investment: investmentView(writing),
    cooperation: cooperationView(writing),
  };
  const context = {
    series,
    cover: coverView(writing),
    ...views,
    notes: notesView(writing),
    proof: proofView(writing),
    contents: contentsOf(words, views),
  };
  const sections = readSections(markLanguages(parseMarkup(wording.template(context, words)), language), charts);
  const period = nameOf(briefing, words);
  return {
    language,
    title: words.message('pdf.title', { name: series, period }),
    subject: words.message('pdf.subject', { period }),
    keywords: words.message('pdf.keywords'),
    running: { series, period: words.message('running', { product: publisher || product, period }) },
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

/** The sections whose pages come and go with the data, by the views that fill them. */
type Views = Readonly<Record<Exclude<keyof typeof sectionNames, 'notes'>, object | null>>;

/** The names of the sections in the contents line, in their order: short where the full one is too long. */
const sectionNames = {
  developments: 'section.developments_short',
  trade: 'section.trade',
  markets: 'section.markets',
  investment: 'section.investment_short',
  cooperation: 'section.cooperation',
  notes: 'section.notes',
} as const;

/** As many entries stand in the contents line with names that only a crowded one shortens. */
const crowdedFrom = 6;

/** The entries of the contents line: every section that has something to say, then the data notes. */
function contentsOf(words: Words, views: Views) {
  const isShown = (id: keyof typeof sectionNames) => id === 'notes' || views[id] !== null;
  const ids = (Object.keys(sectionNames) as (keyof typeof sectionNames)[]).filter(isShown);
  const isCrowded = ids.length >= crowdedFrom;
  return ids.map((id) => {
    const key = isCrowded && id === 'markets' ? 'section.markets_short' : sectionNames[id];
    const name = words.message(key);
    return { id, name, description: words.message('pdf.link_page', { title: name }) };
  });
}

/** What a briefing is called by: the period of trade in the first edition, later the edition. */
function nameOf({ tradePeriod, edition, news }: Briefing, words: Words): string {
  const month = words.date(edition);
  if (news) return words.message('edition', { period: month });
  return tradePeriod ? words.period(tradePeriod) : month;
}

/** The one publication that everything comes from, or where the several are listed. */
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

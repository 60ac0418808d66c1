import type { Language, Localised } from '../dataset/index.ts';
import { type Briefing, lazy, type PlainKey } from '../figures/index.ts';
import { chartTable } from './chart-table.ts';
import type { Chart, Shown } from './charts.ts';
import { markLanguages } from './mark-languages.ts';
import type { Messages } from './messages.ts';
import type { Document, PageLabels, WebLabels } from './nodes.ts';
import { parseMarkup } from './parse-markup.ts';
import { contentsNames, type Planned, planOf, plans, sheetOf } from './plan.ts';
import { checksTable } from './proof-table.ts';
import { readSections } from './read-blocks.ts';
import type { FullEdition } from './views/sheet/frame.ts';
import type { ViewContext } from './views/view-context.ts';

export type { FullEdition } from './views/sheet/frame.ts';

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
  const context = contextOf(briefing, words, mostNews);
  const parts = { words, names, series: words.text(names.name) };
  const sections = sectionsOf(planOf(context), context, wording, parts.series);
  const period = nameOf(briefing, words);
  return {
    ...frameOf(briefing, parts, period),
    form: 'full',
    title: words.message('pdf.title', { name: parts.series, period }),
    footer: footerOf(briefing, words, 'footer.sources'),
    labels: labelsOf(words),
    sections,
  };
}

/**
 * Writes one page of a briefing in one language, as {@link composeDocument} does: what it has to say in short, with the
 * sentences, charts and numbers of the full edition. What has no room is named with its page there.
 */
export function composeSheet(
  briefing: Briefing,
  language: Language,
  wording: Wording,
  names: BrandNames,
  full: FullEdition,
): Document {
  const words = new Words(language, wording.messages[language]);
  const context = contextOf(briefing, words, 0);
  const parts = { words, names, series: words.text(names.name) };
  const sections = sectionsOf(sheetOf(context, full), context, wording, parts.series);
  const period = nameOf(briefing, words);
  return {
    ...frameOf(briefing, parts, period),
    form: 'sheet',
    title: words.message('sheet.title', { series: parts.series, edition: period }),
    footer: footerOf(briefing, words, 'sheet.sources'),
    labels: { ...labelsOf(words), page: () => words.message('sheet.page') },
    sections,
  };
}

function contextOf(briefing: Briefing, words: Words, mostNews: number): ViewContext {
  return { briefing, words, charts: new Map<string, Chart>(), tables: new Map<string, readonly Shown[]>(), mostNews };
}

/** Fills the templates of a plan and reads what they write. */
function sectionsOf(
  planned: Planned,
  viewContext: ViewContext,
  wording: Wording,
  series: string,
): Document['sections'] {
  const { briefing, words, charts, tables } = viewContext;
  const context = {
    series,
    plan: Object.fromEntries(plans.map((plan) => [plan, plan === planned.plan])),
    notesPage: planned.plan === 'monthly' ? 'record' : 'notes',
    // The last page of the notes may be short, so that in a later edition it is the last of all.
    notesLast: briefing.news !== null,
    contents: contentsOf(words, planned),
    ...planned.views,
  };
  for (const [id, view] of Object.entries(planned.late)) {
    Object.defineProperty(context, id, { get: lazy(view), enumerable: true });
  }
  const markup = markLanguages(parseMarkup(wording.template(context, words)), words.language);
  return readSections(markup, { charts, tables });
}

/** The language of a document and of its brand. */
interface Parts {
  readonly words: Words;
  readonly names: BrandNames;
  readonly series: string;
}

/** What every form of an edition says around its sections. */
function frameOf(briefing: Briefing, { words, names, series }: Parts, period: string) {
  const [product, publisher] = [words.text(names.product), words.text(names.publisher)];
  return {
    language: words.language,
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
    cover: { publisher, product },
    titles: briefing.news === null ? ('filled' as const) : ('even' as const),
    web: webLabelsOf(words),
    said: words.said,
  };
}

/** From this many entries on, the contents line uses the short name of the markets section. */
const crowdedFrom = 6;

/** The entries of the contents line: every section that has something to say. */
function contentsOf(words: Words, { plan, views, late }: Planned) {
  const names = Object.entries<PlainKey>(contentsNames[plan]).filter(([id]) => views[id] || late[id]);
  const isCrowded = names.length >= crowdedFrom;
  return names.map(([id, full]) => {
    const name = words.message(isCrowded && id === 'markets' ? 'section.markets_short' : full);
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

/** The key to marks, and the publication that everything comes from; where there are several, where their list is. */
function footerOf({ sources }: Briefing, words: Words, several: 'footer.sources' | 'sheet.sources') {
  const one = sources.length === 1;
  return {
    source: one ? words.message('footer.source', { sources: words.sources(sources) }) : words.message(several),
    published: words.message('footer.published'),
    calculated: words.message('footer.calculated'),
  };
}

function labelsOf(words: Words): PageLabels {
  return {
    page: (number, of) => words.message('footer.page', { n: String(number), m: String(of) }),
    numbered: (kind, number) => capitalise(words.message(`number.${kind}`, { n: String(number) })),
    continued: (label) => words.message('number.continued', { label }),
  };
}

function webLabelsOf(words: Words): WebLabels {
  return {
    skip: words.message('web.skip'),
    contents: words.message('web.contents'),
    section: (number) => words.message('reference.section', { number }),
    // A row a month would be longer than all other tables of the page together.
    tableOf: (chart) => (chart.kind === 'check-matrix' ? checksTable(chart, words) : chartTable(chart, words)),
    data: (label) => (label === null ? words.message('web.table_alone') : words.message('web.table', { label })),
  };
}

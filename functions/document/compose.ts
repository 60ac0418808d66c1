import type { Language, Localised } from '../dataset/index.ts';
import type { Briefing, PlainKey } from '../figures/index.ts';
import type { Chart, Shown } from './charts.ts';
import { markLanguages } from './mark-languages.ts';
import type { Messages } from './messages.ts';
import type { Document, PageLabels } from './nodes.ts';
import { once } from './once.ts';
import { parseMarkup } from './parse-markup.ts';
import { contentsNames, type Planned, planOf, plans } from './plan.ts';
import { readSections } from './read-blocks.ts';
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
  const [charts, tables] = [new Map<string, Chart>(), new Map<string, readonly Shown[]>()];
  const viewContext: ViewContext = { briefing, words, charts, tables, mostNews };
  const series = words.text(names.name);
  const [product, publisher] = [words.text(names.product), words.text(names.publisher)];
  const planned = planOf(viewContext);
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
    Object.defineProperty(context, id, { get: once(view), enumerable: true });
  }
  const markup = markLanguages(parseMarkup(wording.template(context, words)), language);
  const sections = readSections(markup, { charts, tables });
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

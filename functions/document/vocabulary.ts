import { languages } from '../dataset/index.ts';
import { somewhere, type TemplateProblem } from './template-error.ts';

/** The places that a block can ask for. Only layout knows their position and size. */
export const places = [
  'cover-body',
  'developments-grid',
  'trade-pair',
  'markets-goods',
  'investment-pair',
  'cooperation-map',
  'cooperation-lists',
  'cooperation-foot',
  'notes-register',
  'proof-key',
  'goods-table',
  'goods-second',
  'months-chart',
  'months-table',
  'first-months',
  'first-pair',
  'year-curves',
  'year-pair',
  'year-table',
  'regions-pair',
  'region-columns',
  'overview-body',
  'sheet-pair',
  'sheet-thirds',
  'sheet-notes',
] as const;

/** The ways to divide a row into cells. Only layout knows their widths. */
export const rowColumns = [
  'halves',
  'thirds',
  'text-and-figure',
  'narrow-and-wide',
  'wide-and-narrow',
  'small-multiples',
] as const;

/** The styles of a list. */
export const listStyles = [
  'messages',
  'goods',
  'markers',
  'lines',
  'remarks',
  'sources',
  'changes',
  'findings',
] as const;

/** The styles of a paragraph. */
export const paragraphStyles = ['text', 'remark', 'rule', 'attribution', 'under', 'message', 'short'] as const;

/** The styles of a table. */
export const tableStyles = [
  'glance',
  'register',
  'others',
  'revisions',
  'figures',
  'months',
  'periods',
  'beside',
  'newest-months',
] as const;

/** The kinds of block that are numbered in the order of the document. */
export const numbered = ['figure', 'table', 'list'] as const;

/**
 * The place in the head of a web page for links to the edition's files. The page itself has none, because it is kept and
 * handed on as a file; whoever serves it from an address knows theirs.
 */
export const placeOfLinks = '<!-- links -->';

/** In which order blocks leave a section that needs more than a page: 1 first. */
export const yieldRanks = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Whether the figure of a table row was published or calculated. */
export const statuses = ['published', 'calculated'] as const;

/** An attribute that takes any text; the others take one of a list of words. */
const anyText = null;

type Attributes = Readonly<Record<string, readonly string[] | typeof anyText>>;

/** The elements of blocks and of their parts. */
const blockElements = {
  section: { id: anyText, name: anyText, class: ['joins'] },
  cover: { class: ['compact'] },
  cards: {},
  strip: {},
  band: {},
  card: { of: anyText },
  header: {},
  row: { columns: rowColumns, place: places, yields: yieldRanks },
  div: {},
  figure: { id: anyText, label: numbered, class: ['small'], place: places, yields: yieldRanks },
  figcaption: {},
  aside: { place: places, yields: yieldRanks },
  h1: {},
  h2: {},
  h3: {},
  h4: {},
  p: { class: [...paragraphStyles, 'source'], yields: yieldRanks },
  ul: { class: listStyles, yields: yieldRanks },
  li: { class: ['open'], yields: yieldRanks },
  table: { class: tableStyles, of: anyText },
  thead: {},
  tbody: {},
  tr: { id: anyText, class: [...statuses, 'group'] },
  th: { align: ['left', 'right'] },
  td: { align: ['left', 'right'] },
  chart: { of: anyText },
  map: { of: anyText },
  contents: { class: ['compact'] },
} as const satisfies Readonly<Record<string, Attributes>>;

/** The elements of running text. */
const inlineElements = {
  a: { href: anyText, title: anyText },
  strong: {},
  small: {},
  s: {},
  calc: { note: anyText },
  page: { of: anyText },
  span: { lang: languages, yields: yieldRanks, instead: yieldRanks },
} as const satisfies Readonly<Record<string, Attributes>>;

/** The elements that templates may use, with their attributes. Other HTML is not allowed. */
const vocabulary = { ...blockElements, ...inlineElements };

/** An element of running text. */
export type InlineElementName = keyof typeof inlineElements;

/** An element that templates may use. */
export type ElementName = keyof typeof vocabulary;

/** Whether templates can use an element of that name. */
export function isElementName(name: string): name is ElementName {
  return Object.hasOwn(vocabulary, name);
}

/** Whether an element of that name can be used in running text. */
export function isInlineElementName(name: string): name is InlineElementName {
  return Object.hasOwn(inlineElements, name);
}

/** The problem of an element that templates cannot use; its place is added later. */
export function unknownElement(element: string): TemplateProblem {
  const values = { element, known: Object.keys(vocabulary).join(', ') };
  return { ...somewhere, value: element, code: 'element_unknown', values };
}

/**
 * The first problem with the attributes of an element; its place is added later. Null when there is none. An attribute
 * with the value null is not known yet and passes.
 */
export function attributeProblem(
  element: ElementName,
  attributes: Readonly<Record<string, string | null>>,
): TemplateProblem | null {
  const known: Attributes = vocabulary[element];
  for (const [name, value] of Object.entries(attributes)) {
    const words = Object.hasOwn(known, name) ? known[name] : undefined;
    if (words === undefined) {
      const values = { element, attribute: name, known: Object.keys(known).join(', ') || 'none' };
      return { ...somewhere, value: name, code: 'attribute_unknown', values };
    }
    if (words !== anyText && value !== null && !words.includes(value)) {
      const values = { element, attribute: name, word: value, known: words.join(', ') };
      return { ...somewhere, value, code: 'attribute_value', values };
    }
  }
  return null;
}

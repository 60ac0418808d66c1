import type { Chart, Shown } from './charts.ts';
import type {
  AsideBlock,
  BandBlock,
  Block,
  CardsBlock,
  Cell,
  ChartBlock,
  ContentsBlock,
  CoverBlock,
  FigureBlock,
  HeadBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  Place,
  RowBlock,
  Section,
  StripBlock,
  TableBlock,
  TableRow,
} from './nodes.ts';
import { pageNumberOf } from './page-reference.ts';
import { type Element, elementsOf, sectionFile } from './parse-markup.ts';
import { readInline } from './read-inline.ts';
import { somewhere, TemplateError } from './template-error.ts';
import {
  type ElementName,
  listStyles,
  numbered,
  paragraphStyles,
  places,
  rowColumns,
  statuses,
  tableStyles,
} from './vocabulary.ts';

/** The charts that a template can place, and the figures of its tables, by the names that it uses. */
export interface Charts {
  readonly charts: ReadonlyMap<string, Chart>;
  readonly tables: ReadonlyMap<string, readonly Shown[]>;
}

/** Reads the sections from markup. Throws a {@link TemplateError} with the file of the section. */
export function readSections(elements: readonly Element[], charts: Charts): readonly Section[] {
  return elements.map((element) => {
    expectName(element, 'section');
    try {
      return {
        id: attribute(element, 'id'),
        name: attribute(element, 'name'),
        joins: element.attributes.class === 'joins',
        blocks: readBlocks(elementsOf(element), charts),
      };
    } catch (error) {
      throw error instanceof TemplateError ? error.at({ file: sectionFile(element.attributes.id) }) : error;
    }
  });
}

/** The elements of a type of block, and the function that reads one. It gives null to leave the block out. */
interface Reader<B extends Block = Block> {
  readonly elements: readonly ElementName[];
  readonly read: (element: Element, charts: Charts) => B | null;
}

/** Every type of block has a reader. A new type without one does not compile. */
const readers: { readonly [T in Block['type']]: Reader<Extract<Block, { type: T }>> } = {
  cover: { elements: ['cover'], read: readCover },
  band: { elements: ['band'], read: readBand },
  cards: { elements: ['cards'], read: readCards },
  strip: { elements: ['strip'], read: readStrip },
  head: { elements: ['header'], read: readHead },
  row: { elements: ['row'], read: readRow },
  figure: { elements: ['figure'], read: readFigure },
  aside: { elements: ['aside'], read: readAside },
  chart: { elements: ['chart', 'map'], read: readChart },
  list: { elements: ['ul'], read: readList },
  paragraph: { elements: ['p'], read: readParagraph },
  heading: { elements: ['h3', 'h4'], read: readHeading },
  table: { elements: ['table'], read: readTable },
  contents: { elements: ['contents'], read: readContents },
};

const readerOf: ReadonlyMap<ElementName, Reader['read']> = new Map(
  Object.values(readers).flatMap(({ elements, read }) => elements.map((name) => [name, read] as const)),
);

function readBlocks(elements: readonly Element[], charts: Charts): readonly Block[] {
  return elements.flatMap((element) => {
    const read = readerOf.get(element.name);
    if (!read) throw misplaced(element, [...readerOf.keys()].join(', '));
    const block = read(element, charts);
    return block ? { ...block, ...yieldsOf(element) } : [];
  });
}

/** The rank with which an element leaves a section that is too long. */
function yieldsOf({ attributes }: Element): { readonly yields?: number } {
  return attributes.yields === undefined ? {} : { yields: Number(attributes.yields) };
}

/** Reads the blocks inside another block. These cannot ask for a place: they take the space of the outer block. */
function readInside(elements: readonly Element[], charts: Charts): readonly Block[] {
  const placed = elements.find(({ attributes }) => attributes.place !== undefined);
  if (placed) {
    const place = placed.attributes.place ?? '';
    const values = { element: placed.name, place };
    throw new TemplateError({ ...somewhere, value: place, code: 'place_inside', values });
  }
  return readBlocks(elements, charts);
}

function readCover(element: Element): CoverBlock {
  const [title, headline, contents, strip] = elementsOf(element).map(readInline);
  if (!title || !headline || !contents) throw contentMissing('cover', '<h1>, <p>, <p>');
  return { type: 'cover', title, headline, contents, strip: strip ?? null, compact: isCompact(element) };
}

function readBand(element: Element): BandBlock {
  const [kind, title, line] = elementsOf(element).map(readInline);
  if (!kind || !title || !line) throw contentMissing('band', '<p>, <h1>, <p>');
  return { type: 'band', kind, title, line };
}

function readCards(element: Element, charts: Charts): CardsBlock {
  return { type: 'cards', cards: elementsOf(element).map((card) => chartOf(card, charts)) };
}

/** A heading, the counts, and last the text under them. */
function readStrip(element: Element): StripBlock {
  const [heading, ...rest] = elementsOf(element).map(readInline);
  const text = rest.pop();
  if (!heading || !text) throw contentMissing('strip', '<h2>, <p>');
  return { type: 'strip', heading, counts: rest, text };
}

function isCompact({ attributes }: Element): boolean {
  return attributes.class === 'compact';
}

function readHead(element: Element): HeadBlock {
  const [kicker, title, standfirst] = elementsOf(element).map(readInline);
  if (!kicker || !title) throw contentMissing('header', '<p>, <h2>');
  return { type: 'head', kicker, title, standfirst: standfirst && standfirst.length > 0 ? standfirst : null };
}

/** A row of empty cells is left out. */
function readRow(element: Element, charts: Charts): RowBlock | null {
  const cells = elementsOf(element).map((cell) => {
    expectName(cell, 'div');
    return readInside(elementsOf(cell), charts);
  });
  if (cells.every((cell) => cell.length === 0)) return null;
  return { type: 'row', columns: oneOf(element, 'columns', rowColumns), place: placeOf(element), cells };
}

function readFigure(element: Element, charts: Charts): FigureBlock {
  const [caption, ...rest] = elementsOf(element);
  if (caption?.name !== 'figcaption') throw contentMissing('figure', '<figcaption>');
  const [heading, subtitle] = elementsOf(caption);
  if (!heading) throw contentMissing('figcaption', '<h2>');
  const last = rest.at(-1);
  const source = last?.name === 'p' && last.attributes.class === 'source' ? last : null;
  return {
    type: 'figure',
    id: attribute(element, 'id'),
    label: oneOf(element, 'label', numbered),
    small: element.attributes.class === 'small',
    level: heading.name === 'h2' ? 2 : 3,
    title: readInline(heading),
    subtitle: subtitle ? readInline(subtitle) : null,
    body: readInside(source ? rest.slice(0, -1) : rest, charts),
    source: source ? readInline(source) : null,
    place: placeOf(element),
  };
}

function readAside(element: Element, charts: Charts): AsideBlock {
  const [first, ...rest] = elementsOf(element);
  const isHeading = first?.name === 'h2' || first?.name === 'h3';
  return {
    type: 'aside',
    level: first?.name === 'h2' ? 2 : 3,
    heading: first && isHeading ? readInline(first) : null,
    body: readInside(isHeading ? rest : elementsOf(element), charts),
    place: placeOf(element),
  };
}

function readChart(element: Element, charts: Charts): ChartBlock {
  return { type: 'chart', chart: chartOf(element, charts) };
}

function readList(element: Element): ListBlock {
  const style = oneOf(element, 'class', listStyles);
  const items = elementsOf(element).map((item) => {
    expectName(item, 'li');
    return { content: readInline(item), open: item.attributes.class === 'open', ...yieldsOf(item) };
  });
  return { type: 'list', style, items };
}

function readParagraph(element: Element): ParagraphBlock {
  const style = element.attributes.class === undefined ? 'text' : oneOf(element, 'class', paragraphStyles);
  return { type: 'paragraph', style, content: readInline(element) };
}

function readHeading(element: Element): HeadingBlock {
  return { type: 'heading', level: element.name === 'h3' ? 3 : 4, content: readInline(element) };
}

function readTable(element: Element, { tables }: Charts): TableBlock {
  const parts = elementsOf(element);
  const head = parts.find(({ name }) => name === 'thead');
  const [headRow] = head ? elementsOf(head) : [];
  if (!headRow) throw contentMissing('table', '<thead> <tr>');
  const bodies = parts
    .filter(({ name }) => name === 'tbody')
    .map((body) => {
      const rows = elementsOf(body);
      const [first] = rows;
      const isGroup = first?.attributes.class === 'group';
      return {
        group: first && isGroup ? groupName(first) : null,
        rows: (isGroup ? rows.slice(1) : rows).map(readRowOf),
      };
    });
  const { of } = element.attributes;
  const shows = of === undefined ? null : named(element, of, tables);
  return { type: 'table', style: oneOf(element, 'class', tableStyles), heads: readRowOf(headRow).cells, shows, bodies };
}

function groupName(row: Element) {
  const [cell] = elementsOf(row);
  return cell ? readInline(cell) : null;
}

function readRowOf(element: Element): TableRow {
  expectName(element, 'tr');
  const cells: readonly Cell[] = elementsOf(element).map((cell) => ({
    head: cell.name === 'th',
    align: cell.attributes.align === 'right' ? 'right' : 'left',
    content: readInline(cell),
  }));
  const status = statuses.find((known) => known === element.attributes.class) ?? null;
  return { ids: element.attributes.id?.split(' ') ?? [], status, cells };
}

function readContents(element: Element): ContentsBlock {
  const [heading, ...links] = elementsOf(element);
  if (!heading) throw contentMissing('contents', '<p>');
  return {
    type: 'contents',
    compact: isCompact(element),
    heading: readInline(heading),
    entries: links.map((link) => ({
      section: sectionOf(link),
      number: pageNumberOf(sectionOf(link)),
      content: readInline(link),
      description: link.attributes.title ?? '',
    })),
  };
}

function sectionOf(link: Element): string {
  return attribute(link, 'href').replace(/^#/, '');
}

function chartOf(element: Element, { charts }: Charts): Chart {
  return named(element, attribute(element, 'of'), charts);
}

/** What a view has set under a name. */
function named<T>(element: Element, name: string, known: ReadonlyMap<string, T>): T {
  const found = known.get(name);
  if (found === undefined) {
    const values = { element: element.name, known: [...known.keys()].join(', ') };
    throw new TemplateError({ ...somewhere, value: name, code: 'chart_unknown', values });
  }
  return found;
}

function expectName(element: Element, name: string): void {
  if (element.name !== name) throw misplaced(element, name);
}

function misplaced({ name }: Element, known: string): TemplateError {
  return new TemplateError({
    ...somewhere,
    value: name,
    code: 'element_misplaced',
    values: { element: name, known },
  });
}

function contentMissing(element: string, needed: string): TemplateError {
  return new TemplateError({ ...somewhere, value: element, code: 'content_missing', values: { element, needed } });
}

function wrongValue({ name, attributes }: Element, attribute: string, known: readonly string[]): TemplateError {
  const word = attributes[attribute] ?? '';
  const values = { element: name, attribute, word, known: known.join(', ') };
  return new TemplateError({ ...somewhere, value: word, code: 'attribute_value', values });
}

function attribute(element: Element, name: string): string {
  const value = element.attributes[name];
  if (!value) {
    const values = { element: element.name, attribute: name };
    throw new TemplateError({ ...somewhere, value: element.name, code: 'attribute_missing', values });
  }
  return value;
}

/** The place that a block asks for; null where it follows the block before it. */
function placeOf(element: Element): Place | null {
  return element.attributes.place === undefined ? null : oneOf(element, 'place', places);
}

function oneOf<T extends string>(element: Element, name: string, known: readonly T[]): T {
  const value = attribute(element, name);
  const found = known.find((candidate) => candidate === value);
  if (!found) throw wrongValue(element, name, known);
  return found;
}

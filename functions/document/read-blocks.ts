import type { Chart } from './charts.ts';
import type {
  AsideBlock,
  Block,
  CardsBlock,
  Cell,
  ContentsBlock,
  CoverBlock,
  FigureBlock,
  HeadBlock,
  ListBlock,
  ListStyle,
  ParagraphBlock,
  ParagraphStyle,
  RowBlock,
  Section,
  TableBlock,
  TableRow,
} from './nodes.ts';
import { type Element, elementsOf, sectionFile } from './parse-markup.ts';
import { pageNumberOf, readInline } from './read-inline.ts';
import { somewhere, TemplateError } from './template-error.ts';

/** The charts that a template can place, by the name that it uses. */
export type Charts = ReadonlyMap<string, Chart>;

/** Reads the sections that the templates wrote. */
export function readSections(elements: readonly Element[], charts: Charts): readonly Section[] {
  return elements.map((element) => {
    expectName(element, 'section');
    try {
      return {
        id: attribute(element, 'id'),
        name: attribute(element, 'name'),
        blocks: readBlocks(elementsOf(element), charts),
      };
    } catch (error) {
      throw error instanceof TemplateError ? error.at({ file: sectionFile(element.attributes.id) }) : error;
    }
  });
}

type Reader = (element: Element, charts: Charts) => Block | null;

/** The blocks by the element that writes them; null leaves the block out. */
const readers: Readonly<Record<string, Reader>> = {
  cover: readCover,
  cards: readCards,
  header: readHead,
  row: readRow,
  figure: readFigure,
  aside: readAside,
  chart: readChart,
  map: readChart,
  ul: readList,
  p: readParagraph,
  h3: (element) => ({ type: 'heading', level: 3, content: readInline(element) }),
  h4: (element) => ({ type: 'heading', level: 4, content: readInline(element) }),
  table: readTable,
  contents: readContents,
};

function readBlocks(elements: readonly Element[], charts: Charts): readonly Block[] {
  return elements.flatMap((element) => {
    const read = readers[element.name];
    if (!read) throw misplaced(element, Object.keys(readers).join(', '));
    return read(element, charts) ?? [];
  });
}

function readCover(element: Element): CoverBlock {
  const [title, headline, contents, strip] = elementsOf(element).map(readInline);
  if (!title || !headline || !contents) throw lacking('cover', '<h1>, <p>, <p>');
  return { type: 'cover', title, headline, contents, strip: strip ?? null };
}

function readCards(element: Element, charts: Charts): CardsBlock {
  return { type: 'cards', cards: elementsOf(element).map((card) => chartOf(card, charts)) };
}

function readHead(element: Element): HeadBlock {
  const [kicker, title, standfirst] = elementsOf(element).map(readInline);
  if (!kicker || !title) throw lacking('header', '<p>, <h2>');
  return { type: 'head', kicker, title, standfirst: standfirst && standfirst.length > 0 ? standfirst : null };
}

/** A row leaves out the cells that stayed empty and gives their room to the one that is left. */
function readRow(element: Element, charts: Charts): RowBlock | null {
  const columns = attribute(element, 'columns').split(' ').map(Number);
  const cells = elementsOf(element).map((cell) => {
    expectName(cell, 'div');
    return readBlocks(elementsOf(cell), charts);
  });
  const filled = cells
    .map((cell, index) => ({ cell, columns: columns[index % columns.length] ?? 12 }))
    .filter(({ cell }) => cell.length > 0);
  if (filled.length === 0) return null;
  return {
    type: 'row',
    columns: filled.map((entry) => entry.columns),
    top: measure(element, 'top'),
    tight: element.attributes.class === 'tight',
    cells: filled.map(({ cell }) => cell),
  };
}

const numbered = ['figure', 'table', 'list'] as const;

function readFigure(element: Element, charts: Charts): FigureBlock {
  const [caption, ...rest] = elementsOf(element);
  if (caption?.name !== 'figcaption') throw lacking('figure', '<figcaption>');
  const [heading, subtitle] = elementsOf(caption);
  if (!heading) throw lacking('figcaption', '<h2>');
  const label = numbered.find((kind) => kind === element.attributes.label);
  if (!label) throw wrongValue(element, 'label', numbered);
  const last = rest.at(-1);
  const source = last?.name === 'p' && last.attributes.class === 'source' ? last : null;
  return {
    type: 'figure',
    id: attribute(element, 'id'),
    label,
    small: element.attributes.class === 'small',
    level: heading.name === 'h2' ? 2 : 3,
    title: readInline(heading),
    subtitle: subtitle ? readInline(subtitle) : null,
    body: readBlocks(source ? rest.slice(0, -1) : rest, charts),
    source: source ? readInline(source) : null,
    sourceAt: source ? measure(source, 'at') : null,
    top: measure(element, 'top'),
  };
}

function readAside(element: Element, charts: Charts): AsideBlock {
  const [first, ...rest] = elementsOf(element);
  const isHeading = first?.name === 'h2' || first?.name === 'h3';
  return {
    type: 'aside',
    level: first?.name === 'h2' ? 2 : 3,
    heading: first && isHeading ? readInline(first) : null,
    body: readBlocks(isHeading ? rest : elementsOf(element), charts),
    top: measure(element, 'top'),
  };
}

function readChart(element: Element, charts: Charts): Block {
  return { type: 'chart', chart: chartOf(element, charts), foot: measure(element, 'foot') };
}

const listStyles: readonly ListStyle[] = ['messages', 'goods', 'markers', 'lines', 'remarks', 'sources', 'changes'];

function readList(element: Element): ListBlock {
  const style = oneOf(element, 'class', listStyles);
  const items = elementsOf(element).map((item) => {
    expectName(item, 'li');
    return { content: readInline(item), open: item.attributes.class === 'open' };
  });
  return { type: 'list', style, items, foot: measure(element, 'foot') };
}

const paragraphStyles: readonly ParagraphStyle[] = ['text', 'remark', 'attribution', 'under'];

function readParagraph(element: Element): ParagraphBlock {
  const style = element.attributes.class === undefined ? 'text' : oneOf(element, 'class', paragraphStyles);
  return { type: 'paragraph', style, content: readInline(element) };
}

const tableStyles: readonly TableBlock['style'][] = ['glance', 'register'];

function readTable(element: Element): TableBlock {
  const parts = elementsOf(element);
  const head = parts.find(({ name }) => name === 'thead');
  const [headRow] = head ? elementsOf(head) : [];
  if (!headRow) throw lacking('table', '<thead> <tr>');
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
  return { type: 'table', style: oneOf(element, 'class', tableStyles), heads: readRowOf(headRow).cells, bodies };
}

function groupName(row: Element) {
  const [cell] = elementsOf(row);
  return cell ? readInline(cell) : null;
}

const statuses = ['published', 'calculated'] as const;

function readRowOf(element: Element): TableRow {
  expectName(element, 'tr');
  const cells: readonly Cell[] = elementsOf(element).map((cell) => ({
    head: cell.name === 'th',
    align: cell.attributes.align === 'right' ? 'right' : 'left',
    content: readInline(cell),
  }));
  const status = statuses.find((known) => known === element.attributes.class) ?? null;
  return { id: element.attributes.id ?? null, status, cells };
}

function readContents(element: Element): ContentsBlock {
  const [heading, ...links] = elementsOf(element);
  if (!heading) throw lacking('contents', '<p>');
  return {
    type: 'contents',
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

function chartOf(element: Element, charts: Charts): Chart {
  const name = attribute(element, 'of');
  const chart = charts.get(name);
  if (!chart) {
    const values = { element: element.name, known: [...charts.keys()].join(', ') };
    throw new TemplateError({ ...somewhere, value: name, code: 'chart_unknown', values });
  }
  return chart;
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

function lacking(element: string, needed: string): TemplateError {
  return new TemplateError({ ...somewhere, value: element, code: 'content_missing', values: { element, needed } });
}

function wrongValue({ name, attributes }: Element, attribute: string, known: readonly string[]): TemplateError {
  const values = { element: name, attribute, known: known.join(', ') };
  return new TemplateError({ ...somewhere, value: attributes[attribute] ?? '', code: 'attribute_value', values });
}

function attribute(element: Element, name: string): string {
  const value = element.attributes[name];
  if (!value) {
    const values = { element: element.name, attribute: name };
    throw new TemplateError({ ...somewhere, value: element.name, code: 'attribute_missing', values });
  }
  return value;
}

/** A height on the page in points, or null where the template leaves it to the layout. */
function measure(element: Element, name: string): number | null {
  const value = element.attributes[name];
  if (value === undefined) return null;
  const points = Number(value);
  if (value === '' || !Number.isFinite(points)) {
    const values = { element: element.name, attribute: name };
    throw new TemplateError({ ...somewhere, value, code: 'not_points', values });
  }
  return points;
}

function oneOf<T extends string>(element: Element, name: string, known: readonly T[]): T {
  const value = attribute(element, name);
  const found = known.find((candidate) => candidate === value);
  if (!found) throw wrongValue(element, name, known);
  return found;
}

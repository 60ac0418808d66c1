import type { Block, Document, FigureBlock, Section, TableBlock } from '../../document/index.ts';
import { styles } from '../../drawing/index.ts';
import { gap, page } from '../page.ts';
import { element, type Page, type Piece } from '../pieces.ts';
import type { Context, Placed } from './context.ts';
import { layoutBriefHead, layoutFigureHead } from './figure.ts';
import { headersAndFooters } from './header-footer.ts';
import { placeOf, widthsOf } from './places.ts';
import { setText } from './set-text.ts';
import { shorterVersions, wholeVersion } from './shorter-versions.ts';
import { footOf, type MeasuredTable, measureTable, placeTable, splitTable } from './table.ts';

/** A laid-out document: its pages, and the first page of each section, counted from 1. */
export interface PagedDocument {
  readonly pages: readonly Page[];
  readonly pageOf: ReadonlyMap<string, number>;
  /** The sections for the outline of the PDF, with the first page of each. */
  readonly outline: readonly { readonly name: string; readonly page: number }[];
  /** Each section without header and footer. */
  readonly sections: ReadonlyMap<Section, LaidOutSection>;
}

/** The pages of a section. Its first continues the last page of the section before it where it `joins`. */
export interface LaidOutSection {
  /** The section without what yielded. */
  readonly shown: Section;
  readonly pages: readonly (readonly Piece[])[];
  readonly joins: boolean;
  /** The y down to which its last page is filled. */
  readonly bottom: number;
}

/**
 * Lays out a document. Every section begins a page. Only tables are split: between their groups, or between the rows of
 * a group that is longer than a page. Sections in `laidOut`, which were laid out with the same typefaces and theme, are
 * used as they are.
 */
export function paginate(context: Context, laidOut: PagedDocument['sections'] = new Map()): PagedDocument {
  const { document } = context;
  const pageOf = new Map<string, number>();
  const bodies: (readonly Piece[])[] = [];
  const sections = new Map<Section, LaidOutSection>();
  let above: LaidOutSection | null = null;
  for (const section of document.sections) {
    const placed: LaidOutSection = laidOut.get(section) ?? layoutSection(section, above, context);
    const [first = [], ...others] = placed.pages;
    if (placed.joins) bodies.push([...(bodies.pop() ?? []), ...first], ...others);
    else bodies.push(first, ...others);
    pageOf.set(section.id, bodies.length - others.length);
    sections.set(section, placed);
    above = placed;
  }
  const pages = headersAndFooters(bodies.length, context).map(({ header, footer }, index) => ({
    pieces: [...header, ...(bodies[index] ?? []), ...footer],
  }));
  const outline = document.sections.map(({ id, name }) => ({ name, page: pageOf.get(id) ?? 1 }));
  return { pages, pageOf, outline, sections };
}

/** The document without what yielded when it was laid out. */
export function withoutYielded(document: Document, { sections }: PagedDocument): Document {
  return { ...document, sections: document.sections.map((section) => sections.get(section)?.shown ?? section) };
}

/** A last page that is filled less than this far down holds only what did not fit on the page before. */
const stragglersUntil = 300;

/** How many points lower charts may become, step by step, to save such a page, and at most. */
const squeezes = [0, 15, 30] as const;
const lowestCharts = 45;

/** A page that is filled less than this far down is less than half full. */
const halfFull = 488;

/** The baseline of the name of a section that joins another, above its first rule, in points. */
const aboveRule = 13;

/** A section under the one above it if one of the two would leave a page less than half full, else on its own pages. */
function layoutSection(section: Section, above: LaidOutSection | null, context: Context): LaidOutSection {
  const own = layoutPages(section, context);
  if (!above || !section.joins) return own;
  const isShort = (placed: LaidOutSection) => placed.bottom < halfFull;
  if (!isShort(above) && (own.pages.length > 1 || !isShort(own))) return own;
  // The rest of the last section may go on: no page comes after it that would have to be full.
  const isLast = context.document.sections.at(-1)?.id === section.id;
  return joined(section, above, context, isLast && isShort(above)) ?? own;
}

/**
 * A section below another one, under its kicker alone and without what yields if need be; null where the page has no room
 * for it, or not for its first block where it may go `on` on the next page.
 */
function joined(section: Section, above: LaidOutSection, context: Context, on: boolean): LaidOutSection | null {
  const [head, ...blocks] = section.blocks;
  if (head?.type !== 'head') return null;
  const top = above.bottom + gap.default + aboveRule;
  const room = { x: page.left, y: top - aboveRule, width: page.right - page.left };
  const kicker = setText(context, head.kicker, styles.kicker, room);
  const start = { pieces: [element('P', kicker.pieces)], bottom: top, next: top, top };
  const whole = { ...section, blocks };
  const fits = ({ pages, bottom }: ReturnType<typeof placeSection>) => {
    const begins = (pages[0]?.length ?? 0) > start.pieces.length;
    return (pages.length === 1 || (on && begins)) && bottom <= page.lastInk;
  };
  const placed = [whole, ...shorterVersions(whole)]
    .values()
    .map((version) => ({ version, ...placeSection(version, { ...context, squeeze: 0 }, start) }))
    .find(fits);
  if (!placed) return null;
  const { version, pages, bottom } = placed;
  const shown = { ...version, blocks: [head, ...version.blocks] };
  return { shown, pages: sectionPieces(section, pages, top - aboveRule), joins: true, bottom };
}

/**
 * The pages of one section: as designed; or without what yields, until it fits on a page; or with lower charts if that
 * saves a page with a few lines, and then without what yields where lower charts alone are not enough.
 */
function layoutPages(section: Section, context: Context): LaidOutSection {
  const { shortest, designed } = shortestThatFits(section, context);
  const isStraggling = designed.pages.length > 1 && designed.bottom < stragglersUntil;
  const versions = isStraggling ? [shortest, ...shorterVersions(section)] : [];
  const squeezed = versions
    .values()
    .map((version) => leastSqueezed(version, designed.pages.length - 1, context))
    .find((made) => made !== null);
  const { shown, pages, bottom } = squeezed ?? { shown: shortest, ...designed };
  return { shown, pages: sectionPieces(section, pages, 0), joins: false, bottom };
}

/** A section with charts as little lower as brings it to so many pages; null where the lowest do not. */
function leastSqueezed(shown: Section, most: number, context: Context) {
  const at = (squeeze: number) => ({ shown, ...placeSection(shown, { ...context, squeeze }) });
  const fits = ({ pages }: ReturnType<typeof at>) => pages.length <= most;
  const lowest = at(lowestCharts);
  return fits(lowest) ? (squeezes.values().map(at).find(fits) ?? lowest) : null;
}

/**
 * The section without what yields, as far as it has to for one page; whole where that does not help, or where it is
 * enough to move its blocks nearer to each other.
 */
function shortestThatFits(all: Section, context: Context) {
  const section = context.document.form === 'sheet' ? wholeVersion(all) : all;
  const whole = { shortest: section, designed: placeSection(section, context) };
  const shorter = [...shorterVersions(all)];
  if (whole.designed.pages.length === 1 || shorter.length === 0) return whole;
  const closer = { shortest: section, designed: placeSection(section, { ...context, squeeze: 0 }) };
  const isOnePage = ({ designed }: typeof whole) => designed.pages.length === 1;
  // What yields first is nearly always enough.
  const fits = shorter.values().map((shortest) => ({ shortest, designed: placeSection(shortest, context) }));
  return isOnePage(closer) ? closer : (fits.find(isOnePage) ?? whole);
}

function sectionPieces({ id }: Section, pages: readonly (readonly Piece[])[], top: number) {
  return pages.map((pieces, index) => [
    element('Sect', pieces, { identity: id, ...(index === 0 ? { anchor: { name: id, x: 0, y: top } } : {}) }),
  ]);
}

/** What is placed in one step: a block, or one line of a grid of small figures. */
interface Part {
  readonly block: Block;
  /** The minimum distance from the rule of the line above; null for all but the further lines of a grid. */
  readonly pitch: number | null;
}

/** A grid of small figures is placed line by line, so that a page can end after any of them. */
function partsOf(block: Block): readonly Part[] {
  if (block.type !== 'row') return [{ block, pitch: null }];
  const { twelfths, pitch } = widthsOf[block.columns];
  if (pitch === null) return [{ block, pitch }];
  const { length } = twelfths;
  return Array.from({ length: Math.ceil(block.cells.length / length) }, (_, line) => ({
    block: { ...block, cells: block.cells.slice(line * length, (line + 1) * length) },
    pitch: line === 0 ? null : pitch,
  }));
}

/** A part on its page, and the y at which it begins. */
interface PlacedPart extends Placed {
  readonly top: number;
}

/** The pages of one section, and the y down to which its last page is filled. */
function placeSection(section: Section, context: Context, start: PlacedPart | null = null) {
  const pages: Piece[][] = [[...(start?.pieces ?? [])]];
  let below: PlacedPart | null = start;
  for (const part of section.blocks.flatMap(partsOf)) {
    const y = below !== null && below === start ? below.bottom : startOf(part, below, context);
    const table = tableOf(part.block);
    below = table ? placeTableFigure(table, y, pages, context) : placeBlock(part.block, y, pages, context);
  }
  return { pages, bottom: below?.bottom ?? 0 };
}

/**
 * The y at which a part begins: at its place, or lower if the part before needs more room. When squeezed, it follows
 * directly.
 */
function startOf({ block, pitch }: Part, below: PlacedPart | null, { squeeze }: Context): number {
  if (!below) return page.firstRuleWithoutTitle;
  const place = placeOf(block);
  const top = pitch === null ? (place?.top ?? null) : below.top + pitch;
  if (below.next !== undefined && top === null) return below.next;
  if (squeeze !== null) return below.bottom + gap.min;
  const minimum = place?.above ?? (block.type === 'row' ? widthsOf[block.columns].above : gap.min);
  return Math.max(top ?? below.bottom + gap.default, below.bottom + minimum);
}

/** Whether a block may move to the next page. */
function isMovable(block: Block): boolean {
  return block.type === 'figure' || block.type === 'row' || block.type === 'aside';
}

/** How far ink may go below the last line of a page, in points: the sum of roundings. */
const rounding = 0.5;

/** Places a block on the page, or at the top of the next if it does not fit. */
function placeBlock(block: Block, y: number, pages: Piece[][], context: Context): PlacedPart {
  const room = { ...wholePage, place: placeOf(block) };
  let top = y;
  let placed = context.layout(block, { ...room, y }, context);
  const isFirst = pages.at(-1)?.length === 0;
  if (placed.bottom > (room.place?.foot ?? page.lastInk) && !isFirst && isMovable(block)) {
    pages.push([]);
    top = page.firstRuleWithoutTitle;
    placed = context.layout(block, { ...room, y: top }, context);
  }
  if (placed.bottom > page.lastInk + rounding) {
    throw new Error(`${nameOf(block, context.numbers)} needs more room than a page has; show less in it`);
  }
  pages.at(-1)?.push(...placed.pieces);
  return { ...placed, top };
}

/** What a block is called in an error: the label and id of a figure, else its type. */
function nameOf(block: Block, numbers: Context['numbers']): string {
  if (block.type === 'row')
    return block.cells.flatMap((cell) => cell.map((inner) => nameOf(inner, numbers))).join(', ');
  return block.type === 'figure' ? `${numbers.get(block.id) ?? ''} (${block.id})` : `<${block.type}>`;
}

/** The room of a whole page. */
const wholePage = { x: page.left, width: page.right - page.left, foot: page.lastInk, place: null } as const;

/** A figure that is a table, with the table. */
interface TableFigure {
  readonly figure: FigureBlock;
  readonly table: TableBlock;
}

/** The table of a figure that consists of a table alone and can therefore be split; else null. */
function tableOf(block: Block): TableFigure | null {
  if (block.type !== 'figure' || block.source) return null;
  const [table, ...others] = block.body;
  return table?.type === 'table' && others.length === 0 ? { figure: block, table } : null;
}

/**
 * A table of one body moves to the next page if it does not fit. A table of several bodies fills the page and continues
 * on the next.
 */
function placeTableFigure({ figure, table }: TableFigure, y: number, pages: Piece[][], context: Context): PlacedPart {
  const measured = measureTable(table, context, wholePage);
  const label = context.numbers.get(figure.id) ?? '';
  const isFirst = pages.at(-1)?.length === 0;
  const { bottom } = layoutFigureHead(figure, label, { ...wholePage, y }, context);
  const moves = footOf(measured, bottom) > page.lastInk && !isFirst && table.bodies.length === 1;
  if (moves) pages.push([]);
  return placeParts({ figure, label, measured }, moves ? page.firstRuleWithoutTitle : y, pages, context);
}

/** A table figure that is ready to be placed part by part. */
interface MeasuredFigure {
  readonly figure: FigureBlock;
  readonly label: string;
  readonly measured: MeasuredTable;
}

function placeParts({ figure, label, measured }: MeasuredFigure, y: number, pages: Piece[][], context: Context) {
  // The table of a monthly edition, which always fills more than a page.
  const isBrief = figure.body.some((block) => block.type === 'table' && block.style === 'figures');
  let rest: MeasuredTable | null = measured;
  let top = y;
  let placed: PlacedPart = { pieces: [], bottom: y, top: y };
  for (let part = 0; rest; part += 1) {
    const partLabel = part === 0 ? label : context.document.labels.continued(label);
    const frame = { ...wholePage, y: top };
    const head =
      part > 0 && isBrief
        ? layoutBriefHead(partLabel, frame, context)
        : layoutFigureHead(figure, partLabel, frame, context);
    const split = splitTable(rest, { ...wholePage, y: head.bottom });
    if (split) {
      const body = placeTable(split.fitting, { ...wholePage, y: head.bottom }, context);
      const pieces = [...head.pieces, ...body.pieces];
      pages.at(-1)?.push(...pieces);
      placed = { pieces, bottom: body.bottom, top };
      rest = split.rest;
    } else if (top === page.firstRuleWithoutTitle) {
      throw new Error(`${label}: a row is taller than a page; shorten its text`);
    }
    if (rest) pages.push([]);
    top = page.firstRuleWithoutTitle;
  }
  return placed;
}

import type { Block, FigureBlock, Section, TableBlock } from '../../document/index.ts';
import { gap, page } from '../page.ts';
import type { Piece } from '../pieces.ts';
import type { Context, Placed } from './context.ts';
import { layoutBriefHead, layoutFigureHead } from './figure.ts';
import { placeOf, widthsOf } from './places.ts';
import { footOf, type MeasuredTable, measureTable, placeTable, splitTable } from './table.ts';

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
export interface PlacedPart extends Placed {
  readonly top: number;
}

/** The pages of one section, and the y down to which its last page is filled; they begin below `start` where there is one. */
export function placeSection(section: Section, context: Context, start: PlacedPart | null = null) {
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

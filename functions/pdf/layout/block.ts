import type { Block } from '../../document/index.ts';
import { layoutAside } from './aside.ts';
import { layoutBand } from './band.ts';
import { layoutCards } from './cards.ts';
import { layoutChart } from './chart.ts';
import { layoutContents } from './contents.ts';
import type { Context, Frame, Placed } from './context.ts';
import { layoutCover } from './cover.ts';
import { layoutFigure } from './figure.ts';
import { layoutHead } from './head.ts';
import { layoutList } from './list.ts';
import { layoutHeading, layoutParagraph } from './paragraph.ts';
import { layoutRow } from './row.ts';
import { layoutStrip } from './strip.ts';
import { layoutTable } from './table.ts';

type LayoutOf<B> = (block: B, frame: Frame, context: Context) => Placed;

/** The layout of each type of block. A type without one does not compile. */
const layouts: { readonly [T in Block['type']]: LayoutOf<Extract<Block, { type: T }>> } = {
  cover: (cover, _, context) => layoutCover(cover, context),
  band: (band, _, context) => layoutBand(band, context),
  cards: layoutCards,
  strip: layoutStrip,
  head: layoutHead,
  row: layoutRow,
  figure: layoutFigure,
  aside: layoutAside,
  chart: layoutChart,
  list: layoutList,
  paragraph: layoutParagraph,
  heading: layoutHeading,
  table: layoutTable,
  contents: (contents, _, context) => layoutContents(contents, context),
};

/** Lays out one block from `frame.y` down. */
export function layoutBlock(block: Block, frame: Frame, context: Context): Placed {
  return (layouts[block.type] as LayoutOf<Block>)(block, frame, context);
}

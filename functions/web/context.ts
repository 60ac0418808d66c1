import type { Block, Document, FigureBlock } from '../document/index.ts';
import type { Outlines, TextContext } from '../drawing/index.ts';
import type { DrawingContext } from './drawing-context.ts';
import type { Markup } from './markup.ts';

/** What charts are drawn with: typefaces, outlines, and a theme whose colours are the names of their roles. */
export interface Palette extends TextContext {
  readonly outlines: Outlines;
}

/** How much of the width of the page the block has on a large screen, which decides in which sizes its charts are drawn. */
export type Room = 'full' | 'wide' | 'half' | 'third';

/** What every block is written with besides itself. */
export interface WebContext extends DrawingContext {
  readonly document: Document;
  readonly palette: Palette;
  readonly room: Room;
  /** The label of each figure by its id, such as «Figure 3». */
  readonly numbers: ReadonlyMap<FigureBlock['id'], string>;
  /** The ids of rows to which the numbers of notes link. */
  readonly rows: ReadonlySet<string>;
  /** What stands in place of the page of a section: its number in the contents. */
  readonly placeOf: (section: string) => string;
  /** Writes a block. Blocks use it for the blocks inside them. */
  readonly write: (block: Block, context: WebContext) => Markup;
}

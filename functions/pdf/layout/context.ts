import type { Block, Document, FigureBlock } from '../../document/index.ts';
import type { Outlines, TextContext } from '../../drawing/index.ts';
import type { Piece } from '../pieces.ts';
import type { PlaceMeasures } from './places.ts';

/** What every layout needs besides its node: typefaces and theme, the document, and the numbers of figures. */
export interface Context extends TextContext {
  readonly document: Document;
  /** The label of each figure by its id, such as «Figure 3», in document order. */
  readonly numbers: ReadonlyMap<FigureBlock['id'], string>;
  readonly outlines: Outlines;
  /**
   * How far the charts of a page are lowered, in points, so that its last lines need no page of their own. With null
   * the page keeps the heights of docs/design.md.
   */
  readonly squeeze: number | null;
  /** Lays out a block. Blocks use it for the blocks inside them. */
  readonly layout: (block: Block, frame: Frame, context: Context) => Placed;
}

/** The room of a block: it begins at `y` and must not go below `foot`. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly foot: number;
  /** The place on the page that the room belongs to; null for blocks that follow the order of their section. */
  readonly place: PlaceMeasures | null;
  /** Where the body of a figure begins at least, so that those side by side begin at one height. */
  readonly bodyTop?: number | null;
}

/** A block that has been laid out. */
export interface Placed {
  readonly pieces: readonly Piece[];
  /** Its last baseline or lowest ink. */
  readonly bottom: number;
  /** The first baseline of text that follows it. */
  readonly next?: number;
}

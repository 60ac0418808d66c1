import type { Block, Document, FigureBlock } from '../../document/index.ts';
import type { Outlines, TextContext } from '../../drawing/index.ts';
import type { Piece } from '../pieces.ts';
import type { PlaceMeasures } from './places.ts';

/** What every layout needs beside its node: the setting, the document's words for pages, and numbers of figures. */
export interface Context extends TextContext {
  readonly document: Document;
  /** «Figure 3» by figure, in the order of the document. */
  readonly numbers: ReadonlyMap<FigureBlock, string>;
  readonly outlines: Outlines;
  /**
   * How far a page gives up the heights of docs/design.md so that its last lines need no page of their own: null for
   * not at all, else the points by which its charts are lower.
   */
  readonly squeeze: number | null;
  /** Lays out any block: how blocks lay out the blocks inside them. */
  readonly layout: (block: Block, frame: Frame, context: Context) => Placed;
}

/** The room that a block may take: `y` is where it begins, `foot` the lowest that it may reach. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly foot: number;
  /** The place on the page that the room is in; null where blocks stand in the order of their section. */
  readonly place: PlaceMeasures | null;
}

/** A block on paper. */
export interface Placed {
  readonly pieces: readonly Piece[];
  /** Its last baseline or lowest ink. */
  readonly bottom: number;
  /** Where the first baseline of text that follows it belongs. */
  readonly next?: number;
}

import { type Document, type FigureBlock, type Inline, numberFigures } from '../document/index.ts';
import { type Mark, styles } from '../drawing/index.ts';
import { layoutBlock } from './layout/block.ts';
import { setText } from './layout/set-text.ts';
import { page } from './page.ts';
import { marksOf } from './pieces.ts';
import type { RenderOptions } from './render-pdf.ts';

/** A figure by itself: its marks, and the size of its paper in points. */
export interface DrawnFigure {
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
}

/** The margin around a figure, and the width of a small one, in points. */
const paper = { margin: 18, small: 240 } as const;

/** Draws one figure as it stands on a page, as wide as a page, with lines of `credit` under it. */
export function drawFigure(
  figure: FigureBlock,
  credit: Inline,
  document: Document,
  parts: Pick<RenderOptions, 'theme' | 'typefaces' | 'outlines'>,
): DrawnFigure {
  const numbers = numberFigures(document);
  const context = { document, ...parts, numbers, squeeze: null, layout: layoutBlock };
  const width = figure.small ? paper.small : page.right - page.left;
  const room = { x: paper.margin, y: paper.margin, width, foot: Number.POSITIVE_INFINITY, place: null };
  const placed = layoutBlock(figure, room, context);
  const below = { x: paper.margin, y: placed.bottom + styles.source.leading + paper.margin / 2, width };
  const line = setText(context, credit, styles.source, below);
  return {
    marks: marksOf([...placed.pieces, ...line.pieces]),
    width: width + 2 * paper.margin,
    height: line.bottom + paper.margin,
  };
}

import type { Block } from '../../document/index.ts';
import { gap } from '../page.ts';
import type { Context, Frame, Placed } from './context.ts';

/** Lays out blocks one below the other, for example in a cell of a row. */
export function layoutBlocks(blocks: readonly Block[], frame: Frame, context: Context): Placed {
  let placed: Placed = { pieces: [], bottom: frame.y, next: frame.y };
  const pieces = blocks.flatMap((block, index) => {
    const y = index === 0 ? frame.y : (placed.next ?? placed.bottom + gap.default);
    placed = context.layout(block, { ...frame, y }, context);
    return placed.pieces;
  });
  return { ...placed, pieces };
}

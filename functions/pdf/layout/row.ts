import type { RowBlock } from '../../document/index.ts';
import { columnAt, rule, span } from '../../drawing/index.ts';
import { artifact, element, type Piece } from '../pieces.ts';
import { layoutBlocks } from './blocks.ts';
import type { Context, Frame, Placed } from './context.ts';

/** From the last baseline of one line of cells to the hairline before the next, and from there to its text. */
const between = { rule: 29.25, cells: 0 } as const;

/** Blocks side by side on the grid; cells beyond twelve columns go on in another line under a hairline. */
export function layoutRow(row: RowBlock, frame: Frame, context: Context): Placed {
  const pieces: Piece[] = [];
  let { y } = frame;
  let bottom = y;
  for (const [index, line] of linesOf(row).entries()) {
    if (index > 0) {
      y = bottom + between.rule;
      pieces.push(artifact([rule(frame.x, frame.x + frame.width, y, context.theme.colours.rule, 0.5)]));
    }
    const placed = line.map(({ cell, start, columns }) => {
      const { x, width } = cellFrame(
        line.map((other) => other.columns),
        start,
        columns,
      );
      return layoutBlocks(cell, { ...frame, x, y, width }, context);
    });
    pieces.push(...placed.map((cell) => element('Div', cell.pieces)));
    bottom = Math.max(...placed.map((cell) => cell.bottom));
  }
  return { pieces, bottom };
}

/** Sets the cells of a row into lines of at most twelve columns. */
function linesOf({ cells, columns }: RowBlock) {
  const lines: { cell: RowBlock['cells'][number]; start: number; columns: number }[][] = [];
  let used = 12;
  for (const [index, cell] of cells.entries()) {
    const width = columns[index] ?? 12;
    if (used + width > 12) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push({ cell, start: used, columns: width });
    used += width;
  }
  return lines;
}

/** The split of five and seven columns has a wider gutter than the grid. */
const wideGutter = 6.5;

function cellFrame(columns: readonly number[], start: number, width: number) {
  const split = columns.length === 2 && columns[0] === 5 && columns[1] === 7;
  const shift = split && start === 5 ? wideGutter : 0;
  return { x: columnAt(start) + shift, width: span(width) - shift };
}

import type { Block, RowBlock } from '../../document/index.ts';
import { columnAt, rule, span } from '../../drawing/index.ts';
import { artifact, element, type Piece } from '../pieces.ts';
import { layoutBlocks } from './blocks.ts';
import type { Context, Frame, Placed } from './context.ts';
import { layoutFigureHead } from './figure.ts';
import { widthsOf } from './places.ts';

/** From the last baseline of one line of cells to the hairline before the next, in points. */
const toRule = 29.25;

/** Blocks side by side on the grid. Cells beyond twelve columns continue in another line under a hairline. */
export function layoutRow(row: RowBlock, frame: Frame, context: Context): Placed {
  const pieces: Piece[] = [];
  let { y } = frame;
  let bottom = y;
  for (const [index, line] of linesOf(row, frame.x).entries()) {
    if (index > 0) {
      y = bottom + toRule;
      pieces.push(artifact([rule(frame.x, frame.x + frame.width, y, context.theme.colours.rule, 0.5)]));
    }
    const bodyTop = widthsOf[row.columns].aligned ? headsBottom(line, { ...frame, y }, context) : null;
    const placed = line.map(({ blocks, x, width }) =>
      layoutBlocks(blocks, { ...frame, x, y, width, bodyTop }, context),
    );
    pieces.push(...placed.map((cell) => element('Div', cell.pieces)));
    bottom = Math.max(...placed.map((cell) => cell.bottom));
  }
  return { pieces, bottom };
}

/** The last baseline of the longest head of the figures side by side; null where there is none. */
function headsBottom(line: readonly Cell[], frame: Frame, context: Context): number | null {
  const bottoms = line.flatMap(({ blocks: [first], x, width }) =>
    first?.type === 'figure'
      ? layoutFigureHead(first, context.numbers.get(first.id) ?? '', { ...frame, x, width }, context).bottom
      : [],
  );
  return bottoms.length > 0 ? Math.max(...bottoms) : null;
}

interface Cell {
  readonly blocks: readonly Block[];
  readonly x: number;
  readonly width: number;
}

/** Arranges the cells of a row in lines of at most twelve columns. Empty cells leave their room to the others. */
function linesOf({ cells, columns }: RowBlock, left: number): readonly (readonly Cell[])[] {
  const { twelfths, widens, gutter } = widthsOf[columns];
  const filled = cells
    .map((blocks, index) => ({ blocks, width: twelfths[index % twelfths.length] ?? 12 }))
    .filter(({ blocks }) => blocks.length > 0);
  const lines: Cell[][] = [];
  let used = 12;
  for (const { blocks, width: own } of filled) {
    const width = widens && filled.length === 1 ? 12 : own;
    if (used + width > 12) {
      lines.push([]);
      used = 0;
    }
    const shift = used > 0 ? gutter : 0;
    lines.at(-1)?.push({ blocks, x: columnAt(used, left) + shift, width: span(width) - shift });
    used += width;
  }
  return lines;
}

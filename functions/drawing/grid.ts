const column = 29.69;
const gutter = 13;

/** The width of `n` columns of the grid with the gutters between them, in points. */
export function span(n: number): number {
  return column * n + gutter * (n - 1);
}

/** The left edge of column `n`, counted from 0, in a frame that begins at `left`. */
export function columnAt(n: number, left: number): number {
  return left + (column + gutter) * n;
}

/** The page and its grid in points: A4, twelve columns, a baseline unit of 13. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 48,
  right: 547.28,
  /** The first rule of a page under its title, and of one without. */
  firstRule: 195,
  firstRuleWithoutTitle: 78,
  /** The lowest ink above the footer. */
  lastInk: 782,
} as const;

const column = 29.69;
const gutter = 13;

/** The width of `n` columns with the gutters between them. */
export function span(n: number): number {
  return column * n + gutter * (n - 1);
}

/** The left edge of column `n`, counted from 0, on the page or in a frame that begins at `left`. */
export function columnAt(n: number, left: number = page.left): number {
  return left + (column + gutter) * n;
}

/** The gap from a source line to the next rule: at least, preferably, and between the small figures of a grid. */
export const gap = { min: 23, default: 33, tight: 12 } as const;

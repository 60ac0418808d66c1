/** The page in points: A4, with a baseline unit of 13. */
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

/** The gap from a source line to the next rule: at least, preferably, and between the small figures of a grid. */
export const gap = { min: 23, default: 33, tight: 12 } as const;

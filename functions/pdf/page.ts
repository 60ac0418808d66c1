/** The A4 page in points. Its baseline unit is 13. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 48,
  right: 547.28,
  /** The first rule of a page under its title, and of a page without a title. */
  firstRule: 195,
  firstRuleWithoutTitle: 78,
  /** The lowest ink above the footer. */
  lastInk: 782,
} as const;

/** The gap in points from a source line to the next rule: minimum, default, and between the small figures of a grid. */
export const gap = { min: 23, default: 33, tight: 12 } as const;

/** From the left to the right edge of something in a line, in points. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Whether two stretches come nearer to each other than a gap, in points. */
export function isNear(a: Stretch, b: Stretch, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap;
}

/**
 * Heights moved apart until they are at least `gap` apart, in the same order as they were given: each no further from
 * where it wants to be than its neighbours need. All stay between `top` and `bottom` where these have room for them.
 */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const ordered = wanted.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y || a.index - b.index);
  const heights = ordered.map(({ y }) => y);
  // Where labels overlap, all of a group move about its middle.
  for (let round = 0; round < ordered.length; round += 1) {
    for (let at = 1; at < heights.length; at += 1) {
      const [above = 0, below = 0] = [heights[at - 1], heights[at]];
      const short = gap - (below - above);
      if (short <= 0) continue;
      heights[at - 1] = above - short / 2;
      heights[at] = below + short / 2;
    }
  }
  for (let at = 0; at < heights.length; at += 1) {
    heights[at] = Math.max(heights[at] ?? top, at === 0 ? top : (heights[at - 1] ?? top) + gap);
  }
  for (let at = heights.length - 1; at >= 0; at -= 1) {
    heights[at] = Math.min(
      heights[at] ?? bottom,
      at === heights.length - 1 ? bottom : (heights[at + 1] ?? bottom) - gap,
    );
  }
  const placed = new Map(ordered.map(({ index }, at) => [index, heights[at] ?? top]));
  return wanted.map((y, index) => placed.get(index) ?? y);
}

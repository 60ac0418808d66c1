/** How many pages an edition has before and after, and which of the new ones, counted from 1, are not the same. */
export interface PageChanges {
  readonly before: number;
  readonly after: number;
  readonly differing: readonly number[];
}

/** Compares the pages of two editions, each a text that only the same page has. */
export function pageChanges(before: readonly string[], after: readonly string[]): PageChanges {
  const differing = after.flatMap((page, index) => (page === before[index] ? [] : [index + 1]));
  return { before: before.length, after: after.length, differing };
}

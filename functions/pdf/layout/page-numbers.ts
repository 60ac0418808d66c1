import type { Run } from '../../document/index.ts';

/**
 * Gives every page number that a document refers to as many digits of room as it has: layout measures a place of one
 * digit until the pages are known. The faces of a brand have figures of one width, so noughts hold the place.
 */
export function withRoomForPageNumbers<T>(tree: T, pageOf: ReadonlyMap<string, number>): T {
  if (Array.isArray(tree)) return tree.map((child) => withRoomForPageNumbers(child, pageOf)) as T;
  if (typeof tree !== 'object' || tree === null || Object.getPrototypeOf(tree) !== Object.prototype) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, withRoomForPageNumbers(value, pageOf)] as const);
  const copy = Object.fromEntries(entries) as T & Partial<Run>;
  if (typeof copy.pageOf !== 'string') return copy;
  return { ...copy, text: '0'.repeat(String(pageOf.get(copy.pageOf) ?? 0).length) };
}

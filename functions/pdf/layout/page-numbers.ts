import type { Run } from '../../document/index.ts';

/**
 * Gives every reference to a page number as many digits of room as the number has: layout assumes one digit until the
 * pages are known. All digits of a face have the same width, so zeros stand for them. Subtrees without such references
 * stay the same objects.
 */
export function withRoomForPageNumbers<T>(tree: T, pageOf: ReadonlyMap<string, number>): T {
  if (Array.isArray(tree)) {
    const children = tree.map((child) => withRoomForPageNumbers(child, pageOf));
    return children.every((child, index) => child === tree[index]) ? tree : (children as T);
  }
  if (typeof tree !== 'object' || tree === null || Object.getPrototypeOf(tree) !== Object.prototype) return tree;
  const changed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    const child = withRoomForPageNumbers(value, pageOf);
    if (child !== value) changed[key] = child;
  }
  const { pageOf: section, text } = tree as Partial<Run>;
  if (typeof section === 'string') {
    const room = '0'.repeat(String(pageOf.get(section) ?? 0).length);
    if (room !== text) changed.text = room;
  }
  return Object.keys(changed).length === 0 ? tree : { ...tree, ...changed };
}

import type { Run } from '../../document/index.ts';

/**
 * Gives every reference to a page number as many digits of room as the number has: layout assumes one digit until the
 * pages are known. All digits of a face have the same width, so zeros stand for them. Subtrees without such references
 * stay the same objects.
 */
export function withRoomForPageNumbers<T>(tree: T, pageOf: ReadonlyMap<string, number>): T {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return withRoomInList(tree, pageOf) as T;
  if (Object.getPrototypeOf(tree) !== Object.prototype) return tree;
  let changed: Record<string, unknown> | null = null;
  // A document has some ten thousand nodes, and nearly all stay as they are.
  for (const key of Object.keys(tree)) {
    const value = (tree as Record<string, unknown>)[key];
    const child = withRoomForPageNumbers(value, pageOf);
    if (child === value) continue;
    changed ??= { ...tree } as Record<string, unknown>;
    changed[key] = child;
  }
  const { pageOf: section, text } = tree as Partial<Run>;
  if (typeof section === 'string' && text !== undefined) {
    const room = text.replace(/0+/, '0'.repeat(String(pageOf.get(section) ?? 0).length));
    if (room !== text) changed = { ...tree, ...changed, text: room };
  }
  return (changed ?? tree) as T;
}

function withRoomInList(list: readonly unknown[], pageOf: ReadonlyMap<string, number>): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const child = withRoomForPageNumbers(list[index], pageOf);
    if (child === list[index]) continue;
    changed ??= [...list];
    changed[index] = child;
  }
  return changed ?? list;
}

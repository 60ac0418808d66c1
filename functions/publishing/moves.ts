import { type Dataset, rowChanges } from '../dataset/index.ts';

/** One move of the pointer: a version was published, or became current again by a roll-back. */
export interface Move {
  readonly kind: 'published' | 'rolled back';
  /** When, ISO 8601. */
  readonly at: string;
  /** Who: the ARN of the AWS credentials, or the name of the user of the machine; null where it was not recorded. */
  readonly by: string | null;
  /** Why, in the editor's words; null where none were given. */
  readonly message: string | null;
  /** The version that became current by it. */
  readonly digest: string | null;
  readonly version: string;
  /** The rows in which it differs from the version before; null where that could not be read or was not recorded. */
  readonly changes: RowCounts | null;
}

/** How many rows were added, changed and removed, in all tables. */
export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Counts the rows in which two datasets differ. */
export function countChanges(before: Dataset, after: Dataset): RowCounts {
  const changes = rowChanges(before.rows, after.rows);
  const added = changes.filter((change) => change.before === null).length;
  const removed = changes.filter((change) => change.after === null).length;
  return { added, changed: changes.length - added - removed, removed };
}

/** The moves in a stored pointer; null in those of earlier releases, which record none. */
export function readMoves(value: unknown): readonly Move[] | null {
  return Array.isArray(value) ? value.filter(isMove) : null;
}

function isMove(value: unknown): value is Move {
  const { kind, at, version } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (kind === 'published' || kind === 'rolled back') && typeof at === 'string' && typeof version === 'string';
}

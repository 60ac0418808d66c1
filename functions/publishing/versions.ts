import { createHash } from 'node:crypto';
import { type CheckedRows, digestOfPackage, type PackageFiles, packageFileNames } from '../dataset/index.ts';
import type { ObjectStore, VersionedObject } from '../store/index.ts';
import { type Move, readMoves } from './moves.ts';

/** A version of the data: a published package, or the one that comes with the code. */
export interface DataVersion {
  /** The digest of the package: hexadecimal SHA-256, 64 digits; null for the data that come with the code. */
  readonly digest: string | null;
  /** The version that its `datapackage.json` states. */
  readonly version: string;
  /** When it became current, ISO 8601. */
  readonly since: string;
}

/** A former version, and whether a roll-back withdrew it. */
export interface FormerVersion extends DataVersion {
  readonly withdrawn: boolean;
}

/**
 * The rows of a version as they passed all checks. They stand in the pointer, so that a cold start reads them in the one
 * call that it makes anyway, and need not check them again.
 */
export interface CheckedCopy {
  /** The version of the checks that they passed. Other checks are made anew. */
  readonly checks: string;
  /** The digest of `rows`, hexadecimal SHA-256. */
  readonly sha256: string;
  /** The rows with their version and status, as JSON. */
  readonly rows: string;
}

/** The current version of the data and the former ones; stored as `data/current.json`. */
export interface Pointer extends DataVersion {
  /** Null for the data that come with the code, and where an earlier release kept them elsewhere. */
  readonly checked: CheckedCopy | null;
  /** The former versions, newest first; at most {@link historyLength}. */
  readonly history: readonly FormerVersion[];
  /** Who made which version current, when and why, newest first; at most {@link historyLength}. */
  readonly moves: readonly Move[];
}

/** The path of the pointer to the current version. */
export const pointerPath = 'data/current.json';

/** The most former versions, and the most moves, in a pointer: more than sixteen years with one a month. */
export const historyLength = 200;

/** A published version, or the pointer to it, that is damaged. */
export class DamagedVersionError extends Error {
  override readonly name = 'DamagedVersionError';
}

/** Stores a package under its digest, file by file. A file that exists has the same bytes and is kept. */
export async function storeVersion(files: PackageFiles, objects: ObjectStore): Promise<string> {
  const digest = digestOfPackage(files);
  for (const [name, bytes] of files) await objects.put(pathOf(digest, name), bytes, { only: 'new' });
  return digest;
}

/** Reads a version and checks its bytes against its digest. Throws a {@link DamagedVersionError} when they differ. */
export async function readVersion(digest: string, objects: ObjectStore): Promise<PackageFiles> {
  const entries = await Promise.all(
    packageFileNames.map(async (name) => [name, await objects.get(pathOf(digest, name))] as const),
  );
  const found = entries.flatMap(([name, object]) =>
    object === null || object === 'unchanged' ? [] : [[name, object.bytes] as const],
  );
  const files = new Map(found);
  if (files.size === 0) throw new DamagedVersionError(`there is no published version ${digest}`);
  if (digestOfPackage(files) !== digest) {
    throw new DamagedVersionError(`the published version ${digest} is damaged: its files have another digest`);
  }
  return files;
}

/** The rows of a version that has just passed the checks of the version `checks`, for its pointer. */
export function checkedCopy({ version, status = null, rows }: CheckedRows, checks: string): CheckedCopy {
  const json = JSON.stringify({ version, status, rows });
  return { checks, sha256: digestOf(json), rows: json };
}

/** The rows of a pointer that passed the same checks; null when there are none, or they are not what was written. */
export function rowsChecked({ checked }: Pick<Pointer, 'checked'>, checks: string): CheckedRows | null {
  if (checked?.checks !== checks || digestOf(checked.rows) !== checked.sha256) return null;
  return JSON.parse(checked.rows) as CheckedRows;
}

/** Parses a pointer. Throws a {@link DamagedVersionError} when it is not valid. */
export function readPointer({ bytes }: VersionedObject): Pointer {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new DamagedVersionError(`${pointerPath} is not JSON`, { cause });
  }
  const {
    digest,
    version,
    since,
    history,
    previous,
    moves,
    checked = null,
  } = (content ?? {}) as Readonly<Record<string, unknown>>;
  const before = history ?? formerOf(previous);
  if (!isDigest(digest) || typeof version !== 'string' || typeof since !== 'string' || !isHistory(before)) {
    throw new DamagedVersionError(`${pointerPath} does not name a version`);
  }
  const known = { digest, version, since, checked: isChecked(checked) ? checked : null, history: before };
  return { ...known, moves: readMoves(moves) ?? movesBefore([known, ...before]) };
}

/** The moves of a pointer that records none, as far as its versions tell them. */
function movesBefore(versions: readonly DataVersion[]): readonly Move[] {
  const untold = { kind: 'published', by: null, message: null, changes: null } as const;
  return versions.map(({ digest, version, since }) => ({ ...untold, at: since, digest, version }));
}

/** Pointers of earlier releases have only the previous version, by its digest. */
function formerOf(previous: unknown): unknown {
  return previous === null || previous === undefined
    ? []
    : [{ digest: previous, version: '', since: '', withdrawn: false }];
}

function isDigest(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
}

function isChecked(value: unknown): value is CheckedCopy {
  const { checks, sha256, rows } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [checks, sha256, rows].every((part) => typeof part === 'string');
}

function isHistory(value: unknown): value is readonly FormerVersion[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'object' && isDigest(entry?.digest));
}

/** A pointer as the bytes to store. */
export function pointerBytes(pointer: Pointer): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(pointer, null, 2)}\n`);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function pathOf(digest: string, name: string): string {
  return `data/versions/${digest}/${name}`;
}

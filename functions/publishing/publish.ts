import { loadDataset, type PackageFiles } from '../dataset/index.ts';
import type { ObjectStore, WriteCondition } from '../store/index.ts';
import { type Pointer, pointerBytes, pointerPath, readPointer, readVersion, storeVersion } from './versions.ts';

/** Someone else published at the same time: theirs stands, and nothing of ours became current. */
export class PublishConflictError extends Error {
  override readonly name = 'PublishConflictError';
}

/** There is nothing to go back to. */
export class NoVersionError extends Error {
  override readonly name = 'NoVersionError';
}

/** What publishing came to: the pointer as it is now, and whether this call moved it. */
export interface Published {
  readonly pointer: Pointer;
  readonly moved: boolean;
}

/**
 * Checks a package in full, stores it under its digest and makes it current by one conditional write. Throws the
 * `DatasetError` of a package that fails, before anything is stored, and a {@link PublishConflictError} when another
 * version became current in the meantime.
 */
export async function publishPackage(files: PackageFiles, objects: ObjectStore, now: Date): Promise<Published> {
  const { version } = loadDataset(files, now.toISOString().slice(0, 10));
  const current = await currentPointer(objects);
  const digest = await storeVersion(files, objects);
  if (current?.pointer.digest === digest) return { pointer: current.pointer, moved: false };
  return movePointer({ digest, version }, current, objects, now);
}

/**
 * Makes an earlier version current again: the one before, or the one of that digest. It is read and checked first, so
 * that a roll-back never makes things worse.
 */
export async function rollBack(digest: string | null, objects: ObjectStore, now: Date): Promise<Published> {
  const current = await currentPointer(objects);
  const target = digest ?? current?.pointer.previous ?? null;
  if (!target) {
    throw new NoVersionError('There is no published version before the current one; name one with --version DIGEST.');
  }
  const { version } = loadDataset(await readVersion(target, objects), now.toISOString().slice(0, 10));
  if (current?.pointer.digest === target) return { pointer: current.pointer, moved: false };
  return movePointer({ digest: target, version }, current, objects, now);
}

/** The current pointer with its mark; null when nothing was ever published. */
export async function currentPointer(objects: ObjectStore) {
  const found = await objects.get(pointerPath);
  return found === null || found === 'unchanged' ? null : { pointer: readPointer(found), etag: found.etag };
}

async function movePointer(
  to: Pick<Pointer, 'digest' | 'version'>,
  from: Awaited<ReturnType<typeof currentPointer>>,
  objects: ObjectStore,
  now: Date,
): Promise<Published> {
  const pointer: Pointer = { ...to, since: now.toISOString(), previous: from?.pointer.digest ?? null };
  const condition: WriteCondition = from ? { only: 'unchanged', etag: from.etag } : { only: 'new' };
  if ((await objects.put(pointerPath, pointerBytes(pointer), condition)) === 'written') return { pointer, moved: true };
  const theirs = await currentPointer(objects);
  throw new PublishConflictError(
    `Another version was published meanwhile: ${theirs?.pointer.version ?? 'unknown'} (${theirs?.pointer.digest.slice(0, 12) ?? '–'}), since ${theirs?.pointer.since ?? 'now'}. ` +
      'It stays current. Add what it has to your package, and publish again.',
  );
}

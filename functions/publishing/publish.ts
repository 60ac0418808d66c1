import {
  type Dataset,
  dayInMinsk,
  digestOfPackage,
  loadDataset,
  normalisePackage,
  type PackageFiles,
} from '../dataset/index.ts';
import type { ObjectStore, WriteCondition } from '../store/index.ts';
import { objectionsTo } from './objections.ts';
import {
  type FormerVersion,
  historyLength,
  type Pointer,
  pointerBytes,
  pointerPath,
  readPointer,
  readVersion,
  storeChecked,
  storeVersion,
} from './versions.ts';

/** Someone else published at the same time. Their version is current, and ours is not. */
export class PublishConflictError extends Error {
  override readonly name = 'PublishConflictError';
}

/** A package that would undo what others published. The message says what would be undone and what to do. */
export class PublishRefusedError extends Error {
  override readonly name = 'PublishRefusedError';
}

/** There is no version to roll back to. */
export class NoVersionError extends Error {
  override readonly name = 'NoVersionError';
}

/**
 * The result of publishing: the current pointer, whether this call changed it, and the objections that `force`
 * overrode.
 */
export interface Published {
  readonly pointer: Pointer;
  readonly moved: boolean;
  readonly overridden: readonly string[];
}

/** Options of publishing. */
export interface PublishOptions {
  readonly objects: ObjectStore;
  readonly now: Date;
  /** The version of the checks of this code. */
  readonly checks: string;
  /** Proves that the package can be rendered before it becomes current; throws when it cannot. */
  readonly prove: (dataset: Dataset) => Promise<void>;
  /** Publishes even if the package was made from another version, is not newer, or lacks rows. */
  readonly force: boolean;
}

/** The current pointer with its ETag; null when nothing was published. */
type Current = { readonly pointer: Pointer; readonly etag: string } | null;

/**
 * Normalises a package, checks it in full, proves that it can be rendered, stores it under its digest and makes it current with one
 * conditional write.
 * Throws before it stores anything: the `DatasetError` of a package that fails a check, a {@link PublishRefusedError}
 * if it would undo what others published, and any error of `prove`. Throws a {@link PublishConflictError} if another
 * version became current in the meantime.
 */
export async function publishPackage(given: PackageFiles, options: PublishOptions): Promise<Published> {
  const files = normalisePackage(given);
  const { objects, now, prove, force, checks } = options;
  const dataset = loadDataset(files, dayInMinsk(now));
  const current = await currentPointer(objects);
  if (current?.pointer.digest === digestOfPackage(files)) {
    return { pointer: current.pointer, moved: false, overridden: [] };
  }
  const objections = current ? await objectionsTo(files, dataset, current.pointer, objects, now) : [];
  if (objections.length > 0 && !force) throw new PublishRefusedError(refusal(objections));
  await prove(dataset);
  const digest = await storeVersion(files, objects);
  await readVersion(digest, objects);
  const checked = await storeChecked(digest, dataset, checks, objects);
  const to = { digest, version: dataset.version, checked };
  const pointer = await movePointer(to, current, formerVersions(current), options);
  return { pointer, moved: true, overridden: objections };
}

function refusal(objections: readonly string[]): string {
  const remedy =
    'Get the current version with data:fetch, make your changes in it and publish that; or say --force if you mean it.';
  return ['The package is in order, and was not published:', ...objections.map((line) => `- ${line}`), remedy].join(
    '\n',
  );
}

/**
 * The target of a roll-back: the version before the current one, the data that come with the code, or a version by its
 * digest.
 */
export type RollBackTarget = 'previous' | 'bundled' | { readonly digest: string };

/**
 * Makes an earlier version current again. The version is read and checked first, so that a roll-back never makes things
 * worse. The versions after it are recorded as withdrawn: briefings made from them are no longer served, and the next
 * roll-back skips them.
 */
export async function rollBack(
  target: RollBackTarget,
  { objects, now, checks }: Pick<PublishOptions, 'objects' | 'now' | 'checks'>,
): Promise<Published> {
  const current = await currentPointer(objects);
  const digest = targetDigest(target, current);
  const dataset = digest === null ? null : loadDataset(await readVersion(digest, objects), dayInMinsk(now));
  if (current?.pointer.digest === digest) return { pointer: current.pointer, moved: false, overridden: [] };
  const checked = digest !== null && dataset ? await storeChecked(digest, dataset, checks, objects) : null;
  const history = formerVersions(current);
  const back = history.findIndex((former) => former.digest === digest);
  const withdrawn = history.map((former, index) =>
    back < 0 || index < back ? { ...former, withdrawn: true } : former,
  );
  const to = { digest, version: dataset?.version ?? 'bundled', checked };
  const pointer = await movePointer(to, current, withdrawn, { objects, now });
  return { pointer, moved: true, overridden: [] };
}

function targetDigest(target: RollBackTarget, current: Current): string | null {
  if (typeof target === 'object') return target.digest;
  if (!current) throw new NoVersionError('Nothing was published: the data that come with the code are current.');
  if (target === 'bundled') return null;
  if (current.pointer.digest === null) {
    throw new NoVersionError('The data that come with the code are current: there is nothing before them.');
  }
  return current.pointer.history.find(({ withdrawn }) => !withdrawn)?.digest ?? null;
}

/** The current pointer with its ETag; null when nothing was ever published. */
export async function currentPointer(objects: ObjectStore): Promise<Current> {
  const found = await objects.get(pointerPath);
  return found === null || found === 'unchanged' ? null : { pointer: readPointer(found), etag: found.etag };
}

/** The history of the next pointer: the current version and those before it. */
function formerVersions(current: Current): readonly FormerVersion[] {
  if (!current) return [];
  const { history, checked: _, ...last } = current.pointer;
  return [{ ...last, withdrawn: false }, ...history];
}

async function movePointer(
  to: Pick<Pointer, 'digest' | 'version' | 'checked'>,
  from: Current,
  history: readonly FormerVersion[],
  { objects, now }: Pick<PublishOptions, 'objects' | 'now'>,
): Promise<Pointer> {
  // The version that becomes current again is removed from the history.
  const former = history.filter(({ digest }) => digest !== to.digest).slice(0, historyLength);
  const pointer: Pointer = { ...to, since: now.toISOString(), history: former };
  const condition: WriteCondition = from ? { only: 'unchanged', etag: from.etag } : { only: 'new' };
  if ((await objects.put(pointerPath, pointerBytes(pointer), condition)) === 'written') return pointer;
  const theirs = await currentPointer(objects);
  // If the response to a write was lost, the retry is refused because of our own first write.
  if (theirs?.pointer.digest === pointer.digest && theirs.pointer.since === pointer.since) return pointer;
  throw new PublishConflictError(
    `Another version was published meanwhile: ${theirs?.pointer.version ?? 'unknown'} (${theirs?.pointer.digest?.slice(0, 12) ?? '–'}), since ${theirs?.pointer.since ?? 'now'}. ` +
      'It stays current. Add what it has to your package, and publish again.',
  );
}

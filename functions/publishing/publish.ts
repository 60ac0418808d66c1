import {
  type Dataset,
  dayInMinsk,
  digestOfPackage,
  loadDataset,
  normalisePackage,
  type PackageFiles,
  rowChanges,
} from '../dataset/index.ts';
import { countChanges, type Move } from './moves.ts';
import { describeObjection, type Objection, objectionsTo } from './objections.ts';
import { situationOf, type VersionSources, versionAt } from './situation.ts';
import { checkedCopy, type FormerVersion, historyLength, type Pointer, readVersion, storeVersion } from './versions.ts';
import { type Current, currentPointer, type PublishConflictError, writePointer } from './write-pointer.ts';

/** A package that would undo what others published. The message says what would be undone and what to do. */
export class PublishRefusedError extends Error {
  override readonly name = 'PublishRefusedError';
  readonly objections: readonly Objection[];

  constructor(objections: readonly Objection[]) {
    super(refusal(objections));
    this.objections = objections;
  }
}

/** There is no version to roll back to. */
export class NoVersionError extends Error {
  override readonly name = 'NoVersionError';
}

/** The result of publishing or rolling back. */
export interface Published {
  /** The current pointer, and whether this call moved it. */
  readonly pointer: Pointer;
  readonly moved: boolean;
  /** The objections that `force` overrode. */
  readonly overridden: readonly Objection[];
  /** The data that were current before; null when they could not be used. */
  readonly before: Dataset | null;
  /** The data that are current now. */
  readonly after: Dataset;
}

/** What publishing and rolling back need. */
export interface MoveOptions extends VersionSources {
  /** The version of the checks of this code. */
  readonly checks: string;
  /** Who does it, for the history. */
  readonly by: string;
  /** Why, for the history; null when no reason is given. */
  readonly message: string | null;
}

/** Options of publishing. */
export interface PublishOptions extends MoveOptions {
  /**
   * Proves that the package can be printed before it becomes current; throws when it cannot. `before` are the data that
   * it replaces, null when they cannot be used.
   */
  readonly prove: (after: Dataset, before: Dataset | null) => Promise<void>;
  /** Publishes even if the package was made from another version, is not newer, or lacks rows. */
  readonly force: boolean;
}

/**
 * Normalises a package, checks it in full, proves that it can be printed, stores it under its digest and makes it
 * current with one conditional write.
 * Throws before it stores anything: the `DatasetError` of a package that fails a check, a {@link PublishRefusedError}
 * if it would undo what others published, and any error of `prove`. Throws a {@link PublishConflictError} if another
 * version became current in the meantime.
 */
export async function publishPackage(given: PackageFiles, options: PublishOptions): Promise<Published> {
  const files = normalisePackage(given);
  const { objects, now, prove, force, checks } = options;
  const after = loadDataset(files, dayInMinsk(now));
  const current = await currentPointer(objects);
  const version = await versionAt(current?.pointer.digest ?? null, options);
  const before = version?.dataset ?? null;
  const isCurrent =
    current?.pointer.digest === digestOfPackage(files) || (before !== null && saysTheSame(before, after));
  if (current && isCurrent) return { pointer: current.pointer, moved: false, overridden: [], before, after };
  const met = current && { pointer: current.pointer, current: version, by: options.by };
  const objections = met ? objectionsTo(files, after, await situationOf(files, met, options)) : [];
  if (objections.length > 0 && !force) throw new PublishRefusedError(objections);
  await prove(after, before);
  const digest = await storeVersion(files, objects);
  await readVersion(digest, objects);
  const checked = checkedCopy(after, checks);
  const to = { digest, version: after.version, checked, history: formerVersions(current) };
  const pointer = await movePointer('published', to, current, { before, after }, options);
  return { pointer, moved: true, overridden: objections, before, after };
}

/** Whether two packages differ in nothing but what they were made from, as one that was fetched and left as it was. */
function saysTheSame(before: Dataset, after: Dataset): boolean {
  const isSame = before.version === after.version && before.status === after.status;
  return isSame && rowChanges(before.rows, after.rows).length === 0;
}

function refusal(objections: readonly Objection[]): string {
  const remedy =
    'Get the current version with data:fetch, make your changes in it and publish that; or say --force if you mean it.';
  return [
    'The package is in order, and was not published:',
    ...objections.map((one) => `- ${describeObjection(one)}`),
    remedy,
  ].join('\n');
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
export async function rollBack(target: RollBackTarget, options: MoveOptions): Promise<Published> {
  const { objects, now, checks, bundled } = options;
  const current = await currentPointer(objects);
  const digest = targetDigest(target, current);
  const files = digest === null ? normalisePackage(await bundled()) : await readVersion(digest, objects);
  const after = loadDataset(files, dayInMinsk(now));
  if (current?.pointer.digest === digest) {
    return { pointer: current.pointer, moved: false, overridden: [], before: after, after };
  }
  const before = (await versionAt(current?.pointer.digest ?? null, options))?.dataset ?? null;
  const checked = digest === null ? null : checkedCopy(after, checks);
  const former = formerVersions(current);
  const back = former.findIndex((version) => version.digest === digest);
  const history = former.map((version, index) =>
    back < 0 || index < back ? { ...version, withdrawn: true } : version,
  );
  const to = { digest, version: digest === null ? 'bundled' : after.version, checked, history };
  const pointer = await movePointer('rolled back', to, current, { before, after }, options);
  return { pointer, moved: true, overridden: [], before, after };
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

/** The history of the next pointer: the current version and those before it. */
function formerVersions(current: Current): readonly FormerVersion[] {
  if (!current) return [];
  const { digest, version, since, history } = current.pointer;
  return [{ digest, version, since, withdrawn: false }, ...history];
}

async function movePointer(
  kind: Move['kind'],
  { history, ...to }: Pick<Pointer, 'digest' | 'version' | 'checked' | 'history'>,
  from: Current,
  { before, after }: Pick<Published, 'before' | 'after'>,
  { objects, now, by, message }: MoveOptions,
): Promise<Pointer> {
  const { digest, version } = to;
  const changes = before && countChanges(before, after);
  const move: Move = { kind, at: now.toISOString(), by, message, digest, version, changes };
  const pointer: Pointer = {
    ...to,
    since: move.at,
    // The version that becomes current again is removed from the history.
    history: history.filter((former) => former.digest !== digest).slice(0, historyLength),
    moves: [move, ...(from?.pointer.moves ?? [])].slice(0, historyLength),
  };
  return writePointer(pointer, from, objects);
}

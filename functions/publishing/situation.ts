import {
  type Dataset,
  dayInMinsk,
  digestOfPackage,
  loadDataset,
  normalisePackage,
  type PackageFiles,
  type TableRows,
} from '../dataset/index.ts';
import { type ObjectStore, StoreUnavailableError } from '../store/index.ts';
import { baseOf } from './base.ts';
import { type Pointer, readVersion } from './versions.ts';

/** What a package meets that is to become current. */
export interface Situation {
  readonly pointer: Pointer;
  /** The current data; null when they cannot be used, because then there are no rows to lose. */
  readonly current: Dataset | null;
  /** The digest of the version that the current package was made from; null when it states none. */
  readonly currentBase: string | null;
  /** The rows of the version that the package was made from; null when it states none, or it cannot be used. */
  readonly base: TableRows | null;
  /** Who is about to publish. */
  readonly by: string;
}

/** A version that was read and passed all checks. */
export interface ReadVersion {
  readonly files: PackageFiles;
  readonly dataset: Dataset;
}

/** Where versions are read, and when. */
export interface VersionSources {
  readonly objects: ObjectStore;
  /** The package that comes with the code. */
  readonly bundled: () => Promise<PackageFiles>;
  readonly now: Date;
}

/**
 * Finds what a package meets over the current version, null where that cannot be used. Throws a `StoreUnavailableError`
 * when the store does not answer; a version that the package was made from and that is damaged, or that this code
 * refuses, counts as one that cannot be used.
 */
export async function situationOf(
  files: PackageFiles,
  { pointer, current, by }: Pick<Situation, 'pointer' | 'by'> & { readonly current: ReadVersion | null },
  sources: VersionSources,
): Promise<Situation> {
  const stated = baseOf(files);
  const base = stated === null || stated === pointer.digest ? current : await versionAt(stated, sources);
  return {
    ...{ pointer, by },
    current: current?.dataset ?? null,
    currentBase: current && baseOf(current.files),
    base: base?.dataset.rows ?? null,
  };
}

/** A version by its digest, or with null the data that come with the code; null when it cannot be used. */
export async function versionAt(
  digest: string | null,
  { objects, bundled, now }: VersionSources,
): Promise<ReadVersion | null> {
  const own = normalisePackage(await bundled());
  try {
    const isOwn = digest === null || digest === digestOfPackage(own);
    const files = isOwn ? own : await readVersion(digest, objects);
    return { files, dataset: loadDataset(files, dayInMinsk(now)) };
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    return null;
  }
}

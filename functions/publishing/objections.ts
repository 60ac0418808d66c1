import { type Dataset, dayInMinsk, loadDataset, type PackageFiles, rowKey, tables } from '../dataset/index.ts';
import type { ObjectStore } from '../store/index.ts';
import { type Pointer, readVersion } from './versions.ts';

/** The most vanished rows that a message lists. */
const namedRows = 5;

/**
 * The reasons not to make a package current: it was made from another version, its number is not higher, or rows of the
 * current version are missing. One line each; empty when it may be published.
 */
export async function objectionsTo(
  files: PackageFiles,
  dataset: Dataset,
  { digest, version }: Pointer,
  objects: ObjectStore,
  now: Date,
): Promise<readonly string[]> {
  if (digest === null) return [];
  const base = baseOf(files);
  const otherBase =
    base !== null && base !== digest
      ? [`it was made from the version ${base.slice(0, 12)}, and ${version} (${digest.slice(0, 12)}) is current`]
      : [];
  const notHigher = isHigher(dataset.version, version)
    ? []
    : [`its version ${dataset.version} is not higher than ${version}, which is current: raise it in datapackage.json`];
  const current = await rowsOf(digest, objects, now);
  return [...otherBase, ...notHigher, ...(current ? vanishedRows(current, dataset) : [])];
}

/** The digest of the version that a package was made from, as `datapackage.json` states; null when it states none. */
export function baseOf(files: PackageFiles): string | null {
  const { base } = JSON.parse(new TextDecoder().decode(files.get('datapackage.json'))) as { readonly base?: unknown };
  return typeof base === 'string' ? base : null;
}

/** The rows of a version; null when it cannot be used, because then there is nothing to lose. */
async function rowsOf(digest: string, objects: ObjectStore, now: Date): Promise<Dataset['rows'] | null> {
  const files = await readVersion(digest, objects).catch(() => null);
  if (!files) return null;
  try {
    return loadDataset(files, dayInMinsk(now)).rows;
  } catch {
    return null;
  }
}

/** Whether a version such as 2026.11.0 is higher than another. */
function isHigher(version: string, than: string): boolean {
  const [ours, theirs] = [version, than].map((text) => text.split('.').map(Number));
  const at = ours?.findIndex((number, index) => number !== theirs?.[index]) ?? -1;
  return at >= 0 && (ours?.[at] ?? 0) > (theirs?.[at] ?? 0);
}

function vanishedRows(current: Dataset['rows'], { rows }: Dataset): readonly string[] {
  return tables.flatMap((table) => {
    const { name } = table;
    const keyOf = (row: Parameters<typeof rowKey>[1]) => rowKey(table, row);
    const kept = new Set((rows[name] ?? []).map(keyOf));
    const gone = (current[name] ?? []).map(keyOf).filter((key) => !kept.has(key));
    if (gone.length === 0) return [];
    const more = gone.length > namedRows ? `, and ${gone.length - namedRows} more` : '';
    return [
      `${gone.length} of the current rows of ${name}.csv are not in it: ${gone.slice(0, namedRows).join('; ')}${more}`,
    ];
  });
}

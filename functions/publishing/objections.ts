import { type Dataset, type PackageFiles, rowChanges, tables } from '../dataset/index.ts';
import type { Pointer } from './versions.ts';

/** The most vanished rows that a message lists. */
const namedRows = 5;

/**
 * The reasons not to make a package current: it was made from another version, its number is not higher, or rows of the
 * current version are missing. One line each; empty when it may be published. `current` is null when the current version
 * cannot be used, because then there are no rows to lose.
 */
export function objectionsTo(
  files: PackageFiles,
  dataset: Dataset,
  { digest, version }: Pointer,
  current: Dataset | null,
): readonly string[] {
  if (digest === null) return [];
  const base = baseOf(files);
  const otherBase =
    base !== null && base !== digest
      ? [`it was made from the version ${base.slice(0, 12)}, and ${version} (${digest.slice(0, 12)}) is current`]
      : [];
  const notHigher = isHigher(dataset.version, version)
    ? []
    : [`its version ${dataset.version} is not higher than ${version}, which is current: raise it in datapackage.json`];
  return [...otherBase, ...notHigher, ...(current ? vanishedRows(current, dataset) : [])];
}

/** The digest of the version that a package was made from, as `datapackage.json` states; null when it states none. */
export function baseOf(files: PackageFiles): string | null {
  const { base } = JSON.parse(new TextDecoder().decode(files.get('datapackage.json'))) as { readonly base?: unknown };
  return typeof base === 'string' ? base : null;
}

/** Whether a version such as 2026.11.0 is higher than another. */
function isHigher(version: string, than: string): boolean {
  const [ours, theirs] = [version, than].map((text) => text.split('.').map(Number));
  const at = ours?.findIndex((number, index) => number !== theirs?.[index]) ?? -1;
  return at >= 0 && (ours?.[at] ?? 0) > (theirs?.[at] ?? 0);
}

function vanishedRows(current: Dataset, dataset: Dataset): readonly string[] {
  const removed = rowChanges(current.rows, dataset.rows).filter(({ after }) => after === null);
  return tables.flatMap(({ name }) => {
    const gone = removed.filter(({ table }) => table === name).map(({ key }) => key);
    if (gone.length === 0) return [];
    const more = gone.length > namedRows ? `, and ${gone.length - namedRows} more` : '';
    return [
      `${gone.length} of the current rows of ${name}.csv are not in it: ${gone.slice(0, namedRows).join('; ')}${more}`,
    ];
  });
}

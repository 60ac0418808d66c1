import type { PackageFiles } from '../dataset/index.ts';

const descriptor = 'datapackage.json';

/** The digest of the version that a package was made from, as `datapackage.json` states; null when it states none. */
export function baseOf(files: PackageFiles): string | null {
  const { base } = JSON.parse(new TextDecoder().decode(files.get(descriptor))) as { readonly base?: unknown };
  return typeof base === 'string' ? base : null;
}

/** The package with the digest of the version that it was made from in its `datapackage.json`. */
export function withBase(files: PackageFiles, digest: string): PackageFiles {
  const properties = JSON.parse(new TextDecoder().decode(files.get(descriptor))) as object;
  const bytes = new TextEncoder().encode(`${JSON.stringify({ ...properties, base: digest }, null, 2)}\n`);
  return new Map([...files, [descriptor, bytes]]);
}

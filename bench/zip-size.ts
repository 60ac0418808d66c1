import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** The code sizes of a function. */
export interface CodeSizes {
  /** In bytes: all files of the bundle, its modules alone, and the zip that CDK uploads. */
  readonly bytes: number;
  readonly moduleBytes: number;
  readonly zipBytes: number;
}

/** Measures the folder of a bundle. */
export async function sizesOf(folder: string): Promise<CodeSizes> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => ({ name: relative(folder, path), bytes: await readFile(path) })),
  );
  const sum = (list: typeof files) => list.reduce((total, { bytes }) => total + bytes.length, 0);
  return {
    bytes: sum(files),
    moduleBytes: sum(files.filter(({ name }) => name.endsWith('.mjs'))),
    zipBytes: zipSize(files),
  };
}

/**
 * The size in bytes of the zip records besides the compressed data: local header, central directory entry, end record.
 */
const heads = { local: 30, central: 46, end: 22 } as const;

/** The size in bytes of a zip as CDK makes it (yazl: deflate at its default level, no data descriptors). */
export function zipSize(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): number {
  const parts = files.map(({ name, bytes }) => {
    const nameBytes = Buffer.byteLength(name);
    return heads.local + heads.central + 2 * nameBytes + deflateRawSync(bytes).length;
  });
  return parts.reduce((sum, part) => sum + part, heads.end);
}

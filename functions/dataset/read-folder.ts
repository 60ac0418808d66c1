import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageFiles } from './dataset.ts';
import { tables } from './tables.ts';

/** The names of the files of a Data Package. */
export const packageFileNames: readonly string[] = ['datapackage.json', ...tables.map(({ name }) => `${name}.csv`)];

/** Reads the files of a Data Package from a folder; a missing file is left out, and the checks will name it. */
export async function readFolder(folder: string): Promise<PackageFiles> {
  const entries = await Promise.all(
    packageFileNames.map(async (name) => [name, await readIfThere(join(folder, name))]),
  );
  return new Map(entries.filter((entry): entry is [string, Uint8Array] => entry[1] !== null));
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

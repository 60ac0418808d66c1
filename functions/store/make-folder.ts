import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents. Throws the system's error for the first one that cannot be made. The
 * recursive `mkdir` of Node reports ENOENT for a read-only disk, and in some places it never ends.
 */
export async function makeFolder(path: string): Promise<void> {
  const refusal = await refusalToMake(path);
  if (refusal === null) return;
  if (refusal.code !== 'ENOENT' || dirname(path) === path) throw refusal;
  await makeFolder(dirname(path));
  const again = await refusalToMake(path);
  if (again !== null) throw again;
}

/**
 * Makes one folder. Gives the error if it cannot be made; null when the folder exists, even if another process made it.
 */
async function refusalToMake(path: string): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(path);
    return null;
  } catch (error) {
    const refusal = error as NodeJS.ErrnoException;
    return refusal.code === 'EEXIST' && (await stat(path)).isDirectory() ? null : refusal;
  }
}

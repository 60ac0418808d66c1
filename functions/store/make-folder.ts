import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Throws what the system says of the first that cannot be made:
 * Node's own way says of a disk that cannot be written that the place is not there, and never ends in some places.
 */
export async function makeFolder(path: string): Promise<void> {
  const refusal = await refusalToMake(path);
  if (refusal === null) return;
  if (refusal.code !== 'ENOENT' || dirname(path) === path) throw refusal;
  await makeFolder(dirname(path));
  const again = await refusalToMake(path);
  if (again !== null) throw again;
}

/** Makes one folder, and gives why it cannot be made; null when it is there, whoever made it. */
async function refusalToMake(path: string): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(path);
    return null;
  } catch (error) {
    const refusal = error as NodeJS.ErrnoException;
    return refusal.code === 'EEXIST' && (await stat(path)).isDirectory() ? null : refusal;
  }
}

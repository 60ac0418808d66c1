import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives all tests, and the processes that they start, a temporary folder of their own, and fails the run when something
 * is left in it.
 *
 * @returns what is to be done when the last test is over
 */
export default async function openTemporaryFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'gomel-briefing-tests-'));
  process.env.TMPDIR = folder;
  return async () => {
    const left = await readdir(folder);
    await rm(folder, { recursive: true, force: true });
    if (left.length === 0) return;
    throw new Error(
      `The tests left ${left.length} entries in the temporary folder: ${left.slice(0, 5).join(', ')}. ` +
        'Make folders with temporaryFolder() of test/folders.ts, which removes them, and hand TMPDIR to processes that you start; ' +
        'npx vitest run FILE says whether a file is the one that leaves them.',
    );
  };
}

import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'gomel-briefing-tests-'));

/** Gives all tests and the processes that they start a temporary folder of their own. */
export function setup(): void {
  process.env.TMPDIR = folder;
}

/** Fails the run if anything is left in the temporary folder. */
export function teardown(): void {
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true, force: true });
  if (left.length === 0) return;
  throw new Error(
    `The tests left ${left.length} entries in the temporary folder: ${left.slice(0, 5).join(', ')}. Make folders with ` +
      'temporaryFolder() of test/folders.ts, which removes them, and give TMPDIR to the processes that you start; ' +
      '`npx vitest run FILE` shows whether a file is the one that leaves them.',
  );
}

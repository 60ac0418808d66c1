import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FolderStore } from '../functions/store/index.ts';
import { noon } from './package-files.ts';

/** A new folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder store in a new folder, with its clock. */
export async function folderStore(now: () => Date = () => noon): Promise<FolderStore> {
  return new FolderStore(await temporaryFolder(), { now, address: () => 'http://localhost' });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { BriefingStore, FolderObjects, StoreUnavailableError } from '../functions/store/index.ts';
import { noon } from './package-files.ts';

/** A new folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a new folder, with a clock. */
export async function folderStore(now: () => Date = () => noon): Promise<BriefingStore> {
  return new BriefingStore(new FolderObjects(await temporaryFolder(), { now }));
}

/** An object store in a folder that fails to write what is in Russian. */
class FailingInRussian extends FolderObjects {
  override put(...call: Parameters<FolderObjects['put']>): ReturnType<FolderObjects['put']> {
    if (call[0].includes('/ru/')) throw new StoreUnavailableError('the store did not write');
    return super.put(...call);
  }
}

/** A store in a new folder that fails to store briefings in Russian. */
export async function storeFailingInRussian(): Promise<BriefingStore> {
  return new BriefingStore(new FailingInRussian(await temporaryFolder(), { now: () => noon }));
}

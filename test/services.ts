import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { rendererVersionOf } from '../functions/assets/from-files.ts';
import type { Log, Services } from '../functions/services/services.ts';
import { BriefingStore, FolderObjects, StoreUnavailableError } from '../functions/store/index.ts';
import { dataset, today } from './package-files.ts';
import { renderer } from './renders.ts';

/** A log that keeps what it is told. */
export class ListLog implements Log {
  readonly lines: string[] = [];
  info = (message: string, facts?: object) => this.keep('info', message, facts);
  warn = (message: string, facts?: object) => this.keep('warn', message, facts);
  error = (message: string, facts?: object) => this.keep('error', message, facts);

  private keep(level: string, message: string, facts: object = {}): void {
    this.lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
  }
}

/** A new folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The clock of the tests, on their day. */
export const noon = new Date(`${today}T12:00:00Z`);

/** A store in a new folder, with its clock. */
export async function folderStore(now: () => Date = () => noon): Promise<BriefingStore> {
  return new BriefingStore(new FolderObjects(await temporaryFolder(), { now }));
}

/** A folder of objects that cannot write what is in Russian. */
class FailingInRussian extends FolderObjects {
  override put(...call: Parameters<FolderObjects['put']>): ReturnType<FolderObjects['put']> {
    if (call[0].includes('/ru/')) throw new StoreUnavailableError('the store did not write');
    return super.put(...call);
  }
}

/** A store in a new folder that keeps no briefing in Russian. */
export async function storeFailingInRussian(): Promise<BriefingStore> {
  return new BriefingStore(new FailingInRussian(await temporaryFolder(), { now: () => noon }));
}

/** Everything that the operations work with, over a new folder store. */
export async function servicesWith(changes: Partial<Services> = {}): Promise<Services & { readonly logger: ListLog }> {
  const now = changes.now ?? (() => noon);
  return {
    dataset,
    dataDigest: null,
    data: { state: 'current', withdrawn: [] },
    store: await folderStore(now),
    rendererVersion: rendererVersionOf('default'),
    loadRenderer: renderer,
    measure: () => {},
    now,
    version: '1.2.3',
    ...changes,
    logger: new ListLog(),
  };
}

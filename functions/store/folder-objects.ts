import { createHash, randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import type { ObjectStore, VersionedObject, WriteCondition } from './objects.ts';
import { StoreUnavailableError } from './store.ts';

/** For so long a writer that died may hold the lock of an object, in milliseconds. */
const lockLifetime = 10_000;

/** Keeps objects in a folder on disk: a whole file appears at once, and one writer at a time replaces it. */
export class FolderObjects implements ObjectStore {
  private readonly folder: string;
  private readonly now: () => Date;

  constructor(folder: string, now: () => Date) {
    this.folder = folder;
    this.now = now;
  }

  async get(path: string, knownEtag?: string): Promise<VersionedObject | 'unchanged' | null> {
    try {
      const bytes = await readFile(join(this.folder, path));
      const etag = etagOf(bytes);
      return etag === knownEtag ? 'unchanged' : { bytes, etag };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw unavailable('read', path, error);
    }
  }

  async put(path: string, bytes: Uint8Array, condition: WriteCondition): Promise<'written' | 'refused'> {
    const file = join(this.folder, path);
    const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
    try {
      await makeFolder(dirname(file));
      await writeFile(draft, bytes, { flag: 'wx', flush: true });
      return condition.only === 'new' ? await create(draft, file) : await this.replace(draft, path, condition.etag);
    } catch (error) {
      throw unavailable('write', path, error);
    } finally {
      await rm(draft, { force: true });
    }
  }

  private async replace(draft: string, path: string, etag: string): Promise<'written' | 'refused'> {
    const file = join(this.folder, path);
    const lock = `${file}.lock`;
    if ((await create(draft, lock)) === 'refused') {
      await breakOldLock(lock, this.now());
      return 'refused';
    }
    try {
      const current = await this.get(path);
      if (current === null || current === 'unchanged' || current.etag !== etag) return 'refused';
      await rename(draft, file);
      return 'written';
    } finally {
      await rm(lock, { force: true });
    }
  }
}

/** Gives a finished file its name unless the name is taken. */
async function create(draft: string, file: string): Promise<'written' | 'refused'> {
  try {
    await link(draft, file);
    return 'written';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'refused';
    throw error;
  }
}

async function breakOldLock(lock: string, now: Date): Promise<void> {
  const found = await stat(lock).catch(() => null);
  if (found && now.getTime() - found.mtimeMs > lockLifetime) await rm(lock, { force: true });
}

function etagOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function unavailable(what: string, path: string, cause: unknown): StoreUnavailableError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreUnavailableError(`could not ${what} ${path}: ${reason}`, { cause });
}

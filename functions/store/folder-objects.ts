import { createHash, randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import {
  type LinkRequest,
  type ObjectDescription,
  type ObjectHead,
  type ObjectStore,
  type SignedLink,
  StoreUnavailableError,
  type VersionedObject,
  type WriteCondition,
} from './objects.ts';
import { type Permission, signPath, verifyLink } from './signature.ts';

/** What a folder of objects needs beside its folder: a clock, and the address under which its files are served. */
export interface FolderOptions {
  readonly now: () => Date;
  /** The address of the server that serves the links, without a slash at its end; `http://localhost` by default. */
  readonly address?: () => string;
}

/** What a disk without hard links, such as exFAT, says when one is asked for. */
const withoutLinks: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** A writer that died holds the lock of an object for at most this long, in milliseconds. */
const lockLifetime = 10_000;

/**
 * Keeps objects in a folder on disk, the facts of each in a `.json` file beside it. A file appears at once and whole, and
 * one writer at a time replaces it. Links are signed by a secret of the folder.
 */
export class FolderObjects implements ObjectStore {
  private readonly folder: string;
  private readonly now: () => Date;
  private readonly address: () => string;
  private secret: Promise<Buffer> | undefined;

  constructor(folder: string, { now, address = () => 'http://localhost' }: FolderOptions) {
    this.folder = folder;
    this.now = now;
    this.address = address;
  }

  async get(path: string, knownEtag?: string): Promise<VersionedObject | 'unchanged' | null> {
    try {
      const bytes = await unlessMissing(readFile(this.fileOf(path)));
      if (bytes === null) return null;
      const etag = createHash('sha256').update(bytes).digest('hex');
      return etag === knownEtag ? 'unchanged' : { bytes, etag };
    } catch (error) {
      throw unavailable('read', path, error);
    }
  }

  /** Writes the facts first: an object that is there has them. */
  async put(
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
    description?: ObjectDescription,
  ): Promise<'written' | 'refused'> {
    const file = this.fileOf(path);
    try {
      if (description) {
        await writeWhole(`${file}.json`, Buffer.from(description.facts), (draft) => rename(draft, `${file}.json`));
      }
      return await writeWhole(file, bytes, (draft) =>
        condition.only === 'new' ? this.create(draft, file) : this.replace(draft, path, condition.etag),
      );
    } catch (error) {
      throw unavailable('write', path, error);
    }
  }

  async head(path: string): Promise<ObjectHead | null> {
    const file = this.fileOf(path);
    try {
      const [found, facts] = await Promise.all([
        unlessMissing(stat(file)),
        unlessMissing(readFile(`${file}.json`, 'utf8')),
      ]);
      return found && { bytes: found.size, created: found.mtime, facts };
    } catch (error) {
      throw unavailable('read', path, error);
    }
  }

  /** Lists everything in a folder: the folders in it and the files with facts too. */
  async list(prefix: string): Promise<readonly string[]> {
    try {
      const files = await unlessMissing(readdir(this.fileOf(prefix), { recursive: true }));
      return (files ?? []).map((file) => `${prefix}${file.replaceAll('\\', '/')}`);
    } catch (error) {
      throw unavailable('list', prefix, error);
    }
  }

  async sign(path: string, { expiresInSeconds, fileName }: LinkRequest): Promise<SignedLink> {
    const expires = Math.floor(this.now().getTime() / 1000) + expiresInSeconds;
    const query = signPath(await this.secretOfFolder(), { path, expires, fileName });
    return { url: `${this.address()}/files/${path}?${query}`, expiresAt: new Date(expires * 1000) };
  }

  /** What a link to a path allows by its query, now; else why it is refused. */
  async verify(path: string, query: URLSearchParams): Promise<Permission | 'expired' | 'forged'> {
    return verifyLink(await this.secretOfFolder(), path, query, this.now());
  }

  /** A disk has no deadline. */
  deadline(): AbortSignal {
    return new AbortController().signal;
  }

  /** The secret that signs links: made once and kept in the folder, readable by its owner alone. */
  private secretOfFolder(): Promise<Buffer> {
    this.secret ??= this.readSecret().catch((error: unknown) => {
      this.secret = undefined;
      throw unavailable('read', 'the secret of links', error);
    });
    return this.secret;
  }

  /** The secret of the first process that made one. */
  private async readSecret(): Promise<Buffer> {
    const file = this.fileOf('link-secret');
    await writeWhole(file, randomBytes(32), (draft) => this.create(draft, file), 0o600);
    return createHash('sha256')
      .update(await readFile(file))
      .digest();
  }

  /** Gives a finished draft its name unless the name is taken. */
  private async create(draft: string, file: string): Promise<'written' | 'refused'> {
    try {
      await link(draft, file);
      return 'written';
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return 'refused';
      if (withoutLinks.includes(codeOf(error))) return this.createByClaim(draft, file);
      throw error;
    }
  }

  /**
   * The same on a disk without hard links: the one who holds the claim may look whether the name is taken, and rename.
   * All writers on such a disk come here, one after the other.
   */
  private async createByClaim(draft: string, file: string): Promise<'written' | 'refused'> {
    const claim = `${file}.claim`;
    while (!(await isMadeNew(claim))) {
      await breakOldLock(claim, this.now());
      await setTimeout(10);
    }
    try {
      if ((await unlessMissing(stat(file))) !== null) return 'refused';
      await rename(draft, file);
      return 'written';
    } finally {
      await rm(claim, { force: true });
    }
  }

  /** Puts a finished draft in the place of an object if that has not changed. */
  private async replace(draft: string, path: string, etag: string): Promise<'written' | 'refused'> {
    const file = this.fileOf(path);
    const lock = `${file}.lock`;
    if (!(await isMadeNew(lock))) {
      await breakOldLock(lock, this.now());
      return 'refused';
    }
    try {
      if ((await this.get(path, etag)) !== 'unchanged') return 'refused';
      await rename(draft, file);
      return 'written';
    } finally {
      await rm(lock, { force: true });
    }
  }

  private fileOf(path: string): string {
    return join(this.folder, path);
  }
}

/**
 * Writes a draft beside a file, waits until it is on the disk, and lets `finish` give it its name: nobody ever reads
 * half of the file.
 */
async function writeWhole<T>(
  file: string,
  bytes: Uint8Array,
  finish: (draft: string) => Promise<T>,
  mode = 0o644,
): Promise<T> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
  await makeFolder(dirname(file));
  try {
    await writeFile(draft, bytes, { flag: 'wx', flush: true, mode });
    return await finish(draft);
  } finally {
    await rm(draft, { force: true }).catch(() => {}); // a draft that stays there is never read
  }
}

/** Makes an empty file; false when it is there already. */
async function isMadeNew(file: string): Promise<boolean> {
  try {
    await writeFile(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function breakOldLock(lock: string, now: Date): Promise<void> {
  const found = await stat(lock).catch(() => null);
  if (found && now.getTime() - found.mtimeMs > lockLifetime) await rm(lock, { force: true });
}

/** What a file or folder has; null when it is not there. */
async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function unavailable(what: string, path: string, cause: unknown): StoreUnavailableError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreUnavailableError(`could not ${what} ${path}: ${reason}`, { cause });
}

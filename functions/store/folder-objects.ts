import { createHash, randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import {
  type LinkRequest,
  type ListedObject,
  type ObjectDescription,
  type ObjectHead,
  type ObjectStore,
  type SignedLink,
  StoreUnavailableError,
  type VersionedObject,
  type WriteCondition,
} from './objects.ts';
import { type Permission, signPath, verifyLink } from './signature.ts';

/** Options of {@link FolderObjects}. */
export interface FolderOptions {
  readonly now: () => Date;
  /**
   * The address of the server for the links, without a slash at its end.
   * @default http://localhost
   */
  readonly address?: () => string;
}

/** What a disk without hard links, such as exFAT, says when one is asked for. */
const withoutLinks: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** After this time the lock of a writer that died is removed, in milliseconds. */
const lockLifetime = 10_000;

/**
 * Keeps objects in a folder on disk, the facts of each in a `.json` file beside it. A file is never visible in part,
 * and only one writer at a time replaces it. A secret in the folder signs the links.
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

  /** The facts get their name before the object does, so that every object has its facts; neither does on a full disk. */
  async put(
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
    description?: ObjectDescription,
  ): Promise<Date | 'refused'> {
    const file = this.fileOf(path);
    try {
      return await writeWhole(file, bytes, async (draft) => {
        if (description) {
          await writeWhole(`${file}.json`, Buffer.from(description.facts), (facts) => rename(facts, `${file}.json`));
        }
        // Its name does not change the date of a file.
        const { mtime } = await stat(draft);
        const outcome = await (condition.only === 'new'
          ? this.create(draft, file)
          : this.replace(draft, path, condition.etag));
        return outcome === 'written' ? mtime : 'refused';
      });
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

  /** Lists everything in a folder, including folders and the files with facts. */
  async list(prefix: string): Promise<readonly ListedObject[]> {
    try {
      const files = await unlessMissing(readdir(this.fileOf(prefix), { recursive: true }));
      return (files ?? []).map((file) => ({ path: `${prefix}${file.replaceAll('\\', '/')}`, version: null }));
    } catch (error) {
      throw unavailable('list', prefix, error);
    }
  }

  async sign(path: string, { expiresInSeconds, fileName }: LinkRequest): Promise<SignedLink> {
    const expires = Math.floor(this.now().getTime() / 1000) + expiresInSeconds;
    const query = signPath(await this.secretOfFolder(), { path, expires, fileName });
    return { url: `${this.address()}/files/${path}?${query}`, expiresAt: new Date(expires * 1000) };
  }

  /** Checks a link now: gives what it permits, or the reason why it is refused. */
  async verify(path: string, query: URLSearchParams): Promise<Permission | 'expired' | 'forged'> {
    return verifyLink(await this.secretOfFolder(), path, query, this.now());
  }

  /** Begins nothing: what links need is in the folder. */
  prepareLinks(): void {}

  /** A signal that never fires: a disk needs no deadline. */
  deadline(): AbortSignal {
    return new AbortController().signal;
  }

  /** The secret for signing links. It is made once and kept in the folder, readable only by its owner. */
  private secretOfFolder(): Promise<Buffer> {
    this.secret ??= this.readSecret().catch((error: unknown) => {
      this.secret = undefined;
      throw unavailable('read', 'the secret of links', error);
    });
    return this.secret;
  }

  /** Reads the secret. When several processes make one, the first one is kept. */
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

  /** Replaces an object with a finished draft if the object has not changed. */
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
 * Writes a draft beside a file, flushes it to disk, and lets `finish` move it to its final name. So a reader never sees
 * half of a file.
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
    await rm(draft, { force: true }).catch(() => {}); // a remaining draft is never read
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

/** The result of a file operation; null when the file or folder does not exist. */
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

import { createHash, randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { signPath } from './signature.ts';
import {
  type BriefingFacts,
  type BriefingKey,
  type BriefingPage,
  type BriefingStore,
  briefingsPrefix,
  keyOf,
  type LinkRequest,
  type ListRequest,
  pageOf,
  pathOf,
  type SignedLink,
  type StoredBriefing,
  StoreUnavailableError,
} from './store.ts';

/** What a folder store needs beside its folder: a clock, and the address under which its files are served. */
export interface FolderStoreOptions {
  readonly now: () => Date;
  /** The address of the server that serves the links, without a slash at its end. */
  readonly address: () => string;
}

/** Keeps briefings in a folder on disk, with links that are signed by a secret of the folder. */
export class FolderStore implements BriefingStore {
  private readonly folder: string;
  private readonly options: FolderStoreOptions;
  private secret: Promise<Buffer> | undefined;

  constructor(folder: string, options: FolderStoreOptions) {
    this.folder = folder;
    this.options = options;
  }

  /** Writes the facts, then the file under a name of its own, and gives it its real name only when it is whole. */
  async put(key: BriefingKey, pdf: Uint8Array, facts: BriefingFacts): Promise<'created' | 'existed'> {
    const path = this.fileOf(key);
    const draft = draftOf(path);
    try {
      await makeFolder(dirname(path));
      await writeWhole(`${draft}.json`, Buffer.from(JSON.stringify(facts)));
      await rename(`${draft}.json`, `${path}.json`);
      await writeWhole(draft, pdf);
      await link(draft, path);
      return 'created';
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return 'existed';
      throw new StoreUnavailableError(`could not write ${path}: ${messageOf(error)}`, { cause: error });
    } finally {
      await discard(draft);
      await discard(`${draft}.json`);
    }
  }

  async head(key: BriefingKey): Promise<StoredBriefing | null> {
    const path = this.fileOf(key);
    try {
      const [{ size, mtime }, facts] = await Promise.all([stat(path), readFile(`${path}.json`, 'utf8')]);
      return { key, bytes: size, created: mtime, ...(JSON.parse(facts) as BriefingFacts) };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw new StoreUnavailableError(`could not read ${path}: ${messageOf(error)}`, { cause: error });
    }
  }

  async list(request: ListRequest): Promise<BriefingPage> {
    const { taken, next } = pageOf(await this.paths(), request);
    const found = await Promise.all(taken.flatMap((path) => keyOf(path) ?? []).map((key) => this.head(key)));
    return { briefings: found.filter((briefing) => briefing !== null), next };
  }

  async link(key: BriefingKey, { expiresInSeconds, fileName }: LinkRequest): Promise<SignedLink> {
    const expires = Math.floor(this.options.now().getTime() / 1000) + expiresInSeconds;
    const query = signPath(await this.secretOfFolder(), { path: pathOf(key), expires, fileName });
    return { url: `${this.options.address()}/files/${pathOf(key)}?${query}`, expiresAt: new Date(expires * 1000) };
  }

  /** The bytes of a briefing; null when there is none. */
  async read(key: BriefingKey): Promise<Uint8Array | null> {
    try {
      return await readFile(this.fileOf(key));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** The secret that signs links: made once and kept beside the briefings, readable by its owner alone. */
  secretOfFolder(): Promise<Buffer> {
    this.secret ??= this.readSecret().catch((error: unknown) => {
      this.secret = undefined;
      throw new StoreUnavailableError(`could not read the secret of links: ${messageOf(error)}`, { cause: error });
    });
    return this.secret;
  }

  /** Like a briefing, the secret gets its name only when it is whole: no other process ever reads half of it. */
  private async readSecret(): Promise<Buffer> {
    const path = join(this.folder, 'link-secret');
    const draft = draftOf(path);
    await makeFolder(this.folder);
    try {
      await writeWhole(draft, randomBytes(32), 0o600);
      await link(draft, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      await discard(draft);
    }
    return createHash('sha256')
      .update(await readFile(path))
      .digest();
  }

  private fileOf(key: BriefingKey): string {
    return join(this.folder, pathOf(key));
  }

  private async paths(): Promise<readonly string[]> {
    try {
      const files = await readdir(join(this.folder, briefingsPrefix), { recursive: true });
      return files.map((file) => `${briefingsPrefix}${file.replaceAll('\\', '/')}`);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw new StoreUnavailableError(`could not list ${this.folder}: ${messageOf(error)}`, { cause: error });
    }
  }
}

/** A name beside a path that no one else has. */
function draftOf(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.part`;
}

/** Removes a draft; where that fails it lies there unseen and does no harm. */
async function discard(draft: string): Promise<void> {
  await rm(draft, { force: true }).catch(() => {});
}

/** Writes a file and waits until it is on the disk. */
async function writeWhole(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { createHash, randomBytes } from 'node:crypto';
import { type ObjectStore, StoreUnavailableError } from '../store/index.ts';
import type { NewShare, Share } from './share.ts';

/** The prefix of all shares, in every store. */
export const sharesPrefix = 'shares/';

/** The random bytes of a token: 144 bits, and no padding in base64. */
const tokenBytes = 18;

/** How many shares of a list are read at once. */
const reads = 25;

/** How often a revocation is tried when another write comes between. */
const attempts = 3;

/** A new share with its token, which is known here and never again. */
export interface CreatedShare {
  readonly token: string;
  readonly share: Share;
}

/** A share as it was read, with the ETag by which it can be changed. */
export interface FoundShare {
  readonly share: Share;
  readonly etag: string;
}

/**
 * Keeps shares in an object store, each under the SHA-256 of its token, so that neither the store nor its backups can
 * open one. Every call rejects with a `StoreUnavailableError` when the store gives no usable response.
 */
export class Shares {
  private readonly objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.objects = objects;
  }

  /** Makes a share with a new token. */
  async create(asked: NewShare, now: Date): Promise<CreatedShare> {
    const token = randomBytes(tokenBytes).toString('base64url');
    const share: Share = { ...asked, id: idOf(token), created: now, revoked: null };
    const outcome = await this.objects.put(pathOf(share.id), bytesOf(share), { only: 'new' });
    // If the response to a write was lost, the retry is refused because of our own first write.
    if (outcome === 'refused' && (await this.read(share.id)) === null) {
      throw new StoreUnavailableError('the share was refused, and is not there');
    }
    return { token, share };
  }

  /**
   * The share of a token; null when there is none. Whatever the text is, it is hashed and looked up once, so that time
   * does not tell how near it comes to a real one.
   */
  async find(token: string): Promise<Share | null> {
    return (await this.read(idOf(token)))?.share ?? null;
  }

  /** All shares, the newest first; those that ended or were revoked too. */
  async list(): Promise<readonly Share[]> {
    const listed = await this.objects.list(sharesPrefix);
    const ids = listed.flatMap(({ path }) => /^shares\/([0-9a-f]{64})\.json$/.exec(path)?.[1] ?? []);
    const shares: Share[] = [];
    for (let at = 0; at < ids.length; at += reads) {
      const found = await Promise.all(ids.slice(at, at + reads).map((id) => this.read(id)));
      shares.push(...found.flatMap((one) => one?.share ?? []));
    }
    return shares.toSorted((a, b) => b.created.getTime() - a.created.getTime() || (a.id < b.id ? -1 : 1));
  }

  /** Closes a share for good. Gives it as it is now; null when there is none with this id. */
  async revoke(id: string, now: Date): Promise<Share | null> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const found = await this.read(id);
      if (found === null) return null;
      if (found.share.revoked !== null) return found.share;
      const revoked: Share = { ...found.share, revoked: now };
      const outcome = await this.objects.put(pathOf(id), bytesOf(revoked), { only: 'unchanged', etag: found.etag });
      if (outcome !== 'refused') return revoked;
    }
    throw new StoreUnavailableError('the share was changed by others at the same time');
  }

  private async read(id: string): Promise<FoundShare | null> {
    const found = await this.objects.get(pathOf(id));
    if (found === null || found === 'unchanged') return null;
    return { share: shareOf(id, found.bytes), etag: found.etag };
  }
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function pathOf(id: string): string {
  return `${sharesPrefix}${id}.json`;
}

function bytesOf({ id: _, ...stored }: Share): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(stored));
}

/** Reads a stored share: what `JSON.stringify` makes of it has dates as text. */
function shareOf(id: string, bytes: Uint8Array): Share {
  try {
    const { created, endsAt, revoked, ...rest } = JSON.parse(new TextDecoder().decode(bytes)) as Share;
    const dates = { created: new Date(created), endsAt: new Date(endsAt), revoked: revoked && new Date(revoked) };
    return { ...rest, ...dates, id };
  } catch (cause) {
    throw new StoreUnavailableError('a share is not JSON', { cause });
  }
}

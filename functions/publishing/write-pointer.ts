import { setTimeout as pause } from 'node:timers/promises';
import { attempts, type ObjectStore, StoreUnavailableError, type WriteCondition } from '../store/index.ts';
import { type Pointer, pointerBytes, pointerPath, readPointer } from './versions.ts';

/** Someone else published at the same time. Their version is current, and ours is not. */
export class PublishConflictError extends Error {
  override readonly name = 'PublishConflictError';
}

/** The current pointer with its ETag; null when nothing was published. */
export type Current = { readonly pointer: Pointer; readonly etag: string } | null;

/** The current pointer with its ETag; null when nothing was ever published. */
export async function currentPointer(objects: ObjectStore): Promise<Current> {
  const found = await objects.get(pointerPath);
  return found === null || found === 'unchanged' ? null : { pointer: readPointer(found), etag: found.etag };
}

/**
 * Writes a pointer in place of the one that was read, on condition that it is still there. The store can refuse because
 * someone else is writing (S3 answers 409), and they may still fail: while the pointer is unchanged, the write is tried
 * again. Throws a {@link PublishConflictError} when it has changed, and a {@link StoreUnavailableError} that says what
 * became of the pointer when the store gives no answer.
 */
export async function writePointer(pointer: Pointer, from: Current, objects: ObjectStore): Promise<Pointer> {
  const condition: WriteCondition = from ? { only: 'unchanged', etag: from.etag } : { only: 'new' };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome = await objects.put(pointerPath, pointerBytes(pointer), condition).catch(unlessAnswered);
    if (outcome instanceof Date) return pointer;
    const now = await currentPointer(objects).catch((error: unknown) => {
      throw new StoreUnavailableError(
        `It is not known whether version ${pointer.version} became current, because the store answers no more. Look with npm run data:history, and try again`,
        { cause: unlessAnswered(error) },
      );
    });
    // If the answer to a write was lost, it was written all the same, and a retry is refused because of it.
    if (now?.pointer.digest === pointer.digest && now.pointer.since === pointer.since) return pointer;
    if (outcome instanceof StoreUnavailableError) throw outcome;
    if (now?.etag !== from?.etag) throw new PublishConflictError(conflict(now));
    await pause(Math.random() * 100 * 2 ** attempt);
  }
  throw new PublishConflictError(
    'Another publication has been in progress all the time, and nothing has changed yet. Look with npm run data:history, and try again.',
  );
}

/** The error of a store that does not answer; any other is thrown on. */
function unlessAnswered(error: unknown): StoreUnavailableError {
  if (error instanceof StoreUnavailableError) return error;
  throw error;
}

function conflict(now: Current): string {
  const { version = 'unknown', digest = null, since = 'now' } = now?.pointer ?? {};
  return (
    `Another version was published meanwhile: ${version} (${digest?.slice(0, 12) ?? '–'}), since ${since}. ` +
    'It stays current. Add what it has to your package, and publish again.'
  );
}

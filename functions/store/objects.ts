/** An object with the mark that changes whenever it does. */
export interface VersionedObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** What is known of an object without reading it. */
export interface ObjectHead {
  /** Its length. */
  readonly bytes: number;
  readonly created: Date;
  /** The text that was put with it; null when there was none. */
  readonly facts: string | null;
}

/** What an object is put with beside its bytes. */
export interface ObjectDescription {
  /** The media type. */
  readonly contentType: string;
  /** A text that is read without the object. S3 takes two kilobytes, with every character percent-encoded. */
  readonly facts: string;
}

/** What must hold for a write: that nothing is there, or that what is there has not changed. */
export type WriteCondition = { readonly only: 'new' } | { readonly only: 'unchanged'; readonly etag: string };

/** How a link is asked for: for how long, and under which name the file is saved. */
export interface LinkRequest {
  readonly expiresInSeconds: number;
  readonly fileName: string;
}

/** A link that anyone can follow until it expires. */
export interface SignedLink {
  readonly url: string;
  /** The instant from which it is refused; never later than the credentials that signed it. */
  readonly expiresAt: Date;
}

/**
 * Keeps objects by path. Every write has a condition, and of several writers one wins; what is half written is never
 * seen. All but `deadline` reject with a {@link StoreUnavailableError} when they get no usable answer.
 */
export interface ObjectStore {
  /** An object; null when there is none, `unchanged` when its mark is the one that is known already. */
  get(path: string, knownEtag?: string): Promise<VersionedObject | 'unchanged' | null>;
  /** Writes if the condition holds; says whether it did. */
  put(
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
    description?: ObjectDescription,
  ): Promise<'written' | 'refused'>;
  /** What is known of an object; null when there is none. */
  head(path: string, signal?: AbortSignal): Promise<ObjectHead | null>;
  /** The paths that begin with a prefix, in any order; the prefix ends with a slash. */
  list(prefix: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** A link to an object, whether or not it is there. */
  sign(path: string, request: LinkRequest & Pick<ObjectDescription, 'contentType'>): Promise<SignedLink>;
  /** A signal for calls that belong together: all of them have the time of one call. */
  deadline(): AbortSignal;
}

/** A store that did not answer, or answered wrongly: worth another try later. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

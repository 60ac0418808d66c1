/** An object with its ETag, which changes whenever the object does. */
export interface VersionedObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** The facts about an object, which are read without its content. */
export interface ObjectHead {
  /** Its length. */
  readonly bytes: number;
  readonly created: Date;
  /** The text that was stored with it; null when there was none. */
  readonly facts: string | null;
}

/** An object in a list. */
export interface ListedObject {
  readonly path: string;
  /** Another one whenever the object was written again; null where lists do not tell. */
  readonly version: string | null;
}

/** The description that is stored with an object. */
export interface ObjectDescription {
  /** The media type. */
  readonly contentType: string;
  /** A text that can be read without the object. S3 allows two kilobytes, with every character percent-encoded. */
  readonly facts: string;
}

/** What is known of an object before it is looked up. */
export interface LookUp {
  /** It is probably not there. A store that then needs a second call to be sure makes both at once. */
  readonly likelyMissing?: boolean;
  /** Ends the call early. */
  readonly signal?: AbortSignal;
}

/** The condition of a write: the object does not exist, or has not changed. */
export type WriteCondition = { readonly only: 'new' } | { readonly only: 'unchanged'; readonly etag: string };

/** The lifetime of a link, and the file name under which the object is saved. */
export interface LinkRequest {
  readonly expiresInSeconds: number;
  readonly fileName: string;
  /** The request that asks for the link, so that an access log can lead from a download back to the caller. */
  readonly requestId?: string;
}

/** A link that anyone can follow until it expires. */
export interface SignedLink {
  readonly url: string;
  /** The instant from which the link is refused; never later than the expiry of the credentials that signed it. */
  readonly expiresAt: Date;
}

/**
 * Keeps objects by path. Every write has a condition, so that only one of several writers succeeds. Partly written
 * objects are never visible. All calls that give a promise reject with a {@link StoreUnavailableError} when they get no
 * usable response.
 */
export interface ObjectStore {
  /** An object; null when it does not exist, `unchanged` when it still has the known ETag. */
  get(path: string, knownEtag?: string, lookUp?: LookUp): Promise<VersionedObject | 'unchanged' | null>;
  /** Writes an object if the condition holds. Gives its date, as {@link head} will give it, else `refused`. */
  put(
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
    description?: ObjectDescription,
  ): Promise<Date | 'refused'>;
  /** The facts about an object; null when it does not exist. */
  head(path: string, lookUp?: LookUp): Promise<ObjectHead | null>;
  /** The objects whose paths begin with a prefix, in any order. The prefix ends with a slash. */
  list(prefix: string, signal?: AbortSignal): Promise<readonly ListedObject[]>;
  /** A link to an object, which need not exist. */
  sign(path: string, request: LinkRequest & Pick<ObjectDescription, 'contentType'>): Promise<SignedLink>;
  /**
   * Begins to fetch what a link of this lifetime needs, so that it is there when the link is signed. The next `sign`
   * gives the outcome, also when it failed.
   */
  prepareLinks(expiresInSeconds: number): void;
  /** A signal that gives several calls together the time of one call. */
  deadline(): AbortSignal;
}

/** The store gave no response, or a wrong one. A later retry may succeed. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

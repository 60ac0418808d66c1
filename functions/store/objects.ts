/** An object with the mark that changes whenever it does. */
export interface VersionedObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** What must hold for a write: that nothing is there, or that what is there has not changed. */
export type WriteCondition = { readonly only: 'new' } | { readonly only: 'unchanged'; readonly etag: string };

/** Keeps objects by path; every write has a condition, and of several writers one wins. */
export interface ObjectStore {
  /** An object; null when there is none, `unchanged` when its mark is the one that is known already. */
  get(path: string, knownEtag?: string): Promise<VersionedObject | 'unchanged' | null>;
  /** Writes if the condition holds; tells whether it did. */
  put(path: string, bytes: Uint8Array, condition: WriteCondition): Promise<'written' | 'refused'>;
}

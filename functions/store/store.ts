/** What a stored briefing is found by: its edition, its language, and the digest of all that it was made from. */
export interface BriefingKey {
  /** `YYYY-MM`. */
  readonly edition: string;
  /** Two letters, ISO 639-1. */
  readonly language: string;
  /** Hexadecimal, 16 digits. */
  readonly digest: string;
}

/** What is known of a briefing without opening it. */
export interface BriefingFacts {
  readonly title: string;
  readonly pages: number;
  readonly sha256: string;
  readonly data: DataFacts;
}

/** What a briefing's data are: their version, how new they are, and how many figures its edition brought. */
export interface DataFacts {
  readonly version: string;
  /** The digest of their published package; null for those that came with the code, absent in older briefings. */
  readonly digest?: string | null;
  /** The newest reference period, such as `2021-01/2021-05`. */
  readonly newestPeriod: string;
  /** The day of the newest publication. */
  readonly newestPublished: string;
  readonly newFigures: number;
}

/** A briefing in the store. */
export interface StoredBriefing extends BriefingFacts {
  readonly key: BriefingKey;
  readonly bytes: number;
  readonly created: Date;
}

/** A link that anyone can follow until it expires. */
export interface SignedLink {
  readonly url: string;
  /** The instant from which it is refused; never later than the credentials that signed it. */
  readonly expiresAt: Date;
}

/** How a link is asked for: for how long, and under which name the file is saved. */
export interface LinkRequest {
  readonly expiresInSeconds: number;
  readonly fileName: string;
}

/** Which briefings to list, from where on, and how many at most. */
export interface ListRequest {
  readonly edition?: string;
  readonly language?: string;
  readonly limit: number;
  /** The key after which to go on, as an earlier page gave it. */
  readonly after?: string;
}

/** One page of a list, the newest edition first. */
export interface BriefingPage {
  readonly briefings: readonly StoredBriefing[];
  /** What to ask for to go on; null on the last page. */
  readonly next: string | null;
}

/** Keeps briefings. Nothing that it keeps is ever changed; what is half written is never seen. */
export interface BriefingStore {
  /** Keeps a briefing unless its key is taken; tells which of the two it was. */
  put(key: BriefingKey, pdf: Uint8Array, facts: BriefingFacts): Promise<'created' | 'existed'>;
  /** What is known of a briefing; null when there is none. */
  head(key: BriefingKey): Promise<StoredBriefing | null>;
  list(request: ListRequest): Promise<BriefingPage>;
  link(key: BriefingKey, request: LinkRequest): Promise<SignedLink>;
}

/** A store that did not answer, or answered wrongly: worth another try later. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The folder of all briefings, in every store. */
export const briefingsPrefix = 'briefings/';

/** The path of a briefing in a store. */
export function pathOf({ edition, language, digest }: BriefingKey): string {
  return `${briefingsPrefix}${edition}/${language}/${digest}.pdf`;
}

/** The key that a path names; null when it names none. */
export function keyOf(path: string): BriefingKey | null {
  const match = /^briefings\/(\d{4}-(?:0[1-9]|1[0-2]))\/([a-z]{2})\/([0-9a-f]{16})\.pdf$/.exec(path);
  if (!match) return null;
  const [, edition = '', language = '', digest = ''] = match;
  return { edition, language, digest };
}

/** Orders paths for a list: the newest edition first, inside it by language and digest. */
export function inListOrder(a: string, b: string): number {
  const [first, second] = [a.split('/')[1] ?? '', b.split('/')[1] ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a < b ? -1 : Number(a > b);
}

/** The part of ordered paths that a list request asks for. */
export function pageOf(paths: readonly string[], { edition, language, limit, after }: ListRequest) {
  const wanted = paths
    .filter((path) => {
      const key = keyOf(path);
      return key !== null && (!edition || key.edition === edition) && (!language || key.language === language);
    })
    .toSorted(inListOrder)
    .filter((path) => after === undefined || inListOrder(path, after) > 0);
  const taken = wanted.slice(0, limit);
  return { taken, next: wanted.length > limit ? (taken.at(-1) ?? null) : null };
}

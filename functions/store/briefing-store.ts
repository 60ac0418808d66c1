import { type BriefingKey, briefingsPrefix, keyOf, pathOf } from './briefing-key.ts';
import {
  type LinkRequest,
  type ListedObject,
  type LookUp,
  type ObjectStore,
  type SignedLink,
  StoreUnavailableError,
} from './objects.ts';
import { mediaTypes, type Rendition } from './rendition.ts';

/** The facts of a briefing, which are read without opening it. */
export interface BriefingFacts {
  readonly title: string;
  /** Null where the format has none. */
  readonly pages: number | null;
  readonly sha256: string;
  readonly data: DataFacts;
}

/** The data of a briefing: their version, how recent they are, and how many figures are new in its edition. */
export interface DataFacts {
  readonly version: string;
  /** The digest of the published package; null for the data that come with the code, absent in older briefings. */
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

/** Which briefings to list, where to start, and how many at most. */
export interface ListRequest {
  readonly edition?: string;
  readonly language?: string;
  /** Absent: all of them. */
  readonly rendition?: Rendition;
  readonly limit: number;
  /** The path to continue after, from an earlier page. */
  readonly after?: string;
}

/** One page of a list, newest edition first. */
export interface BriefingPage {
  readonly briefings: readonly StoredBriefing[];
  /** The path for the next page; null on the last page. */
  readonly next: string | null;
}

/** How many briefings of a list are looked up at once. */
const lookups = 50;

/** What is known of briefings that were in a list, by path, as long as a list has them in the same version. */
export type ListedBriefings = Map<string, { readonly version: string; readonly briefing: StoredBriefing }>;

/** So many are remembered, which is a megabyte or two; with one more, all are forgotten. */
const mostListed = 2000;

/**
 * Keeps briefings in an object store and never changes them. Every call rejects with a {@link StoreUnavailableError}
 * when the store gives no usable response.
 */
export class BriefingStore {
  /** The store with the briefings. */
  readonly objects: ObjectStore;
  private readonly listed: ListedBriefings;

  /** `listed` is shared by the stores of one process. */
  constructor(objects: ObjectStore, listed: ListedBriefings = new Map()) {
    this.objects = objects;
    this.listed = listed;
  }

  /** Stores a briefing. Gives it as {@link head} will give it; null when its key existed. */
  async put(key: BriefingKey, file: Uint8Array, facts: BriefingFacts): Promise<StoredBriefing | null> {
    const description = { contentType: mediaTypes[key.rendition.format], facts: JSON.stringify(facts) };
    const created = await this.objects.put(pathOf(key), file, { only: 'new' }, description);
    return created === 'refused' ? null : { ...facts, key, bytes: file.length, created };
  }

  /** The facts of a briefing; null when it does not exist. */
  async head(key: BriefingKey, lookUp?: LookUp): Promise<StoredBriefing | null> {
    const head = await this.objects.head(pathOf(key), lookUp);
    if (head === null || head.facts === null) return null; // no facts: not written by us
    return { key, bytes: head.bytes, created: head.created, ...readFacts(head.facts) };
  }

  /** A page of the briefings of an edition, of a language, of a rendition or of all. */
  async list(request: ListRequest): Promise<BriefingPage> {
    const signal = this.objects.deadline();
    const { entries, next } = pageOf(await this.objects.list(prefixOf(request), signal), request);
    const briefings: StoredBriefing[] = [];
    for (let at = 0; at < entries.length; at += lookups) {
      const found = await Promise.all(entries.slice(at, at + lookups).map((entry) => this.headListed(entry, signal)));
      briefings.push(...found.filter((briefing) => briefing !== null));
    }
    return { briefings, next };
  }

  /** The facts of a briefing in a list; they are looked up once, because they change only with the object. */
  private async headListed({ key, path, version }: Entry, signal: AbortSignal): Promise<StoredBriefing | null> {
    const known = this.listed.get(path);
    if (version !== null && known?.version === version) return known.briefing;
    const briefing = await this.head(key, { signal });
    if (briefing === null || version === null) return briefing;
    if (this.listed.size >= mostListed) this.listed.clear();
    this.listed.set(path, { version, briefing });
    return briefing;
  }

  /** A link that saves a briefing under a file name. */
  link(key: BriefingKey, request: LinkRequest): Promise<SignedLink> {
    return this.objects.sign(pathOf(key), { ...request, contentType: mediaTypes[key.rendition.format] });
  }

  /** The bytes of a briefing; null when it does not exist. */
  async read(key: BriefingKey): Promise<Uint8Array | null> {
    const found = await this.objects.get(pathOf(key));
    return found === null || found === 'unchanged' ? null : found.bytes;
  }
}

function readFacts(json: string): BriefingFacts {
  try {
    return JSON.parse(json) as BriefingFacts;
  } catch (cause) {
    throw new StoreUnavailableError('the facts of a briefing are not JSON', { cause });
  }
}

function prefixOf({ edition, language }: ListRequest): string {
  return `${briefingsPrefix}${edition ? `${edition}/${language ? `${language}/` : ''}` : ''}`;
}

/** A briefing in a list, before it is looked up. */
interface Entry extends ListedObject {
  readonly key: BriefingKey;
}

/** The briefings in a list that match a request. */
function pageOf(listed: readonly ListedObject[], { edition, language, rendition, limit, after }: ListRequest) {
  const wanted = listed
    .flatMap((object): readonly Entry[] => {
      const key = keyOf(object.path);
      return key ? [{ ...object, key }] : [];
    })
    .filter(({ key }) => (!edition || key.edition === edition) && (!language || key.language === language))
    .filter(({ key }) => !rendition || key.rendition === rendition)
    .toSorted((a, b) => inListOrder(a.path, b.path))
    .filter(({ path }) => after === undefined || inListOrder(path, after) > 0);
  const taken = wanted.slice(0, limit);
  return { entries: taken, next: wanted.length > limit ? (taken.at(-1)?.path ?? null) : null };
}

/** Compares paths for a list: newest edition first, then by language and digest. */
function inListOrder(a: string, b: string): number {
  const [first, second] = [a.split('/')[1] ?? '', b.split('/')[1] ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a < b ? -1 : Number(a > b);
}

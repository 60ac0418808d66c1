import { type Dataset, dayInMinsk, loadDataset } from '../dataset/index.ts';
import { type ObjectStore, StoreUnavailableError } from '../store/index.ts';
import { type FormerVersion, type Pointer, pointerPath, readPointer, readVersion } from './versions.ts';

/** What the current dataset is chosen from. */
export interface DataSources {
  readonly objects: ObjectStore;
  /** The dataset that was deployed with the code, as of a day, `YYYY-MM-DD`. */
  readonly bundled: (today: string) => Promise<Dataset>;
  readonly now: () => Date;
  /** Called each time that the current version cannot be used; operators get an alarm while this goes on. */
  readonly refused: (reason: unknown) => void;
  /** Called when the store does not answer and older data serve readers for the moment. */
  readonly unavailable: (reason: unknown) => void;
}

/** A dataset, and what it is among the published versions. */
export interface ServedData {
  readonly dataset: Dataset;
  /** The digest of the published version; null for the data that come with the code. */
  readonly digest: string | null;
  /**
   * `current`: this is the current version. `refused`: the current version cannot be used, and this is the last good
   * one. `unavailable`: the store did not answer, and this is the last one that was read.
   */
  readonly state: 'current' | 'refused' | 'unavailable';
  /** The versions that were taken back. */
  readonly withdrawn: readonly FormerVersion[];
}

/**
 * The dataset that briefings are made from: the published version where there is one, the bundled one where there is
 * none. The pointer is asked for by its ETag, so that an unchanged version is read once; the ETag of a version that was
 * not loaded is never kept. A version that fails its checks is refused, and the last good one serves in its place.
 */
export class PublishedData {
  private readonly sources: DataSources;
  private loaded: { readonly data: ServedData; readonly etag: string } | undefined;
  private bundled: Promise<Dataset> | undefined;

  constructor(sources: DataSources) {
    this.sources = sources;
  }

  /**
   * The data for answers to readers. Where the store does not answer, those that were read last serve, and `state`
   * says so.
   */
  async serving(): Promise<ServedData> {
    try {
      return await this.required();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      this.sources.unavailable(error);
      const last = this.loaded?.data ?? (await this.bundledData());
      return { ...last, state: 'unavailable' };
    }
  }

  /**
   * The data for what is made and kept. Throws a {@link StoreUnavailableError} where the store does not answer: to try
   * again later is better than to make a month from the wrong data.
   */
  async required(): Promise<ServedData> {
    const { objects, refused } = this.sources;
    const found = await objects.get(pointerPath, this.loaded?.etag);
    if (found === 'unchanged' && this.loaded) return this.loaded.data;
    if (found === null || found === 'unchanged') return this.bundledData();
    let history: readonly FormerVersion[] = [];
    try {
      const pointer = readPointer(found);
      history = pointer.history;
      const data = await this.dataAt(pointer);
      this.loaded = { data, etag: found.etag };
      return data;
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      refused(error);
      return { ...(await this.lastGood(history)), state: 'refused' };
    }
  }

  private async dataAt({ digest, history }: Pointer): Promise<ServedData> {
    const withdrawn = history.filter((former) => former.withdrawn);
    if (digest === null) return { ...(await this.bundledData()), withdrawn };
    return { dataset: await this.datasetOf(digest), digest, state: 'current', withdrawn };
  }

  /** What was loaded before, else the version before the current one, else what comes with the code. */
  private async lastGood(history: readonly FormerVersion[]): Promise<ServedData> {
    if (this.loaded) return this.loaded.data;
    const former = history.find(({ withdrawn }) => !withdrawn)?.digest;
    if (!former) return this.bundledData();
    try {
      return { dataset: await this.datasetOf(former), digest: former, state: 'current', withdrawn: [] };
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      return this.bundledData();
    }
  }

  private async datasetOf(digest: string): Promise<Dataset> {
    return loadDataset(await readVersion(digest, this.sources.objects), this.today());
  }

  private async bundledData(): Promise<ServedData> {
    this.bundled ??= this.sources.bundled(this.today());
    return { dataset: await this.bundled, digest: null, state: 'current', withdrawn: [] };
  }

  private today(): string {
    return dayInMinsk(this.sources.now());
  }
}

import { type Dataset, dayInMinsk, loadDataset, restoreDataset } from '../dataset/index.ts';
import { type ObjectStore, StoreUnavailableError } from '../store/index.ts';
import { type FormerVersion, type Pointer, pointerPath, readPointer, readVersion, rowsChecked } from './versions.ts';

/** The sources of the current dataset. */
export interface DataSources {
  readonly objects: ObjectStore;
  /** The dataset that was deployed with the code, as of a day (`YYYY-MM-DD`). */
  readonly bundled: (today: string) => Promise<Dataset>;
  readonly now: () => Date;
  /** The version of the checks of this code. Rows that passed the same when they were published are not checked again. */
  readonly checks: string;
  /** Called each time that the current version cannot be used. Operators get an alarm while this continues. */
  readonly refused: (reason: unknown) => void;
  /** Called when the store does not answer and readers are served from older data. */
  readonly unavailable: (reason: unknown) => void;
}

/** A dataset and its state among the published versions. */
export interface ServedData {
  readonly dataset: Dataset;
  /** The digest of the published version; null for the data that come with the code. */
  readonly digest: string | null;
  /**
   * `current`: this is the current version. `refused`: the current version cannot be used; this is the last good one.
   * `unavailable`: the store did not answer; this is the last version that was read.
   */
  readonly state: 'current' | 'refused' | 'unavailable';
  /** The versions that were withdrawn by a roll-back. */
  readonly withdrawn: readonly FormerVersion[];
}

/**
 * Gives the dataset for briefings: the published version, or the bundled one when nothing was published. The pointer is
 * requested with its ETag, so that an unchanged version is read only once. It brings the rows with it, so that a new
 * process makes no second call. The ETag of a version that was not loaded is
 * never kept. A version that fails its checks is refused, and the last good one is used in its place.
 */
export class PublishedData {
  private readonly sources: DataSources;
  private loaded: { readonly data: ServedData; readonly etag: string } | undefined;
  private bundled: Promise<Dataset> | undefined;

  constructor(sources: DataSources) {
    this.sources = sources;
  }

  /**
   * The data for responses to readers. When the store does not answer, this is the data read last, and `state` says so.
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
   * The data for briefings that are made and kept. Throws a {@link StoreUnavailableError} when the store does not
   * answer: a later retry is better than a month made from the wrong data.
   */
  async required(): Promise<ServedData> {
    const { objects, refused } = this.sources;
    const found = await objects.get(pointerPath, this.loaded?.etag, { likelyMissing: this.loaded === undefined });
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

  private async dataAt(pointer: Pointer): Promise<ServedData> {
    const { digest, history } = pointer;
    const withdrawn = history.filter((former) => former.withdrawn);
    if (digest === null) return { ...(await this.bundledData()), withdrawn };
    const checked = rowsChecked(pointer, this.sources.checks);
    const dataset = checked ? restoreDataset(checked, this.today()) : await this.datasetOf(digest);
    return { dataset, digest, state: 'current', withdrawn };
  }

  /** The data that were loaded last, else the version before the current one, else the data that come with the code. */
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

import { type Dataset, loadDataset } from '../dataset/index.ts';
import type { ObjectStore } from '../store/index.ts';
import { pointerPath, readPointer, readVersion } from './versions.ts';

/** What the current dataset is chosen from. */
export interface DataSources {
  readonly objects: ObjectStore;
  /** The dataset that was deployed with the code, as of a day, `YYYY-MM-DD`. */
  readonly bundled: (today: string) => Promise<Dataset>;
  readonly now: () => Date;
  /** Told at each call that is served older data than are current, with why; operators are alarmed by it. */
  readonly refused: (reason: unknown) => void;
}

/**
 * The dataset that briefings are made from: the published version where there is one, the bundled one where there is
 * none. The pointer is asked for by its mark, so that an unchanged version is read once. A version that cannot be read
 * or fails its checks is refused; the last good one, the one before it or the bundled one serves instead.
 */
export class PublishedData {
  private readonly sources: DataSources;
  private etag: string | undefined;
  /** Why the version under the ETag does not serve; null when it does. */
  private refusal: { readonly reason: unknown } | null = null;
  private good: Dataset | undefined;
  private bundled: Promise<Dataset> | undefined;

  constructor(sources: DataSources) {
    this.sources = sources;
  }

  /** The dataset as of now. */
  async current(): Promise<Dataset> {
    const { objects, refused } = this.sources;
    try {
      const found = await objects.get(pointerPath, this.etag);
      if (found === 'unchanged' && this.good) {
        if (this.refusal) refused(this.refusal.reason);
        return this.good;
      }
      if (found === null || found === 'unchanged') return await this.bundledDataset();
      const { digest, previous } = readPointer(found);
      this.refusal = null;
      const dataset = await this.datasetOf(digest).catch(async (error: unknown) => {
        refused(error);
        this.refusal = { reason: error };
        return this.good ?? (previous ? this.datasetOf(previous).catch(() => null) : null);
      });
      this.good = dataset ?? (await this.bundledDataset());
      this.etag = found.etag;
      return this.good;
    } catch (error) {
      refused(error);
      return this.good ?? (await this.bundledDataset());
    }
  }

  private async datasetOf(digest: string): Promise<Dataset> {
    return loadDataset(await readVersion(digest, this.sources.objects), this.today());
  }

  private bundledDataset(): Promise<Dataset> {
    this.bundled ??= this.sources.bundled(this.today());
    return this.bundled;
  }

  private today(): string {
    return this.sources.now().toISOString().slice(0, 10);
  }
}

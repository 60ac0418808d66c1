import type { Edition, Language } from '../dataset/index.ts';
import type { Rendition, StoredBriefing } from '../store/index.ts';
import { briefingKey, type RenderServices } from './render-briefing.ts';

/** What is needed to find briefings. */
export interface FindServices extends RenderServices {
  readonly data: {
    /** The versions of the data that were rolled back. */
    readonly withdrawn: readonly { readonly digest: string | null; readonly version: string }[];
  };
}

/** A stored briefing, and whether the current data and renderer would give the same. */
export interface FoundBriefing {
  readonly edition: Edition;
  readonly language: Language;
  readonly briefing: StoredBriefing;
  readonly isCurrent: boolean;
}

/**
 * The first of some renditions of an edition that is there: the file from the current data and renderer; while that has
 * not been made, the newest from the current data, else the newest of all. Files from withdrawn data are never given.
 * Null when there is none.
 */
export async function findBriefing(
  edition: Edition,
  language: Language,
  wanted: readonly Rendition[],
  services: FindServices,
): Promise<FoundBriefing | null> {
  for (const rendition of wanted) {
    const current = await services.store.head(briefingKey(edition, language, rendition, services));
    const briefing = current ?? (await newestOf(edition, language, rendition, services));
    if (briefing) return { edition, language, briefing, isCurrent: current !== null };
  }
  return null;
}

async function newestOf(
  edition: Edition,
  language: Language,
  rendition: Rendition,
  services: FindServices,
): Promise<StoredBriefing | null> {
  const { briefings } = await services.store.list({ edition, language, rendition, limit: 100 });
  const kept = briefings.filter((briefing) => !isWithdrawn(briefing, services));
  const isOfCurrentData = ({ data }: StoredBriefing) => data.version === services.dataset.version;
  const [newest = null] = kept.toSorted(
    (a, b) => Number(isOfCurrentData(b)) - Number(isOfCurrentData(a)) || b.created.getTime() - a.created.getTime(),
  );
  return newest;
}

/** Whether the data of a briefing were withdrawn. Older briefings record the version of their data but no digest. */
function isWithdrawn({ data }: StoredBriefing, { data: { withdrawn }, dataset, dataDigest }: FindServices): boolean {
  if (data.digest !== undefined) {
    return data.digest !== dataDigest && withdrawn.some(({ digest }) => digest === data.digest);
  }
  return data.version !== dataset.version && withdrawn.some(({ version }) => version === data.version);
}

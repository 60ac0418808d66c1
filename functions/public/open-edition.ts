import { editionsOf, type FoundBriefing, findBriefing } from '../briefings/index.ts';
import { type Edition, parseEdition } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import type { Share } from '../shares/index.ts';
import type { Rendition } from '../store/index.ts';

/** How many editions are looked for before a share has nothing to show: a year of them. */
const tries = 12;

/**
 * What a share opens in a rendition: its own edition, else the newest that was made; null when there is none. Nothing is
 * rendered: whoever has an address can only be given what is there.
 */
export async function openEdition(
  share: Share,
  rendition: Rendition,
  services: Services,
): Promise<FoundBriefing | null> {
  for (const edition of editionsFor(share, services)) {
    const found = await findBriefing(edition, share.language, [rendition], services);
    if (found) return found;
  }
  return null;
}

/** The editions that a share may open, the wanted one first, then the newest. */
export function editionsFor(share: Share, { dataset, now }: Services): readonly Edition[] {
  const newestFirst = editionsOf(dataset, now()).toReversed();
  const own = share.edition === 'latest' ? null : parseEdition(share.edition);
  return [...(own ? [own] : []), ...newestFirst.filter((edition) => edition !== own)].slice(0, tries);
}

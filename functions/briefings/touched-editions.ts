import type { Dataset, Edition } from '../dataset/index.ts';
import { editionOf } from './edition-data.ts';
import { editionsOf } from './editions.ts';

/**
 * The editions at an instant whose data differ between two datasets, oldest first: their files are made anew when one
 * takes the place of the other. Without data before, these are all editions. What an edition knows the next one knows,
 * too: from the first edition that is touched on, all are. So it looks from the newest edition back, in ever longer
 * steps, and makes the data of few editions.
 */
export function touchedEditions(before: Dataset | null, after: Dataset, now: Date): readonly Edition[] {
  const editions = editionsOf(after, now);
  if (!before) return editions;
  const former = new Set(editionsOf(before, now));
  const isTouched = (back: number) => {
    const edition = editions[editions.length - 1 - back];
    if (!edition || !former.has(edition)) return true;
    return editionOf(before, edition).digest !== editionOf(after, edition).digest;
  };
  // Counted from the newest back, `touched` editions are, and from `same` on they are not.
  let [touched, same] = [0, editions.length];
  while (touched < same) {
    const isUnbounded = same === editions.length;
    const further = Math.min(Math.max(0, 2 * touched - 1), same - 1);
    const next = isUnbounded ? further : Math.floor((touched + same - 1) / 2);
    if (isTouched(next)) touched = next + 1;
    else same = next;
  }
  return editions.slice(editions.length - touched);
}

import type { Dataset, Edition } from '../dataset/index.ts';
import { editionOf } from './edition-data.ts';
import { editionsOf } from './editions.ts';

/**
 * The editions at an instant whose data differ between two datasets, oldest first: their files are made anew when one
 * takes the place of the other. Without data before, these are all editions.
 */
export function touchedEditions(before: Dataset | null, after: Dataset, now: Date): readonly Edition[] {
  const former = new Set(before ? editionsOf(before, now) : []);
  return editionsOf(after, now).filter(
    (edition) =>
      !before || !former.has(edition) || editionOf(before, edition).digest !== editionOf(after, edition).digest,
  );
}

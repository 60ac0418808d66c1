import { endOf, type Period, periodFrom, sinceJanuaryTo } from '../../dataset/index.ts';
import type { Series } from './series.ts';

/** Months without a bulletin between two of the same publisher. */
export interface MissingBulletins {
  /** The values since January that were not published, one for each month. */
  readonly periods: readonly Period[];
  /** The months that are known only together for it; null where nothing is known of them. */
  readonly together: Period | null;
}

/** The values since January that no flow has, between the first and the newest that one has. */
export function missingOf(series: readonly Series[]): readonly MissingBulletins[] {
  const ends = new Set(series.flatMap(({ figures }) => figures.map(endOf)));
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const missing: MissingBulletins[] = [];
  for (let end = first + 1; end < last; end += 1) {
    if (ends.has(end)) continue;
    const from = end;
    while (!ends.has(end + 1)) end += 1;
    const periods = Array.from({ length: end - from + 1 }, (_, index) => sinceJanuaryTo(from + index));
    const known = series.some(
      ({ line }) => line.placeOf(from - 1) !== null && line.placeOf(from - 1) === line.placeOf(end + 1),
    );
    missing.push({ periods, together: known ? periodFrom(from - 1, end + 2 - from) : null });
  }
  return missing;
}

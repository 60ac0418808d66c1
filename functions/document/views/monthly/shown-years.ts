import { endOf } from '../../../dataset/index.ts';
import { type Figure, thresholds } from '../../../figures/index.ts';

/** The values of the newest years that end in the month of the newest one and are as long, the oldest first. */
export function equalShares(shares: readonly Figure[]): readonly Figure[] {
  const newest = shares.at(-1);
  if (!newest) return [];
  return shares.filter(({ period }) => {
    const back = endOf(newest) - endOf({ period });
    return period.months === newest.period.months && back % 12 === 0 && back < 12 * thresholds.shownYears;
  });
}

/** The figures of the newest years, counted back from the newest one. */
export function newestYears(figures: readonly Figure[]): readonly Figure[] {
  const newest = figures.at(-1);
  return figures.filter((figure) => newest && endOf(newest) - endOf(figure) < 12 * thresholds.shownYears);
}

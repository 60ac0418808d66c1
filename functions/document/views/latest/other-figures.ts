import { lastMonth } from '../../../dataset/index.ts';
import type { Figure } from '../../../figures/index.ts';
import type { LatestContext } from './latest-context.ts';

/** As many other figures have room in their table. */
const mostOthers = 8;

/** Published figures of no series and not of the old breakdown, the newest first. */
export function otherFigures({ briefing }: LatestContext): readonly Figure[] {
  const inSeries = new Set(
    briefing.developments.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ figure }) => figure.key))),
  );
  return briefing.figures
    .filter(({ status, key, group }) => status === 'published' && group.startsWith('history') && !inSeries.has(key))
    .toSorted((a, b) => lastMonth(b.period) - lastMonth(a.period))
    .slice(0, mostOthers);
}

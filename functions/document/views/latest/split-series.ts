import { type Development, lastOf } from '../../../figures/index.ts';
import type { LatestContext } from './latest-context.ts';

/** The series on trade; those on business and cooperation have the page after it. */
const tradeSeries: readonly Development['id'][] = ['region', 'share', 'share_exports', 'exporters', 'growth'];

/** As many series have room over the block; the others follow on the next page. */
const mostSeries = 4;

/** The series of the two pages, the youngest first. */
export function splitSeries({ briefing }: LatestContext) {
  const byAge = briefing.developments.toSorted((a, b) => lastOf(b) - lastOf(a));
  const trade = byAge.filter(({ id }) => tradeSeries.includes(id)).slice(0, mostSeries);
  return { trade, others: byAge.filter((development) => !trade.includes(development)) };
}

import { developmentsTitle, isFull } from '../../../figures/index.ts';
import { developmentFigures } from '../developments.ts';
import type { LatestContext } from './latest-context.ts';
import { numberedBy } from './register.ts';
import { snapshotView } from './snapshot.ts';
import { splitSeries } from './split-series.ts';

/** The page with what is newest on trade, and the old breakdown as one dated block. */
export function seriesView(context: LatestContext) {
  const { briefing, latestFirst } = context;
  const { tradePeriod, developments, edition, byKey } = briefing;
  return {
    title: developmentsTitle(developments, tradePeriod && { period: tradePeriod, isFull: isFull(byKey) }, edition),
    figures: developmentFigures(context, splitSeries(context).trade, numberedBy(context)),
    block: snapshotView(context),
    why: latestFirst.why,
  };
}

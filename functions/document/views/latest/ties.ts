import { tiesFindings } from '../../../figures/index.ts';
import { developmentFigures } from '../developments.ts';
import { othersView } from '../other-figures.ts';
import { saidView } from '../said.ts';
import type { LatestContext } from './latest-context.ts';
import { numberedBy } from './register.ts';
import { splitSeries } from './split-series.ts';

/** The page on investment, business and cooperation; null when nothing is known of them. */
export function tiesView(context: LatestContext) {
  const { latestFirst } = context;
  const titles = tiesFindings(latestFirst.series);
  const figures = developmentFigures(context, splitSeries(context).others, numberedBy(context));
  const said = saidView(context);
  const others = othersView(context, said ? 'aboveStatements' : 'alone');
  if (!titles || (figures.length === 0 && !others)) return null;
  return { ...titles, figures, others, said };
}

import type { Chart } from '../../document/index.ts';
import { marketMap } from '../maps/market-map.ts';
import { partnerMap } from '../maps/partner-map.ts';
import { regionMap } from '../maps/region-map.ts';
import { ages } from './ages.ts';
import { bulletinProof } from './bulletin-proof.ts';
import { cells } from './cells.ts';
import { checkMatrix } from './check-matrix.ts';
import { countPanels } from './count-panels.ts';
import { coverage } from './coverage.ts';
import { curves } from './curves.ts';
import { divergingBars } from './diverging-bars.ts';
import { dots } from './dots.ts';
import type { ChartFrame, Drawn, Palette } from './frame.ts';
import { leadLines } from './lead-lines.ts';
import { monthColumns } from './month-columns.ts';

import { monthMade } from './month-made.ts';
import { months } from './months.ts';
import { originBar } from './origin-bar.ts';
import { pairedColumns } from './paired-columns.ts';
import { partsTable } from './parts-table.ts';
import { proof } from './proof.ts';
import { quarterColumns } from './quarter-columns.ts';
import { rangeKey } from './range-key.ts';
import { rankedBars } from './ranked-bars.ts';
import { regionColumns } from './region-columns.ts';
import { regionRanking } from './region-ranking.ts';
import { shareBars } from './share-bars.ts';
import { shareColumns } from './share-columns.ts';
import { shareLines } from './share-lines.ts';
import { shortList } from './short-list.ts';
import { slope } from './slope.ts';
import { smallMultiple } from './small-multiple.ts';
import { snapshot } from './snapshot.ts';
import { stockLine } from './stock-line.ts';
import { timeKey } from './time-key.ts';
import { timeStrips } from './time-strips.ts';
import { units } from './units.ts';
import { waterfall } from './waterfall.ts';

type DrawOf<C> = (chart: C, frame: ChartFrame, palette: Palette) => Drawn;

/** Charts in a figure. Key figures are drawn by their row instead. */
type FigureChart = Exclude<Chart, { kind: 'card' | 'age-card' | 'month-card' }>;

/** The drawing function of each kind of chart. A kind without one does not compile. */
const charts: { readonly [K in FigureChart['kind']]: DrawOf<Extract<FigureChart, { kind: K }>> } = {
  slope,
  coverage,
  snapshot,
  'share-bars': shareBars,
  waterfall,
  'diverging-bars': divergingBars,
  'ranked-bars': rankedBars,
  'market-map': marketMap,
  'partner-map': partnerMap,
  'origin-bar': originBar,
  'time-strips': timeStrips,
  multiple: smallMultiple,
  'quarter-columns': quarterColumns,
  'share-columns': shareColumns,
  'stock-line': stockLine,
  'count-panels': countPanels,
  'time-key': timeKey,
  cells,
  ages,
  dots,
  units,
  proof,
  range: rangeKey,
  agrees: rangeKey,
  disagrees: rangeKey,
  'parts-table': partsTable,
  'month-made': monthMade,
  'check-matrix': checkMatrix,
  'bulletin-proof': bulletinProof,
  months,
  'month-columns': monthColumns,
  curves,
  'share-lines': shareLines,
  'region-ranking': regionRanking,
  'region-map': regionMap,
  'region-columns': regionColumns,
  'lead-lines': leadLines,
  'paired-columns': pairedColumns,
  'short-list': shortList,
};

/** Draws a chart into its frame. */
export function chartMarks(chart: Chart, frame: ChartFrame, palette: Palette): Drawn {
  if (chart.kind === 'card' || chart.kind === 'age-card' || chart.kind === 'month-card')
    throw new Error('a key figure stands in <cards>, not in a figure');
  return (charts[chart.kind] as DrawOf<Chart>)(chart, frame, palette);
}

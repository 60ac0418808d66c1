import { scaleLinear } from 'd3-scale';
import type { Ages } from '../../document/index.ts';
import { filled, type Mark } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';

/**
 * In points: rows under the heading, bars after the names. 38 months are 66.5 long, the most that fits beside their
 * number.
 */
const row = { first: 3, pitch: 13, bar: 6.5, names: 120, perMonth: 66.5 / 38 } as const;

/** The age of the newest figure of each theme, as a bar with one length per month. */
export function ages(chart: Ages, frame: ChartFrame, palette: Palette): Drawn {
  const left = frame.x + row.names;
  const max = Math.max(...chart.bars.map(({ months }) => months), 1);
  const value = restyle(chartStyles.head, {});
  const room = frame.width - row.names - 6 - Math.max(...chart.bars.map(({ label }) => widthOf(palette, label, value)));
  const length = scaleLinear()
    .domain([0, max])
    .range([0, Math.min(room, max * row.perMonth)]);
  const marks = chart.bars.flatMap(({ name, months, label }, index): readonly Mark[] => {
    const y = frame.y + row.first + index * row.pitch;
    const width = Math.max(1, length(months));
    return [
      textMark(palette, name, restyle(chartStyles.axis, {}), { x: frame.x, y }),
      filled(left, y - row.bar + 0.6, width, row.bar, palette.theme.colours.turnover),
      textMark(palette, label, value, { x: left + width + 4, y }),
    ];
  });
  return { marks, bottom: frame.y + row.first + (chart.bars.length - 1) * row.pitch };
}

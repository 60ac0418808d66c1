import { scaleLinear } from 'd3-scale';
import type { ShareColumns } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { restyle } from '../text/styles.ts';
import { type ChartFrame, type Drawn, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Offsets in points from the last baseline above: top of the highest column, foot, names of the years, source. */
const at = { top: 20, foot: 65, name: 76, source: 90 } as const;

/** The pitch and width of columns, and where the first begins, in points. */
const column = { pitch: 31, width: 19, first: 6 } as const;

/** A share in equal periods as columns from zero, the newest in the full colour. */
export function shareColumns(chart: ShareColumns, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const squeeze = frame.squeeze ?? 0;
  const foot = frame.y + at.foot - squeeze;
  const y = scaleLinear()
    .domain([0, Math.max(...chart.columns.map(({ value }) => value)) || 1])
    .range([foot, frame.y + at.top]);
  const marks = chart.columns.flatMap(({ name, value, label }, index): readonly Mark[] => {
    const isNewest = index === chart.columns.length - 1;
    const x = frame.x + column.first + index * column.pitch;
    const middle = x + column.width / 2;
    const style = restyle(styles.category, isNewest ? { face: 'sansStrong' } : {});
    return [
      filled(x, y(value), column.width, foot - y(value), isNewest ? colours.exports : colours.exportsMuted),
      ...labelMarks(palette, label, style, { x: middle, y: y(value) - 4, align: 'centre' }),
      textMark(palette, name, styles.softSmall, { x: middle, y: frame.y + at.name - squeeze, align: 'centre' }),
    ];
  });
  const axis = rule(frame.x, frame.x + frame.width, foot, colours.text, 0.75);
  return { marks: [...marks, axis], bottom: frame.y + at.name - squeeze, next: frame.y + at.source - squeeze };
}

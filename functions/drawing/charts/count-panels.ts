import { scaleLinear } from 'd3-scale';
import type { CountPanels } from '../../document/index.ts';
import { columnAt, span } from '../grid.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Offsets in points from the last baseline above: the names, the highest column, the foot, the days, the source. */
const at = { name: 20, top: 38, foot: 112, day: 11, source: 24 } as const;

/** The columns of the grid that a panel takes, and what stays free at its right, in points. */
const panel = { columns: 4, free: 26 } as const;

/** The widest column, and the part of the shortest distance between two that a column fills. */
const column = { widest: 10.6, filled: 0.7 } as const;

type Panel = CountPanels['panels'][number];

/** Counts of several kinds side by side: one scale from zero, columns where their days stand in time. */
export function countPanels(chart: CountPanels, frame: ChartFrame, palette: Palette): Drawn {
  const foot = frame.y + at.foot - (frame.squeeze ?? 0);
  const counts = chart.panels.flatMap(({ bars }) => bars.map(({ value }) => value));
  const y = scaleLinear()
    .domain([0, Math.max(...counts) || 1])
    .range([foot, frame.y + at.top]);
  const marks = chart.panels.flatMap((one, index) => {
    const x = columnAt(panel.columns * index, frame.x);
    return panelMarks(one, chart.ends, x, y, frame.y + at.name, palette);
  });
  const bottom = foot + at.day;
  return { marks, bottom, next: foot + at.source };
}

function panelMarks(
  { name, bars }: Panel,
  ends: CountPanels['ends'],
  left: number,
  y: (value: number) => number,
  nameAt: number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const width = span(panel.columns) - panel.free;
  const months = bars.at(-1)?.at ?? 0;
  const distances = bars.slice(1).map((bar, index) => bar.at - (bars[index]?.at ?? 0));
  const perMonth = (width - column.widest) / Math.max(1, months);
  const size = Math.min(column.widest, column.filled * perMonth * Math.min(...distances, months));
  const placed = bars.map((bar) => ({ ...bar, x: left + bar.at * ((width - size) / Math.max(1, months)) }));
  const foot = y(0);
  const days = foot + at.day;
  return [
    textMark(palette, name, fitted(palette, name, styles.categoryStrong, span(panel.columns)), { x: left, y: nameAt }),
    ...placed.map(({ x, value }, index) => {
      const fill = index === placed.length - 1 ? colours.exports : colours.exportsMuted;
      return filled(x, y(value), size, foot - y(value), fill);
    }),
    ...endMarks(placed, left, size, y, palette),
    rule(left, left + width, foot, colours.text, 0.75),
    textMark(palette, ends[0], styles.softSmall, { x: left, y: days }),
    textMark(palette, ends[1], styles.softSmall, { x: left + width, y: days, align: 'right' }),
  ];
}

interface PlacedBar {
  readonly x: number;
  readonly value: number;
  readonly label: string;
}

/** The first number and the last, above every column that they reach over. */
function endMarks(
  bars: readonly PlacedBar[],
  left: number,
  size: number,
  y: (value: number) => number,
  palette: Palette,
): readonly Mark[] {
  const strong = restyle(styles.value, { size: 9.5 });
  return [
    { bar: bars[0], style: styles.category },
    { bar: bars.at(-1), style: strong },
  ].flatMap(({ bar, style }) => {
    if (!bar) return [];
    const half = widthOf(palette, bar.label, style) / 2 + 1;
    const middle = Math.max(bar.x + size / 2, left + half);
    const under = bars.filter(({ x }) => x < middle + half && x + size > middle - half);
    const top = Math.min(...under.map(({ value }) => y(value)));
    return [textMark(palette, bar.label, style, { x: middle, y: top - 4, align: 'centre' })];
  });
}

import { scaleLinear } from 'd3-scale';
import type { CountPanels } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, isNarrow, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Offsets in points from the last baseline above: the names, the highest column, the foot, the days, the source. */
const at = { name: 20, top: 38, foot: 112, day: 11, source: 24 } as const;

/** Panels in a line and the gap between them, what stays free at the right of each, and from one to the next below it. */
const panel = { inLine: 3, gap: 13, free: 26, below: 128 } as const;

/** The widest column, and the part of the shortest distance between two that a column fills. */
const column = { widest: 10.6, filled: 0.7 } as const;

type Panel = CountPanels['panels'][number];

/** Counts of several kinds side by side: one scale from zero, columns where their days stand in time. */
export function countPanels(chart: CountPanels, frame: ChartFrame, palette: Palette): Drawn {
  const counts = chart.panels.flatMap(({ bars }) => bars.map(({ value }) => value));
  const footOf = (place: Place) => place.y + at.foot - (frame.squeeze ?? 0);
  const marks = chart.panels.flatMap((one, index) => {
    const place = placeOf(index, frame);
    const y = scaleLinear()
      .domain([0, Math.max(...counts) || 1])
      .range([footOf(place), place.y + at.top]);
    return panelMarks(one, chart.ends, place, y, palette);
  });
  const foot = footOf(placeOf(Math.max(0, chart.panels.length - 1), frame));
  return { marks, bottom: foot + at.day, next: foot + at.source };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a panel stands: side by side with the others, or below them on a narrow frame. */
function placeOf(index: number, frame: ChartFrame): Place {
  if (isNarrow(frame)) return { x: frame.x, y: frame.y + index * panel.below, width: frame.width };
  const width = (frame.width - (panel.inLine - 1) * panel.gap) / panel.inLine;
  return { x: frame.x + index * (width + panel.gap), y: frame.y, width };
}

function panelMarks(
  { name, bars }: Panel,
  ends: CountPanels['ends'],
  { x: left, y: top, width: room }: Place,
  y: (value: number) => number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const width = room - panel.free;
  const months = bars.at(-1)?.at ?? 0;
  const distances = bars.slice(1).map((bar, index) => bar.at - (bars[index]?.at ?? 0));
  const perMonth = (width - column.widest) / Math.max(1, months);
  const size = Math.min(column.widest, column.filled * perMonth * Math.min(...distances, months));
  const placed = bars.map((bar) => ({ ...bar, x: left + bar.at * ((width - size) / Math.max(1, months)) }));
  const foot = y(0);
  const days = foot + at.day;
  return [
    textMark(palette, name, fitted(palette, name, styles.categoryStrong, room), { x: left, y: top + at.name }),
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

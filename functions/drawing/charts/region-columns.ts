import type { RegionColumns } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { restyle } from '../text/styles.ts';
import { type ChartFrame, type Drawn, isNarrow, labelMarks, type Palette, shortened, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Panels in a line, the gap between them, and from the last baseline above to their first names, in points. */
const grid = { across: 5, narrow: 2, gap: 16, first: 17, pitch: 65 } as const;

/** In a panel: from its name to its base line, the highest column, the width of one, and from the base to the years. */
const panel = { base: 43, height: 24, width: 13.5, years: 9.5 } as const;

const name = restyle(styles.axisStrong, { colour: 'text' });
const year = restyle(styles.cardBar, {});
const earlier = restyle(styles.tiny, { colour: 'text' });
const newest = restyle(styles.value, { size: 7.25 });

/** The same months of some years, a small column chart for each region. */
export function regionColumns(chart: RegionColumns, frame: ChartFrame, palette: Palette): Drawn {
  const across = isNarrow(frame) ? grid.narrow : grid.across;
  const width = (frame.width - grid.gap * (across - 1)) / across;
  const marks = chart.panels.flatMap((of, index) => {
    const x = frame.x + (index % across) * (width + grid.gap);
    const y = frame.y + grid.first + Math.floor(index / across) * grid.pitch;
    return panelMarks(of, chart.years, { x, y, width }, palette);
  });
  const lines = Math.ceil(chart.panels.length / across);
  const bottom = frame.y + grid.first + (lines - 1) * grid.pitch + panel.base + panel.years;
  return { marks, bottom, next: bottom + 14 };
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function panelMarks(
  of: RegionColumns['panels'][number],
  [from, to]: RegionColumns['years'],
  { x, y, width }: Room,
  palette: Palette,
): readonly Mark[] {
  const { exports, exportsMuted, text } = palette.theme.colours;
  const base = y + panel.base;
  const { columns } = of;
  const step = (width - panel.width) / Math.max(1, columns.length - 1);
  const largest = Math.max(...columns.map((column) => column?.value ?? 0), 0);
  const heights = columns.map((column) => (column ? Math.max(0.6, (column.value / (largest || 1)) * panel.height) : 0));
  const bars = heights.flatMap((height, index) => {
    const fill = index === columns.length - 1 ? exports : exportsMuted;
    return height > 0 ? [filled(x + index * step, base - height, panel.width, height, fill)] : [];
  });
  const [first, last] = [columns[0], columns.at(-1)];
  // A label is wider than its column: it stands above the next one, too.
  const over = (at: number, next: number) => base - Math.max(heights.at(at) ?? 0, heights.at(next) ?? 0) - 3;
  const right = x + width;
  return [
    textMark(palette, shortened(palette, of.name, name, width), name, { x, y }),
    ...bars,
    ...(first ? labelMarks(palette, first.label, earlier, { x, y: over(0, 1) }) : []),
    ...(last ? labelMarks(palette, last.label, newest, { x: right, y: over(-1, -2), align: 'right' }) : []),
    rule(x, right, base, text, 0.75),
    textMark(palette, from, year, { x, y: base + panel.years }),
    textMark(palette, to, year, { x: right, y: base + panel.years, align: 'right' }),
  ];
}

import type { MonthColumns } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, labelMarks, type Palette, textMark } from './frame.ts';
import { isNear, type Stretch } from './placing.ts';
import { chartStyles as styles } from './styles.ts';

/** From the subtitle to the key and to the highest column, and the default and least height of the columns. */
const plot = { key: 14.5, top: 38, height: 116, min: 60 } as const;

/** Between the columns of a month, and between a month and the next, in points. */
const gaps = { columns: 1.3, months: 11 } as const;

/** A column with its place on the page. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** Whether it is the first or the last column of its month. */
  readonly place: 'first' | 'last' | 'only';
}

/** A column for each flow and month, with its value; places without one are months to come. */
export function monthColumns(chart: MonthColumns, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const base = Math.max(frame.foot ?? frame.y + plot.top + plot.height, frame.y + plot.top + plot.min);
  const pitch = frame.width / chart.places.length;
  const largest = Math.max(...chart.flows.flatMap(({ columns }) => columns.map(({ value }) => value)), 0) || 1;
  const perUnit = (base - frame.y - plot.top) / largest;
  const placed: (Stretch & { readonly y: number })[] = [];
  const newest = Math.max(...chart.flows.flatMap(({ columns }) => columns.map(({ at }) => at)));
  const flows = chart.flows.flatMap(({ tone, columns }, index) => {
    // The newest value has its room first; from left to right neighbouring numbers are not copied as one.
    const newestFirst = columns.toReversed().map(({ at, months, value, label }): readonly Mark[] => {
      const group = months * pitch - gaps.months;
      const width = (group - gaps.columns * (chart.flows.length - 1)) / chart.flows.length;
      const x = frame.x + at * pitch + index * (width + gaps.columns);
      const place = chart.flows.length === 1 ? 'only' : index === 0 ? 'first' : 'last';
      const column = { x, width, top: base - Math.max(0.6, value * perUnit), place } as const;
      const { solid, tint } = toneColours(palette.theme, tone);
      const height = base - column.top;
      const mark =
        months > 1 ? outlined(x, column.top, width, height, tint, solid) : filled(x, column.top, width, height, solid);
      return [mark, ...valueMarks(label, column, at === newest, { frame, placed, palette })];
    });
    return newestFirst.toReversed().flat();
  });
  const places = chart.places.map((place, at) => {
    const x = frame.x + at * pitch + (pitch - gaps.months) / 2;
    return textMark(palette, place, at > newest ? styles.axis : styles.axisStrong, {
      x,
      y: base + 12.5,
      align: 'centre',
    });
  });
  const zero = rule(frame.x, frame.x + frame.width, base, colours.text, 0.75);
  const key = keyMarks(chart, frame, palette);
  return { marks: [...key, ...flows, zero, ...places], bottom: base + 12.5, next: base + 28.5 };
}

/** The value over a column. One that would lie on another is left out: the table below has it. */
function valueMarks(
  label: MonthColumns['flows'][number]['columns'][number]['label'],
  column: Column,
  isNewest: boolean,
  {
    frame,
    placed,
    palette,
  }: {
    readonly frame: ChartFrame;
    readonly placed: (Stretch & { readonly y: number })[];
    readonly palette: Palette;
  },
): readonly Mark[] {
  const style = isNewest ? styles.value : restyle(styles.category, {});
  const width = widthOf(palette, label.text, style);
  // A label wider than its column stands over the gap between months, not over the other column.
  const left = { first: column.x + column.width - width, last: column.x, only: column.x + (column.width - width) / 2 };
  const x = Math.min(Math.max(left[column.place], frame.x), frame.x + frame.width - width);
  const room = { left: x, right: x + width, y: column.top - 5 };
  if (placed.some((other) => Math.abs(other.y - room.y) < 10 && isNear(other, room, 2))) return [];
  placed.push(room);
  return labelMarks(palette, label, style, { x, y: room.y });
}

/** The names of the flows in their colours, and what an open column is, in one line. */
function keyMarks({ flows, together }: MonthColumns, { x, y }: ChartFrame, palette: Palette): readonly Mark[] {
  let left = x;
  const baseline = y + plot.key;
  const names = flows.flatMap(({ tone, name }): readonly Mark[] => {
    const { solid } = toneColours(palette.theme, tone);
    const marks = [
      filled(left, baseline - 6.5, 7, 7, solid),
      textMark(palette, name, styles.key, { x: left + 11, y: baseline }),
    ];
    left += 11 + widthOf(palette, name, styles.key) + 14;
    return marks;
  });
  const [first] = flows;
  if (!together || !first) return names;
  const { solid, tint } = toneColours(palette.theme, first.tone);
  return [
    ...names,
    outlined(left, baseline - 6.5, 11, 7, tint, solid),
    textMark(palette, together, styles.tiny, { x: left + 15, y: baseline }),
  ];
}

import { scaleLinear } from 'd3-scale';
import type { QuarterColumns, QuarterYear } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle } from '../text/styles.ts';
import { newestQuarters } from './fewer.ts';
import { type ChartFrame, type Drawn, fitted, isNarrow, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Offsets in points from the last baseline above: the room of the columns, their foot, and what is under it. */
const at = { top: 24, foot: 101, quarter: 10.5, year: 24, hair: 28, sums: 36, sumPitch: 11.5, source: 15.5 } as const;

/** The room under columns that hang, for their numbers, in points. */
const underHanging = 12;

/** The gap between years, the widest year, and the part of the pitch of its columns that stays white. */
const group = { gap: 9.8, widest: 160, white: 0.245, widestColumn: 26 } as const;

const value = restyle(styles.tiny, { size: 7.75, colour: 'text' });
const newestValue = restyle(value, { face: 'sansStrong' });
const sumValue = restyle(styles.category, {});

/** Columns of quarters by year, the newest year in the full colour; below the years their sums. */
export function quarterColumns(whole: QuarterColumns, frame: ChartFrame, palette: Palette): Drawn {
  const chart = isNarrow(frame) ? newestQuarters(whole) : whole;
  const heights = chart.years.flatMap(({ columns }) => columns.map((column) => column.value / column.quarters));
  const [least, most] = [Math.min(0, ...heights), Math.max(0, ...heights) || 1];
  const foot = frame.y + at.foot - (frame.squeeze ?? 0);
  const y = scaleLinear()
    .domain([least, most])
    .range([foot, frame.y + at.top]);
  const below = foot + (least < 0 ? underHanging : 0);
  const count = chart.years.length;
  const width = Math.min(group.widest, (frame.width - group.gap * (count - 1)) / count);
  const marks = chart.years.flatMap((year, index) => {
    const x = frame.x + index * (width + group.gap);
    return [
      ...columnMarks(year, x, width, y, palette),
      ...axisMarks(chart, x, width, y(0), below, palette),
      ...sumMarks(year, x, width, below, palette),
    ];
  });
  const sums = Math.max(1, ...chart.years.map((year) => year.sums.length));
  const bottom = below + at.sums + (sums - 1) * at.sumPitch;
  return { marks, bottom, next: bottom + at.source };
}

function columnMarks(
  { columns, newest: isNewestYear }: QuarterYear,
  x: number,
  width: number,
  y: (value: number) => number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const pitch = width / 4;
  const column = Math.min(group.widestColumn, pitch * (1 - group.white));
  return columns.flatMap(({ quarter, quarters, value: sum, label, newest }): readonly Mark[] => {
    const size = column + (quarters - 1) * pitch;
    const left = x + quarter * pitch + (pitch - column) / 2;
    const height = sum / quarters;
    const [top, bottom] = [Math.min(y(0), y(height)), Math.max(y(0), y(height))];
    const style = fitted(palette, label.text, newest ? newestValue : value, pitch * quarters - 1);
    const baseline = sum < 0 ? bottom + 9 : top - 4;
    const fill = isNewestYear ? colours.exports : colours.exportsMuted;
    const bar =
      quarters > 1
        ? outlined(left, top, size, Math.max(bottom - top, 0.6), colours.exportsTint, colours.exports)
        : filled(left, top, size, Math.max(bottom - top, 0.6), fill);
    return [bar, ...labelMarks(palette, label, style, { x: left + size / 2, y: baseline, align: 'centre' })];
  });
}

function axisMarks(
  { quarters }: QuarterColumns,
  x: number,
  width: number,
  zero: number,
  below: number,
  palette: Palette,
): readonly Mark[] {
  const pitch = width / 4;
  return [
    rule(x, x + width, zero, palette.theme.colours.text, 0.75),
    ...quarters.map((name, index) =>
      textMark(palette, name, styles.tiny, { x: x + (index + 0.5) * pitch, y: below + at.quarter, align: 'centre' }),
    ),
  ];
}

function sumMarks(year: QuarterYear, x: number, width: number, below: number, palette: Palette): readonly Mark[] {
  const rows = year.sums.flatMap(({ name, label, strong }, index) => {
    const y = below + at.sums + index * at.sumPitch;
    const style = strong ? restyle(sumValue, { face: 'sansStrong' }) : sumValue;
    return [
      textMark(palette, name, styles.axis, { x, y }),
      ...labelMarks(palette, label, style, { x: x + width, y, align: 'right' }),
    ];
  });
  return [
    textMark(palette, year.name, styles.categoryStrong, { x, y: below + at.year }),
    rule(x, x + width, below + at.hair, palette.theme.colours.hairline, 0.5),
    ...rows,
  ];
}

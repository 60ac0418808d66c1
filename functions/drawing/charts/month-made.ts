import type { MonthMade } from '../../document/index.ts';
import { filled, type Mark, outlined } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** From the subtitle to the first bar, and from one bar to the next, in points. */
const top = 17;
const pitch = 26;

/** Measures of the bars in points: where they begin at least, how long the longest is, and their height. */
const bars = { indent: 112, longest: 115, height: 13 } as const;

/** Between a name and a bar, and for what stands right of the longest bar, in points. */
const room = { beforeBar: 8, afterBars: 60 } as const;

/** Two values since January as bars from zero, and under them the part by which they differ. */
export function monthMade(chart: MonthMade, { x, y, width }: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const tone = toneColours(palette.theme, chart.tone);
  const rows = [...chart.bars, chart.difference];
  const names = rows.flatMap(({ name, under }) => [
    widthOf(palette, name, styles.categoryStrong),
    widthOf(palette, under, styles.softSmall),
  ]);
  const indent = Math.max(bars.indent, Math.max(...names) + room.beforeBar);
  const from = x + indent;
  const longest = Math.min(bars.longest, width - indent - room.afterBars);
  const largest = Math.max(...chart.bars.map(({ value }) => value), Number.MIN_VALUE);
  const lengthOf = (value: number) => Math.max(1, (value / largest) * longest);
  const [after, before] = chart.bars;
  const [end, start] = [from + lengthOf(after.value), from + lengthOf(before.value)];
  const lineAt = (index: number) => y + top + index * pitch;
  const difference = { left: Math.min(start, end), width: Math.max(3, Math.abs(end - start)) };
  const foot = lineAt(2);
  const named = (name: string, under: string, index: number): readonly Mark[] => [
    textMark(palette, name, styles.categoryStrong, { x, y: lineAt(index) + 7 }),
    textMark(palette, under, styles.softSmall, { x, y: lineAt(index) + 17 }),
  ];
  const upright = (at: number, index: number): Mark => {
    return {
      mark: 'line',
      x1: at,
      y1: lineAt(index) + bars.height,
      x2: at,
      y2: foot,
      stroke: colours.textTertiary,
      weight: 0.5,
    };
  };
  const barMarks = chart.bars.flatMap((bar, index): readonly Mark[] => {
    const length = lengthOf(bar.value);
    return [
      ...named(bar.name, bar.under, index),
      filled(from, lineAt(index), length, bars.height, tone.solid),
      ...barLabel(bar.label, from, length, lineAt(index) + 9.4, tone.onSolid, palette),
    ];
  });
  const beside = difference.left + difference.width + 5;
  const marks: readonly Mark[] = [
    upright(end, 0),
    upright(start, 1),
    ...barMarks,
    ...named(chart.difference.name, chart.difference.under, 2),
    outlined(difference.left, foot, difference.width, bars.height, tone.tint, tone.solid),
    ...labelMarks(palette, chart.difference.label, styles.valueLarge, { x: beside, y: foot + 9.4 }),
    textMark(palette, chart.difference.margin, styles.softSmall, { x: beside, y: foot + 20 }),
  ];
  return { marks, bottom: foot + 20 };
}

/** The label of a bar at its end: inside where it has room, else beside it. */
function barLabel(
  label: string,
  from: number,
  length: number,
  y: number,
  onSolid: string,
  palette: Palette,
): readonly Mark[] {
  const end = from + length;
  if (widthOf(palette, label, styles.value) + 12 > length) {
    return [textMark(palette, label, styles.value, { x: end + 5, y })];
  }
  return [{ ...textMark(palette, label, styles.value, { x: end - 6, y, align: 'right' }), colour: onSolid }];
}

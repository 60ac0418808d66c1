import { scaleLinear } from 'd3-scale';
import type { RankedBar, RankedBars } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, labelMarks, type Palette, shortened, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/**
 * Measures in points of a bar under its name, from the baseline of the name. With many bars, name and bar share a line.
 */
const roomy = { first: 38.75, pitch: 40.5, bar: 5, height: 13, text: 14.6 } as const;
const dense = { first: 35, pitch: 15.6, bar: -9, height: 10, text: -1.2 } as const;

/** The maximum height of all dense bars, in points, so that thirty of them fit on the page of their title. */
const denseHeight = 400;

/** The room for values right of the bars, in points. */
const valueRoom = 58;

/** The maximum share of the width for names beside their bars. */
const longestName = 0.48;

/** The number of bars from which the dense layout is used. */
const manyFrom = 8;

/** Bars in order of size. The remainder is last, pale and under a hairline. */
export function rankedBars(chart: RankedBars, frame: ChartFrame, palette: Palette): Drawn {
  const given = chart.rest ? [...chart.bars, chart.rest] : chart.bars;
  const many = given.length >= manyFrom;
  const longest = many ? frame.width * longestName : frame.width;
  const style = many ? styles.softSmall : styles.categoryMedium;
  const all = given.map((bar) => ({ ...bar, name: shortened(palette, bar.name, style, longest) }));
  const pitch = many ? Math.min(dense.pitch, denseHeight / all.length) : roomy.pitch;
  const context = many ? dense : roomy;
  const right = frame.x + frame.width;
  const nameWidth = many ? Math.max(...all.map(({ name }) => widthOf(palette, name, styles.softSmall))) + 6 : 0;
  const left = frame.x + nameWidth;
  const largest = Math.max(...all.map(({ value }) => value), 0);
  const length = scaleLinear()
    .domain([0, largest || 1])
    .range([0, Math.max(20, frame.width - valueRoom - nameWidth)]);
  const heads: readonly Mark[] = [
    textMark(palette, chart.heads[0], styles.headSmall, { x: left, y: frame.y + 19.5 }),
    ...(all.some(({ amount }) => amount)
      ? [textMark(palette, chart.heads[1], styles.headSmall, { x: right, y: frame.y + 19.5, align: 'right' as const })]
      : []),
  ];
  const rows = all.map((bar, index) => {
    const isRest = given[index] === chart.rest;
    const y = frame.y + context.first + index * pitch;
    return { bar, isRest, y, length: length(bar.value) };
  });
  const marks = rows.flatMap((row) => barMarks(row, { x: frame.x, left, right, many }, palette));
  const pair = many ? [] : pairMarks(chart, rows, left, palette);
  const last = rows.at(-1);
  const bottom = (last?.y ?? frame.y) + context.bar + context.height;
  return { marks: [...heads, ...marks, ...pair], bottom, next: bottom + 24.5 };
}

interface BarRow {
  readonly bar: RankedBar;
  readonly isRest: boolean;
  readonly y: number;
  readonly length: number;
}

interface BarFrame {
  readonly x: number;
  readonly left: number;
  readonly right: number;
  readonly many: boolean;
}

function barMarks(
  { bar, isRest, y, length }: BarRow,
  { x, left, right, many }: BarFrame,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const context = many ? dense : roomy;
  const top = y + context.bar;
  const text = y + context.text;
  const nameStyle = many ? styles.softSmall : isRest ? styles.categoryPlain : styles.categoryMedium;
  const labelWidth = widthOf(palette, bar.label.text, styles.value);
  const inside = isRest || length > labelWidth + 40;
  const labelX = inside ? left + 6 : left + length + 5;
  const label = labelMarks(palette, bar.label, styles.value, { x: labelX, y: text });
  const light =
    inside && !isRest
      ? label.map((mark) => (mark.mark === 'text' ? { ...mark, colour: colours.onExports } : mark))
      : label;
  return [
    ...(isRest ? [rule(x, right, y - (many ? 11.5 : 14), colours.hairline, 0.5)] : []),
    textMark(palette, bar.name, nameStyle, { x, y: many ? text : y }),
    isRest
      ? outlined(left, top, Math.max(1.8, length), context.height, colours.exportsTint, colours.exports)
      : filled(left, top, length, context.height, colours.exports),
    ...light,
    ...(bar.amount
      ? labelMarks(palette, bar.amount, styles.valuePlain, { x: right, y: text, align: 'right' as const })
      : []),
  ];
}

/** A bracket around the first two bars with their total, left out if the name between them is too long. */
function pairMarks(
  { pair, bars }: RankedBars,
  rows: readonly BarRow[],
  left: number,
  palette: Palette,
): readonly Mark[] {
  const [first, second] = rows;
  if (!pair || !first || !second || bars.length < 3) return [];
  const stroke = palette.theme.colours.textSecondary;
  const longest = Math.max(
    ...[first, second].map(
      ({ length, bar }) => length + (length > 80 ? 0 : widthOf(palette, bar.label.text, styles.value) + 5),
    ),
  );
  const x = left + Math.max(106, longest + 12);
  const crossesName = left + widthOf(palette, second.bar.name, styles.categoryMedium) > x - 4;
  if (crossesName) return [];
  const top = first.y + roomy.bar;
  const bottom = second.y + roomy.bar + roomy.height;
  return [
    { mark: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke, weight: 0.75 },
    rule(x - 3, x, top, stroke, 0.75),
    rule(x - 3, x, bottom, stroke, 0.75),
    ...labelMarks(palette, pair.label, styles.value, { x: x + 5, y: top + 26.25 }),
    textMark(palette, pair.word, styles.softSmall, { x: x + 5, y: top + 37.75 }),
  ];
}

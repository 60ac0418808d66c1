import type { PairedColumns } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, fitted, labelMarks, type Palette, textMark } from './frame.ts';
import { scaleTop } from './scale-top.ts';
import { chartStyles as styles } from './styles.ts';
import { toneText } from './tone-text.ts';

/** From the subtitle to the top of the plot, its height without a fixed foot, and room for the labels at its right. */
const plot = { head: 36, height: 230, right: 84 } as const;

/** The widest column, the gap inside a pair and between two pairs, in points. */
const column = { widest: 16, inside: 1.2, between: 5 } as const;

/**
 * From the number of a series to its name and to its period, and the room that all three take; what the word and value
 * of the gap take between two of them, usually and at least, and how far two are apart without it. In points.
 */
const label = { name: 14.5, period: 25.5, height: 42, gap: 50, least: 34, apart: 6 } as const;

/** Columns of single months side by side; months known only together are one open pair at their mean. */
export function pairedColumns(chart: PairedColumns, frame: ChartFrame, palette: Palette): Drawn {
  const top = frame.y + plot.head;
  const base = Math.max(frame.foot ?? top + plot.height, top + 60);
  const right = frame.x + frame.width - plot.right;
  const values = chart.series.flatMap(({ columns }) => columns.map(({ value }) => value));
  const highest = scaleTop(Math.max(0, ...values));
  const pitch = (right - frame.x) / Math.max(1, chart.months.length);
  const room = (pitch - column.between - column.inside) / Math.max(1, chart.series.length);
  const width = Math.min(column.widest, room);
  const group = chart.series.length * width + (chart.series.length - 1) * column.inside;
  const marks = chart.series.flatMap(({ tone, columns }, index) =>
    columns.flatMap(({ at, months, value, together, label: text }): readonly Mark[] => {
      const { solid, tint } = toneColours(palette.theme, tone);
      const height = Math.max(0.6, (value / highest) * (base - top));
      const stretch = (months - 1) * pitch;
      const start = frame.x + at * pitch + (pitch - group) / 2;
      const wide = together ? (group + stretch - column.inside) / 2 : width;
      const x = start + index * (wide + column.inside);
      const drawn = together
        ? outlined(x, base - height, wide, height, tint, solid)
        : filled(x, base - height, wide, height, solid);
      // Over a narrow second column a label would stand on the next pair.
      const hasRoom =
        index === 0 ||
        at + months === chart.months.length ||
        !text ||
        widthOf(palette, text.text, styles.category) <= wide + column.between;
      const over =
        text && hasRoom
          ? labelMarks(palette, text, styles.category, {
              // A wide label of a second column keeps clear of the first, which may be higher.
              x: x + Math.max(wide, index > 0 ? widthOf(palette, text.text, styles.category) : 0) / 2,
              y: base - height - 4,
              align: 'centre',
            })
          : [];
      return [drawn, ...over];
    }),
  );
  const widest = Math.max(0, ...chart.months.map((name) => widthOf(palette, name, styles.axisStrong)));
  const every = Math.max(1, Math.ceil((widest + 2) / pitch));
  const names = chart.months.flatMap((name, index) =>
    (chart.months.length - 1 - index) % every === 0
      ? [
          textMark(palette, name, styles.axisStrong, {
            x: Math.max(frame.x + (index + 0.5) * pitch, frame.x + widthOf(palette, name, styles.axisStrong) / 2),
            y: base + 12,
            align: 'centre',
          }),
        ]
      : [],
  );
  const drawn = [...marks, rule(frame.x, right, base, palette.theme.colours.text, 0.75), ...names];
  return {
    marks: [...drawn, ...endLabels(chart, frame, { top, base, right }, palette)],
    bottom: base + 12,
    next: base + 28,
  };
}

/** The values since January at the right of the columns, the larger on top. */
function endLabels(
  { series, gap }: PairedColumns,
  frame: ChartFrame,
  { top, base, right }: { readonly top: number; readonly base: number; readonly right: number },
  palette: Palette,
): readonly Mark[] {
  const x = right + 10;
  const room = frame.x + frame.width - x;
  const known = series.flatMap(({ tone, end }) => (end ? [{ tone, end }] : []));
  const middle = (top + base) / 2;
  const pitch = Math.max(label.height + label.apart, Math.min(label.height + label.gap, base - top - label.height));
  const start = known.length > 1 ? middle - pitch / 2 : middle;
  const ends = known.flatMap(({ tone, end }, index) => {
    const colour = toneText[tone];
    const y = start + index * pitch;
    const callout = fitted(palette, end.label.text, restyle(styles.callout, { colour }), room);
    return [
      ...labelMarks(palette, end.label, callout, { x, y }),
      textMark(palette, end.name, fitted(palette, end.name, restyle(styles.head, { colour }), room), {
        x,
        y: y + label.name,
      }),
      textMark(palette, end.period, fitted(palette, end.period, styles.axis, room), { x, y: y + label.period }),
    ];
  });
  if (!gap || known.length < 2 || pitch < label.height + label.least) return ends;
  const between = start + label.period + (pitch - label.period) / 2 - 8;
  return [
    ...ends,
    textMark(palette, gap.word, styles.soft, { x, y: between - 3 }),
    ...labelMarks(palette, gap.label, styles.valueLarge, { x, y: between + 9 }),
  ];
}

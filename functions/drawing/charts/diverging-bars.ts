import { scaleLinear } from 'd3-scale';
import type { DivergingBars } from '../../document/index.ts';
import { type Mark, outlined, rule } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, isNarrow, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

const bar = { height: 19.5, pitch: 35.75, min: 27, first: 28.25 } as const;

/** The plot is as high as the columns beside it. Labels keep this distance from bars and zero line, in points. */
const plot = { top: 22.25, bottom: 134.25, labelGap: 6 } as const;

/** The longest bar and the room for names left of the plot, in points. */
const longest = { usual: 78, narrow: 46 } as const;
const namesUntil = 0.36;

/** Calculated bars left and right of a zero line, with the total last under a hairline. */
export function divergingBars(chart: DivergingBars, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const size = Math.max(...chart.rows.map(({ value }) => Math.abs(value)), 1);
  const most = longest[isNarrow(frame) ? 'narrow' : 'usual'];
  const zero = zeroAt(chart, frame, most, palette);
  const x = scaleLinear()
    .domain([-size, size])
    .range([zero - most, zero + most]);
  const lowest = frame.y + bar.first + (chart.rows.length - 1) * bar.min + bar.height + plot.labelGap;
  const base = Math.max(frame.foot ?? frame.y + plot.bottom, lowest);
  const room = (base - frame.y - bar.first - bar.height - 15) / Math.max(1, chart.rows.length - 1);
  const pitch = Math.max(bar.min, Math.min(bar.pitch, room));
  const rows = chart.rows.flatMap((row, index): readonly Mark[] => {
    const top = frame.y + bar.first + index * pitch;
    const { solid, tint } = toneColours(palette.theme, row.tone);
    const [left, right] = [Math.min(zero, x(row.value)), Math.max(zero, x(row.value))];
    const baseline = top + 13;
    const opposite = row.value < 0 ? { x: zero + plot.labelGap } : { x: zero - plot.labelGap, align: 'right' as const };
    return [
      ...(row.total
        ? [rule(frame.x, frame.x + frame.width, top - (pitch - bar.height) / 2, colours.hairline, 0.5)]
        : []),
      textMark(palette, row.name, row.total ? styles.categoryStrong : styles.category, { x: frame.x, y: baseline }),
      outlined(left, top, Math.max(1.8, right - left), bar.height, tint, solid),
      ...labelMarks(palette, row.label, styles.valueLarge, { ...opposite, y: baseline }),
    ];
  });
  const end = frame.x + frame.width - widthOf(palette, chart.sides[1], styles.axis);
  const second = Math.min(zero + plot.labelGap, end);
  const first = Math.min(zero - plot.labelGap, second - plot.labelGap);
  const axis: readonly Mark[] = [
    { mark: 'line', x1: zero, y1: frame.y + plot.top, x2: zero, y2: base, stroke: colours.text, weight: 0.75 },
    textMark(palette, chart.sides[0], styles.axis, { x: first, y: base + 13, align: 'right' }),
    textMark(palette, chart.sides[1], styles.axis, { x: second, y: base + 13 }),
  ];
  return { marks: [...rows, ...axis], bottom: base + 13, next: base + 29 };
}

/** The x of the zero line, where bars and names leave each other room. */
function zeroAt({ rows }: DivergingBars, frame: ChartFrame, most: number, palette: Palette): number {
  const names = Math.max(
    ...rows.map(({ name, total }) => widthOf(palette, name, total ? styles.categoryStrong : styles.category)),
  );
  const preferred = frame.x + frame.width - most + 0.86;
  return Math.min(
    frame.x + frame.width - most,
    Math.max(preferred, frame.x + Math.max(names, frame.width * namesUntil) + most + 4),
  );
}

import { scaleLinear } from 'd3-scale';
import type { Waterfall } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

const column = { gap: 16 } as const;

/** In points: from the last baseline above to the highest column, and the default and minimum height of the columns. */
const plot = { top: 35.25, height: 99, min: 60 } as const;

/** Columns that step from last year's total through its changes to this year's. */
export function waterfall(chart: Waterfall, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const { steps } = chart;
  const width = (frame.width - column.gap * (steps.length - 1)) / steps.length;
  const top = frame.y + plot.top;
  const base = Math.max(frame.foot ?? top + plot.height, top + plot.min);
  const values = steps.flatMap(({ from, to }) => [from, to]);
  const lowest = Math.min(0, ...values);
  const y = scaleLinear()
    .domain([lowest, Math.max(...values, 0) || (lowest === 0 ? 1 : 0)])
    .range([base, top]);
  const columns = steps.map((step, index) => {
    const top = Math.min(y(step.from), y(step.to));
    return {
      step,
      x: frame.x + index * (width + column.gap),
      top,
      height: Math.max(0.9, Math.abs(y(step.from) - y(step.to))),
    };
  });
  const marks = columns.flatMap(({ step, x, top, height }): readonly Mark[] => {
    const { solid, tint } = toneColours(palette.theme, step.tone);
    const drawn = step.calculated ? outlined(x, top, width, height, tint, solid) : filled(x, top, width, height, solid);
    const name = step.strong ? styles.axisStrong : styles.axis;
    return [
      drawn,
      ...labelMarks(palette, step.label, styles.value, { x: x + width / 2, y: top - 5, align: 'centre' }),
      textMark(palette, step.name, name, { x: x + width / 2, y: base + 13, align: 'centre' }),
    ];
  });
  const connectors = columns.slice(0, -1).map(({ step, x }): Mark => {
    return rule(x + width, x + width + column.gap, y(step.to), colours.textTertiary, 0.5);
  });
  const zero = rule(frame.x, frame.x + frame.width, y(0), colours.text, 0.75);
  return { marks: [...marks, ...connectors, zero], bottom: base + 13, next: base + 29 };
}

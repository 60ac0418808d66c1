import { scaleLinear } from 'd3-scale';
import type { TimeStrips } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { restyle } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Offsets in points from the last baseline above: amounts, strips, axis. */
const at = { amount: 53.25, strip: 63.25, axis: 77.25 } as const;

/** The gap between consecutive strips in points, so that two periods are not read as one. */
const seam = 1.5;

/** Amounts over strips as long as their periods. The axis has a tick for every month. */
export function timeStrips(chart: TimeStrips, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const start = Math.min(...chart.strips.map((strip) => strip.start));
  const end = Math.max(...chart.strips.map((strip) => strip.start + strip.months));
  const x = scaleLinear()
    .domain([start, end])
    .range([frame.x, frame.x + frame.width]);
  const top = frame.y + at.strip;
  const axis = frame.y + at.axis;
  const bounds = new Set(chart.strips.flatMap((strip) => [strip.start, strip.start + strip.months]));
  const ticks = Array.from({ length: end - start + 1 }, (_, month): Mark => {
    const major = bounds.has(start + month);
    const at = x(start + month);
    return {
      mark: 'line',
      x1: at,
      y1: axis,
      x2: at,
      y2: axis + (major ? 6 : 3),
      stroke: major ? colours.text : colours.textTertiary,
      weight: 0.5,
    };
  });
  const strips = chart.strips.flatMap((strip, index): readonly Mark[] => {
    const [from, to] = [x(strip.start), x(strip.start + strip.months)];
    const last = index === chart.strips.length - 1 && chart.strips.length > 1;
    const place = last ? { x: to, align: 'right' as const } : { x: from };
    const left = from + (from > frame.x ? seam : 0);
    const right = to - (to < frame.x + frame.width ? seam : 0);
    return [
      textMark(palette, strip.label, restyle(styles.callout, { size: 18 }), { ...place, y: frame.y + at.amount }),
      filled(left, top, right - left, 9.75, colours.exports),
      textMark(palette, strip.period, restyle(styles.axisStrong, { colour: 'text' }), { ...place, y: axis + 18 }),
      textMark(palette, strip.length, styles.softSmall, { ...place, y: axis + 28 }),
    ];
  });
  const line = rule(frame.x, frame.x + frame.width, axis, colours.text, 0.75);
  return { marks: [...strips, ...ticks, line], bottom: axis + 28 };
}

import { scaleLinear } from 'd3-scale';
import type { SlopeChart, SlopeLine } from '../../document/index.ts';
import type { Mark } from '../marks.ts';
import { rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, fitted, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The distance of the two periods from the left and right edge of the frame, in points. */
const inset = { from: 74, to: 82 } as const;

/** The least distance between the names of the two periods, in points. */
const betweenPeriods = 6;

/** Room above the highest value, under the subtitle, in points. */
const headroom = 34.75;

/** The default and minimum height of the plot, in points. */
const plot = { default: 225.25, min: 90 } as const;

/** Two lines from the base period to the current one. The gap between them is shaded. */
export function slope(chart: SlopeChart, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const base = Math.max(frame.foot ?? frame.y + headroom + plot.default, frame.y + headroom + plot.min);
  const left = frame.x + inset.from;
  const right = frame.x + frame.width - inset.to;
  const largest = Math.max(...chart.lines.flatMap(({ from, to }) => [from, to]), 0);
  const y = scaleLinear()
    .domain([0, largest || 1])
    .range([base, frame.y + headroom]);
  const [high, low] = chart.lines.toSorted((a, b) => b.to - a.to);
  if (!high || !low) return { marks: [], bottom: frame.y };
  const ends = { from: [y(high.from), y(low.from)], to: [y(high.to), y(low.to)] } as const;
  const wedge = [left, ends.from[0], right, ends.to[0], right, ends.to[1], left, ends.from[1]];
  const deeper = toneColours(palette.theme, high.tone);
  const lines = [low, high].map(
    (line): Mark => ({
      mark: 'line',
      x1: left,
      y1: y(line.from),
      x2: right,
      y2: y(line.to),
      stroke: toneColours(palette.theme, line.tone).solid,
      weight: 2.5,
    }),
  );
  const [from, to] = chart.periods.map((period) => widthOf(palette, period, styles.axisStrong) / 2);
  // On a narrow plot the periods move apart.
  const apart = Math.max(0, left + (from ?? 0) + betweenPeriods - (right - (to ?? 0))) / 2;
  const marks: Mark[] = [
    { mark: 'polygon', rings: [wedge], fill: deeper.tint },
    rule(frame.x, frame.x + frame.width, base, colours.text, 0.75),
    { mark: 'line', x1: left, y1: base, x2: left, y2: Math.min(...ends.from), stroke: colours.rule, weight: 0.5 },
    { mark: 'line', x1: right, y1: base, x2: right, y2: Math.max(...ends.to), stroke: colours.rule, weight: 0.5 },
    ...lines,
    ...[low, high].flatMap((line) => endDots(line, left, right, y, palette)),
    gapLine(right, ends.to, deeper.text),
    ...fromLabels(chart, left, y, base, palette),
    ...toLabels(chart, [high, low], right, ends.to, base, palette),
    textMark(palette, chart.periods[0], styles.axisStrong, { x: left - apart, y: base + 13, align: 'centre' }),
    textMark(palette, chart.periods[1], styles.axisStrong, { x: right + apart, y: base + 13, align: 'centre' }),
  ];
  return { marks, bottom: base + 13, next: base + 28.5 };
}

function endDots(
  line: SlopeLine,
  left: number,
  right: number,
  y: (value: number) => number,
  palette: Palette,
): readonly Mark[] {
  const { solid } = toneColours(palette.theme, line.tone);
  return [
    line.fromLabel.calculated
      ? {
          mark: 'circle',
          x: left,
          y: y(line.from),
          radius: 3.6,
          fill: '#FFFFFF',
          outline: { stroke: solid, weight: 1.6 },
        }
      : { mark: 'circle', x: left, y: y(line.from), radius: 4.2, fill: solid },
    { mark: 'circle', x: right, y: y(line.to), radius: 4.2, fill: solid },
  ];
}

function gapLine(x: number, [high, low]: readonly [number, number], stroke: string): Mark {
  const room = low - high > 24 ? 9 : 0;
  return { mark: 'line', x1: x, y1: low - room, x2: x, y2: high + room, stroke, weight: 0.75, dash: [2, 2] };
}

/** From the last label of the base to the gap under it, in points: by default, and closer on a low plot. */
const gapOffsets = [35.5, 30, 25.5] as const;

/** From the upper line of the lowest label to the axis, in points: the name under it keeps clear of the period. */
const aboveAxis = 17;

/**
 * The labels of the base, left of their line ends and moved apart if the ends are close. The upper line of the base may
 * be the lower one of the current period.
 */
function fromLabels(
  chart: SlopeChart,
  left: number,
  y: (value: number) => number,
  base: number,
  palette: Palette,
): readonly Mark[] {
  const [high, low] = chart.lines.toSorted((a, b) => b.from - a.from || b.to - a.to);
  if (!high || !low) return [];
  const [top, bottom] = [y(high.from), y(low.from)];
  const x = left - 9;
  const right = { x, align: 'right' } as const;
  const down = Math.min(Math.max(bottom + 9.5, Math.min(top - 2, bottom - 8.5) + 18), base - aboveAxis);
  const up = Math.min(top - 2, bottom - 8.5, down - 18);
  const gapAt = gapOffsets.map((offset) => down + offset).find((y) => y + 12.5 < base - 4);
  const name = (line: SlopeLine) =>
    restyle(styles.value, { colour: line.tone === 'imports' ? 'importsText' : 'exports' });
  const [gap] = chart.gaps;
  return [
    textMark(palette, high.name, name(high), { ...right, y: up - 11 }),
    ...labelMarks(palette, high.fromLabel, styles.valuePlain, { ...right, y: up }),
    ...labelMarks(palette, low.fromLabel, styles.valuePlain, { ...right, y: down }),
    textMark(palette, low.name, name(low), { ...right, y: down + 13 }),
    ...(gapAt !== undefined
      ? [
          textMark(palette, gap.word, styles.soft, { ...right, y: gapAt }),
          ...labelMarks(palette, gap.label, styles.valueLarge, { ...right, y: gapAt + 12.5 }),
        ]
      : []),
  ];
}

function toLabels(
  chart: SlopeChart,
  [high, low]: readonly [SlopeLine, SlopeLine],
  right: number,
  [top, bottom]: readonly [number, number],
  base: number,
  palette: Palette,
): readonly Mark[] {
  const x = right + 11;
  const lowAt = Math.min(Math.max(bottom, top + 34) + 4, base - aboveAxis);
  const highAt = Math.min(top + 1, lowAt - 37);
  const colour = (line: SlopeLine) => (line.tone === 'imports' ? 'importsText' : 'exports');
  const room = inset.to - 11;
  const callout = (line: SlopeLine) => restyle(styles.callout, { colour: colour(line) });
  const end = (line: SlopeLine, y: number) => [
    ...labelMarks(palette, line.toLabel, fitted(palette, line.toLabel.text, callout(line), room), { x, y }),
    textMark(palette, line.toName, restyle(styles.value, { colour: colour(line) }), { x, y: y + 12 }),
  ];
  const [, gap] = chart.gaps;
  const middle = (highAt + lowAt) / 2 - 4.5;
  const roomy = lowAt - highAt > 73;
  const gapMarks = roomy
    ? [
        textMark(palette, gap.word, styles.soft, { x, y: middle }),
        ...labelMarks(palette, gap.label, restyle(styles.valueLarge, { size: 10 }), { x, y: middle + 12.5 }),
      ]
    : [];
  return [...end(high, highAt), ...end(low, lowAt), ...gapMarks];
}

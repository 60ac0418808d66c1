import { scaleLinear } from 'd3-scale';
import type { ShareLines, Tone } from '../../document/index.ts';
import { type Mark, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { spread } from './placing.ts';
import { chartStyles as styles } from './styles.ts';

/** The room for names and first values left of the lines, and for last values right of them, in points. */
const side = { left: 76, right: 36 } as const;

/** From the subtitle to 100 per cent, and the default and least height from there to zero. */
const plot = { top: 8, height: 86, min: 56 } as const;

/** The least distance between labels, in points. */
const apart = 10.5;

/** Shares over equal periods on a scale from 0 to 100; a year that is not known between two others is dotted. */
export function shareLines(chart: ShareLines, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const base = Math.max(frame.foot ?? frame.y + plot.top + plot.height, frame.y + plot.top + plot.min);
  const [left, right] = [frame.x + side.left, frame.x + frame.width - side.right];
  const x = scaleLinear()
    .domain([0, Math.max(1, chart.places.length - 1)])
    .range([left, right]);
  const top = Math.max(frame.y + plot.top, base - plot.height);
  const y = scaleLinear().domain([0, 100]).range([base, top]);
  const lines = chart.lines.flatMap(({ tone, points }) => {
    const { solid } = toneColours(palette.theme, tone);
    const joins = points.slice(1).map((point, index): Mark => {
      const before = points[index] ?? point;
      const ends = { x1: x(before.at), y1: y(before.share), x2: x(point.at), y2: y(point.share) };
      const isNext = point.at === before.at + 1;
      return { mark: 'line', ...ends, stroke: solid, weight: 2, ...(isNext ? {} : { dash: [0.1, 3.5], round: true }) };
    });
    const discs = points.map(({ at, share }): Mark => {
      return { mark: 'circle', x: x(at), y: y(share), radius: 3.2, fill: solid };
    });
    return [...joins, ...discs];
  });
  const last = chart.places.length - 1;
  const widest = Math.max(...chart.places.map((place) => widthOf(palette, place, styles.axisStrong)));
  // Where places are close, every second is named, the last among them.
  const isClose = last > 0 && x(1) - x(0) < widest + 4;
  const years = chart.places.flatMap((place, at) =>
    isClose && (last - at) % 2 === 1
      ? []
      : [textMark(palette, place, styles.axisStrong, { x: x(at), y: base + 12.5, align: 'centre' })],
  );
  const marks = [
    rule(left - 10, right + 10, base, colours.text, 0.75),
    ...lines,
    ...years,
    ...endLabels(chart, { x: frame.x, left, right, base }, y, palette),
  ];
  return { marks, bottom: base + 12.5, next: base + 28 };
}

/** The names with the first shares left of the lines, and the last shares right of them, moved apart. */
function endLabels(
  { lines }: ShareLines,
  {
    x,
    left,
    right,
    base,
  }: { readonly x: number; readonly left: number; readonly right: number; readonly base: number },
  y: (share: number) => number,
  palette: Palette,
): readonly Mark[] {
  const heights = (wanted: readonly (number | undefined)[]) =>
    spread(
      wanted.map((share) => y(share ?? 0) + 3),
      apart,
      0,
      base - 2,
    );
  const [firsts, lasts] = [
    heights(lines.map(({ points }) => points[0]?.share)),
    heights(lines.map(({ points }) => points.at(-1)?.share)),
  ];
  return lines.flatMap(({ tone, name, first, last }, index) => [
    textMark(palette, name, restyle(styles.value, { colour: colourOf(tone) }), { x, y: firsts[index] ?? base }),
    textMark(palette, first, styles.axis, { x: left - 7, y: firsts[index] ?? base, align: 'right' }),
    textMark(palette, last, restyle(styles.valueLarge, { colour: colourOf(tone) }), {
      x: right + 7,
      y: lasts[index] ?? base,
    }),
  ]);
}

function colourOf(tone: Tone) {
  if (tone === 'imports') return 'importsText';
  return tone === 'exports' ? 'exports' : 'textSecondary';
}

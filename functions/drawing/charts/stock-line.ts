import { scaleLinear } from 'd3-scale';
import type { StockLine } from '../../document/index.ts';
import { type LabelRequest, placeLabels, textBoxes } from '../maps/place-labels.ts';
import { type Mark, type Rectangle, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Offsets in points from the last baseline above: the largest count, the axis, the names of the years, source. */
const at = { top: 20, foot: 65, name: 76, source: 90 } as const;

/** The radius of a disc and of a ring, the stroke of a ring, and the room right of the axis, in points. */
const mark = { disc: 2.4, ring: 2.8, stroke: 1.3, endRoom: 22 } as const;

/** A year narrower than this many points has its tick but no name. */
const nameRoom = 19;

const firstLabel = styles.category;
const lastLabel = restyle(styles.value, { size: 9.5 });
const ringLabel = restyle(styles.softSmall, { colour: 'turnover' });

/** Counts of one publisher on a true time axis from zero, joined; those of others as rings with their names. */
export function stockLine(chart: StockLine, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const squeeze = frame.squeeze ?? 0;
  const foot = frame.y + at.foot - squeeze;
  const last = chart.points.at(-1);
  const room = Math.max(mark.endRoom, 8 + (last ? widthOf(palette, last.label, lastLabel) : 0));
  const x = scaleLinear()
    .domain([0, chart.axis.months])
    .range([frame.x, frame.x + frame.width - room]);
  const y = scaleLinear()
    .domain([0, Math.max(...[...chart.points, ...chart.rings].map(({ value }) => value)) || 1])
    .range([foot, frame.y + at.top]);
  const points = chart.points.map((point) => ({ ...point, x: x(point.at), y: y(point.value) }));
  const rings = chart.rings.map((ring) => ({ ...ring, x: x(ring.at), y: y(ring.value) }));
  const line: Mark = {
    mark: 'polygon',
    rings: [points.flatMap((point) => [point.x, point.y])],
    open: true,
    stroke: { colour: colours.exports, weight: 1.5 },
  };
  const ends = endLabels(points, frame.x, palette);
  const area = { x: frame.x - 2, y: frame.y + 4, width: frame.width + 2, height: foot - frame.y - 5 };
  const obstacles = [
    ...textBoxes(ends),
    ...[...points, ...rings].map((point) => ({ x: point.x - 3.5, y: point.y - 3.5, width: 7, height: 7 })),
    ...alongLine(points),
  ];
  const names = placeLabels(rings.map(requestOf), obstacles, area, palette).marks;
  const outline = { stroke: colours.turnover, weight: mark.stroke };
  return {
    marks: [
      line,
      ...points.map(
        (point): Mark => ({ mark: 'circle', x: point.x, y: point.y, radius: mark.disc, fill: colours.exports }),
      ),
      ...rings.map(
        (ring): Mark => ({ mark: 'circle', x: ring.x, y: ring.y, radius: mark.ring, fill: '#FFFFFF', outline }),
      ),
      ...ends,
      ...names,
      ...axisMarks(chart, x, foot, palette),
    ],
    bottom: frame.y + at.name - squeeze,
    next: frame.y + at.source - squeeze,
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

function endLabels(points: readonly Point[], left: number, palette: Palette): readonly Mark[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const end = textMark(palette, last.label, lastLabel, { x: last.x + 6, y: last.y + 3.2 });
  if (first === last) return [end];
  const middle = Math.max(first.x, left + widthOf(palette, first.label, firstLabel) / 2);
  return [textMark(palette, first.label, firstLabel, { x: middle, y: first.y - 6, align: 'centre' }), end];
}

function requestOf({ x, y, label }: Point): LabelRequest {
  const order = ['below', 'above', 'right', 'left'] as const;
  return { lines: [{ text: label, style: ringLabel }], x, y, reach: 5, whole: true, order };
}

/** The line as obstacles, two points apart. */
function alongLine(points: readonly Point[]): readonly Rectangle[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const steps = Math.max(1, Math.ceil(Math.abs(to.x - from.x) / 2));
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps - 1.5,
      width: 2,
      height: 3,
    }));
  });
}

function axisMarks({ axis }: StockLine, x: (month: number) => number, foot: number, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  const tick = (month: number): Mark => ({
    mark: 'line',
    x1: x(month),
    y1: foot,
    x2: x(month),
    y2: foot + 3,
    stroke: colours.text,
    weight: 0.75,
  });
  const room = x(12) - x(0);
  const step = Math.ceil(nameRoom / room);
  const names = axis.years.flatMap(({ name, start }, index): readonly Mark[] => {
    const isNamed = (axis.years.length - 1 - index) % step === 0;
    const place = { x: x(start + 6), y: foot + at.name - at.foot, align: 'centre' } as const;
    return [tick(start), ...(isNamed ? [textMark(palette, name, restyle(styles.tiny, { size: 7 }), place)] : [])];
  });
  return [rule(x(0), x(axis.months), foot, colours.text, 0.75), ...names, tick(axis.months)];
}

import type { Label, LeadGap, LeadLine, LeadLines, LeadPoint } from '../../document/index.ts';
import { type Mark, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, fitted, labelMarks, type Palette, type Plot, textMark } from './frame.ts';
import { isNear, type Stretch } from './placing.ts';
import { scaleTop } from './scale-top.ts';
import { chartStyles as styles } from './styles.ts';
import { toneText } from './tone-text.ts';

/** From the subtitle to the top of the plot, and the height of a plot without a fixed foot, in points. */
const plot = { head: 24, height: 250, left: 4 } as const;

/** Room for the labels at the ends, at least and at most, and the distance of the ends from them, in points. */
const ends = { least: 74, most: 90, gap: 9 } as const;

/** More months than these without a value are not bridged. */
const longestHole = 6;

/** The height of the two lines of a label at an end, and from its number to its name, in points. */
const label = { height: 30, name: 14 } as const;

/** One or two lines over months, with what their ends are called and the gap between them shaded. */
export function leadLines(chart: LeadLines, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const scales = scalesOf(chart, frame, palette);
  const { base, right } = scales;
  const marked = markedLabels(chart.lines, frame, scales, palette);
  const marks: readonly Mark[] = [
    ...(chart.gap ? wedge(chart.lines, scales, palette) : []),
    ...yearMarks(chart, frame, scales, palette),
    ...chart.lines.flatMap((line) => lineMarks(line, scales, palette)),
    rule(frame.x, right, base, colours.text, 0.75),
    ...gapMarks(chart, scales, palette),
    ...crossingMarks(chart, scales, marked, palette),
    ...chart.lines.flatMap((line) => ringMarks(line, scales, palette)),
    ...marked.flatMap(({ label, right: x, y }) =>
      labelMarks(palette, label, styles.category, { x, y, align: 'right' }),
    ),
    ...endLabels(chart, frame, scales, palette),
  ];
  return { marks, bottom: base + 12, next: base + 28 };
}

function scalesOf(chart: LeadLines, frame: ChartFrame, palette: Palette): Plot {
  const top = frame.y + plot.head;
  const base = Math.max(frame.foot ?? top + plot.height, top + 60);
  const names = chart.lines.flatMap(({ end }) => [
    widthOf(palette, end.name, styles.head),
    widthOf(palette, end.label.text, styles.callout),
  ]);
  const room = Math.min(ends.most, Math.max(ends.least, ...names.map((width) => width + ends.gap)));
  const left = frame.x + plot.left;
  const right = frame.x + frame.width - room;
  const highest = scaleTop(Math.max(...chart.lines.flatMap(({ thin, points }) => [...thin, ...points]).map(amountOf)));
  return {
    x: (at) => left + (at / Math.max(1, chart.months)) * (right - left),
    y: (value) => base - (value / highest) * (base - top),
    left,
    right,
    base,
  };
}

const amountOf = ({ value }: LeadPoint) => value;

function yearMarks({ years }: LeadLines, frame: ChartFrame, { x, left, right, base }: Plot, palette: Palette) {
  const widest = Math.max(0, ...years.map(({ name }) => widthOf(palette, name, styles.axisStrong)));
  const pitch = years.length > 1 ? (right - left) / years.length : Number.POSITIVE_INFINITY;
  const every = Math.max(1, Math.ceil((widest + 4) / pitch));
  return years.flatMap(({ name, start, end }, index): readonly Mark[] => {
    const from = Math.max(left, x(start));
    const to = Math.min(right, x(end));
    const tick: readonly Mark[] =
      start >= 0
        ? [
            {
              mark: 'line',
              x1: x(start),
              y1: base,
              x2: x(start),
              y2: base + 3,
              stroke: palette.theme.colours.text,
              weight: 0.75,
            },
          ]
        : [];
    const half = widthOf(palette, name, styles.axisStrong) / 2;
    const middle = Math.min(Math.max((from + to) / 2, frame.x + half), right);
    const isShown = (years.length - 1 - index) % every === 0 && (to - from >= 2 * half || years.length === 1);
    return isShown
      ? [...tick, textMark(palette, name, styles.axisStrong, { x: middle, y: base + 12, align: 'centre' })]
      : tick;
  });
}

/** The line: thin where it rests on indices, dotted over months that are not known. */
function lineMarks({ tone, thin, points }: LeadLine, { x, y }: Plot, palette: Palette): readonly Mark[] {
  const { solid } = toneColours(palette.theme, tone);
  const path = (run: readonly LeadPoint[], weight: number): readonly Mark[] =>
    run.length < 2
      ? []
      : [
          {
            mark: 'polygon',
            rings: [run.flatMap(({ at, value }) => [x(at), y(value)])],
            stroke: { colour: solid, weight },
            open: true,
          },
        ];
  const [first] = points;
  const runs = runsOf(points);
  const dots = runs.slice(1).flatMap((run, index): readonly Mark[] => {
    const [from, to] = [runs[index]?.at(-1), run[0]];
    if (!from || !to || to.at - from.at > longestHole) return [];
    const [x1, y1, x2, y2] = [x(from.at), y(from.value), x(to.at), y(to.value)];
    return [{ mark: 'line', x1, y1, x2, y2, stroke: solid, weight: 2, dash: [0.1, 3], round: true }];
  });
  return [...path(first ? [...thin, first] : thin, 1), ...dots, ...runs.flatMap((run) => path(run, 2.5))];
}

/** Points in stretches without a month missing. */
function runsOf(points: readonly LeadPoint[]): readonly (readonly LeadPoint[])[] {
  const runs: LeadPoint[][] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before && point.at - before.at === 1) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** The gap between two lines, tinted in the tone of the higher one; cut where they cross. */
function wedge(lines: readonly LeadLine[], { x, y }: Plot, palette: Palette): readonly Mark[] {
  const [a, b] = lines;
  if (!a || !b) return [];
  const other = new Map(b.points.map(({ at, value }) => [at, value]));
  const pairs = a.points.flatMap(({ at, value }) => {
    const value2 = other.get(at);
    return value2 === undefined ? [] : [{ at, a: value, b: value2 }];
  });
  const areas: { higher: LeadLine; upper: number[]; lower: number[] }[] = [];
  const begin = (higher: LeadLine) => {
    const area = { higher, upper: [], lower: [] };
    areas.push(area);
    return area;
  };
  for (const [index, pair] of pairs.entries()) {
    const before = pairs[index - 1];
    const higher = pair.a >= pair.b ? a : b;
    let area = areas.at(-1);
    if (!area || !before || pair.at - before.at > longestHole) area = begin(higher);
    else if (area.higher !== higher) {
      const part = (before.a - before.b) / (before.a - before.b - (pair.a - pair.b));
      const cross = [x(before.at + part * (pair.at - before.at)), y(before.a + part * (pair.a - before.a))];
      area.upper.push(...cross);
      area = begin(higher);
      area.upper.push(...cross);
    }
    area.upper.push(x(pair.at), y(Math.max(pair.a, pair.b)));
    area.lower.unshift(x(pair.at), y(Math.min(pair.a, pair.b)));
  }
  return areas.map(({ higher, upper, lower }) => ({
    mark: 'polygon',
    rings: [[...upper, ...lower]],
    fill: toneColours(palette.theme, higher.tone).tint,
  }));
}

function ringMarks({ tone, points, marked }: LeadLine, { x, y }: Plot, palette: Palette): readonly Mark[] {
  const { solid } = toneColours(palette.theme, tone);
  const ring = ({ at, value }: LeadPoint, radius: number, weight: number): Mark => {
    return { mark: 'circle', x: x(at), y: y(value), radius, fill: '#FFFFFF', outline: { stroke: solid, weight } };
  };
  const last = points.at(-1);
  const first = marked && points.find(({ at }) => at === marked.at);
  return [...(first && first !== last ? [ring(first, 3.2, 1.6)] : []), ...(last ? [ring(last, 3.6, 1.8)] : [])];
}

/** A value at a marked point, at the right end of its baseline. */
interface MarkedLabel extends Stretch {
  readonly label: Label;
  readonly y: number;
}

/** From a line up to the baseline of a value above it, and down to that of one below, in points. */
const clear = { above: 5, below: 13 } as const;

/** The values at the marked points: before their rings, above the line there or below, whichever is nearer and clear of it. */
function markedLabels(
  lines: readonly LeadLine[],
  frame: ChartFrame,
  { x, y }: Plot,
  palette: Palette,
): readonly MarkedLabel[] {
  const placed = lines.flatMap(({ points, marked, thin }) => {
    const point = marked && points.find(({ at }) => at === marked.at);
    if (!marked || !point || point === points.at(-1)) return [];
    const next = points[points.indexOf(point) + 1];
    const isUnder = thin.length === 0 && next !== undefined && next.value > point.value;
    const width = widthOf(palette, marked.label.text, styles.category);
    const right = Math.max(frame.x + width, x(point.at) - 5);
    const own: Stretch = { left: right - width, right };
    const heights = [...thin, ...points].flatMap((each, index, all) => {
      const after = all[index + 1];
      const isOver = after && isNear(own, { left: x(each.at), right: x(after.at) }, 1);
      return isOver ? [y(each.value), y(after.value)] : [];
    });
    const [over, under] = [y(point.value) - 8, y(point.value) + 14];
    const above = Math.min(over, ...heights.map((height) => height - clear.above));
    const below = Math.max(under, ...heights.map((height) => height + clear.below));
    const [awayAbove, awayBelow] = [over - above, below - under];
    const isNearer = awayBelow < awayAbove || (awayBelow === awayAbove && isUnder);
    // The upright of the gap stands on the lower of two points: a value that has no room before it stands under it.
    const isFoot = lines.some((line) => line.points.some(({ at, value }) => at === point.at && value > point.value));
    const isCrossed = isFoot && right > x(point.at) - 2;
    const level = isCrossed || isNearer ? below : above;
    return [{ ...own, label: marked.label, y: level }];
  });
  const [high, low] = placed.toSorted((a, b) => a.y - b.y);
  return placed.map((each) => (each === low && high ? { ...each, y: Math.max(low.y, high.y + 14) } : each));
}

/**
 * Where the lines crossed last: a tick from there to what it made of the gap, and when. That stands under the lines, deeper
 * where the values at the marked points are in its way.
 */
function crossingMarks(
  { crossing, lines }: LeadLines,
  { x, y, left, right }: Plot,
  marked: readonly MarkedLabel[],
  palette: Palette,
): readonly Mark[] {
  const point = crossing && lines[0]?.points.find(({ at }) => at === crossing.at);
  if (!crossing || !point) return [];
  const top = Math.max(
    ...lines.flatMap(({ points }) => points.filter(({ at }) => at === crossing.at).map(({ value }) => y(value))),
  );
  const half = widthOf(palette, crossing.label, styles.soft) / 2;
  const middle = Math.min(Math.max(x(crossing.at), left + half), right - half);
  const own: Stretch = { left: middle - half, right: middle + half };
  const beside = marked.filter((other) => isNear(own, other, crossingGap.beside)).map((other) => other.y);
  const level = beside
    .toSorted((a, b) => a - b)
    .reduce((at, other) => (Math.abs(other - at) < crossingGap.over ? other + crossingGap.over : at), top + 25);
  const stroke = palette.theme.colours.textTertiary;
  return [
    { mark: 'line', x1: x(crossing.at), y1: top + 3, x2: x(crossing.at), y2: level - 9, stroke, weight: 0.5 },
    textMark(palette, crossing.label, styles.soft, { x: middle, y: level, align: 'centre' }),
  ];
}

/** How far what is said of a crossing keeps from a value beside it and from one over it, in points. */
const crossingGap = { beside: 4, over: 13 } as const;

/** The gap at the marked points and at the ends: an upright, and inside it its word and value where there is room. */
function gapMarks({ gap, lines }: LeadLines, { x, y }: Plot, palette: Palette): readonly Mark[] {
  const [a, b] = lines;
  if (!gap || !a || !b) return [];
  const upright = (at: number | undefined, inside: LeadGap | null): readonly Mark[] => {
    const [one, two] = [a, b].map(({ points }) => points.find((point) => point.at === at));
    if (at === undefined || !one || !two) return [];
    const [top, bottom] = [Math.min(y(one.value), y(two.value)), Math.max(y(one.value), y(two.value))];
    const stroke = palette.theme.colours.importsText;
    const line: Mark = { mark: 'line', x1: x(at), y1: bottom, x2: x(at), y2: top, stroke, weight: 0.9, dash: [2, 2] };
    if (!inside || bottom - top < 44) return [line];
    const middle = (top + bottom) / 2;
    const left = x(at) + 7;
    return [
      line,
      textMark(palette, inside.word, styles.soft, { x: left, y: middle - 2 }),
      ...labelMarks(palette, inside.label, styles.value, { x: left, y: middle + 10 }),
    ];
  };
  const last = a.points.at(-1)?.at;
  const first = a.marked?.at;
  return [...(first === last ? [] : upright(first, gap.first)), ...upright(last, null)];
}

/** What the ends are called, moved apart where they are close, with the gap between them where there is room. */
function endLabels(chart: LeadLines, frame: ChartFrame, { y, right, base }: Plot, palette: Palette): readonly Mark[] {
  const x = right + ends.gap;
  const room = frame.x + frame.width - x;
  const placed = chart.lines
    .flatMap((line) => {
      const last = line.points.at(-1);
      return last ? [{ line, y: y(last.value) }] : [];
    })
    .toSorted((a, b) => a.y - b.y);
  const [high, low] = placed;
  const spread = high && low ? Math.max(0, label.height - (low.y - high.y)) / 2 : 0;
  const lowest = Math.min((low ?? high)?.y ?? base, base - 8) + spread;
  const over = Math.max(0, lowest + 5 + label.name - (base + 12));
  const at = placed.map((each, index) => {
    const moved = placed.length > 1 ? (index === 0 ? -spread : spread) : 0;
    return { ...each, y: Math.min(each.y, base - 8) + moved - over };
  });
  const names = at.flatMap(({ line: { tone, end }, y: level }) => {
    const colour = toneText[tone];
    const callout = fitted(palette, end.label.text, restyle(styles.callout, { colour }), room);
    const name = fitted(palette, end.name, restyle(styles.head, { colour }), room);
    return [
      ...labelMarks(palette, end.label, callout, { x, y: level + 5 }),
      textMark(palette, end.name, name, { x, y: level + 5 + label.name }),
    ];
  });
  const [top, bottom] = at;
  const inside = chart.gap?.last;
  if (!inside || !top || !bottom || bottom.y - top.y < label.height + 34) return names;
  const middle = (top.y + bottom.y) / 2 + 6;
  return [
    ...names,
    textMark(palette, inside.word, styles.soft, { x, y: middle - 2 }),
    ...labelMarks(palette, inside.label, styles.valueLarge, { x, y: middle + 10 }),
  ];
}

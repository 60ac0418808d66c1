import { scaleLinear } from 'd3-scale';
import type { SmallMultiple, TimeMark } from '../../document/index.ts';
import { type LabelWish, type PlacedLabels, placeLabels } from '../maps/place-labels.ts';
import type { Mark, Rectangle } from '../marks.ts';
import { rule } from '../marks.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';
import { blockMarks, ledgeMarks, pointMarks, whiskerMarks } from './time-marks.ts';

/** Offsets from the baseline of the subtitle: where labels may begin, the plot, its base, the years, the source. */
const at = { labels: 4, top: 22.5, base: 74.5, years: 85, source: 96.5 } as const;

/** The room right of the axis, for the label of a value at its end. */
const endRoom = 26;

/** The height of a block in another currency, as a share of the plot. */
const blockHeight = 0.62;

/** The share of the space of a year below which it keeps its tick and loses its name. */
const nameRoom = 18;

/** Values of one series over the months that all small multiples of a page share; the value axis begins at zero. */
export function smallMultiple(chart: SmallMultiple, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const base = frame.y + at.base;
  const end = frame.x + frame.width - endRoom;
  const x = scaleLinear().domain([0, chart.axis.months]).range([frame.x, end]);
  const onScale = chart.marks.filter(({ shape }) => shape !== 'block').map(({ value }) => value);
  const y = scaleLinear()
    .domain([Math.min(0, ...onScale), Math.max(0, ...onScale) || 1])
    .range([base, frame.y + at.top]);
  const placed = chart.marks.map((mark) => place(mark, x, y, base));
  const joins = chart.marks.flatMap((mark, index): readonly Mark[] => {
    const [from, to] = [mark.from === null ? undefined : placed[mark.from], placed[index]];
    if (!from || !to) return [];
    return [{ mark: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colours.exp, weight: 1.5 }];
  });
  const drawn = placed.flatMap((entry) => marksOf(entry, y(0), palette));
  const labels = labelMarks(placed, frame, palette);
  const zero = y(0) < base - 1 ? [rule(frame.x, end, y(0), colours.ink, 0.75)] : [];
  const axis = [rule(frame.x, end, base, zero.length > 0 ? colours.rule : colours.ink, 0.75), ...zero];
  return {
    marks: [...joins, ...drawn, ...axis, ...yearMarks(chart, x, base, frame, palette), ...labels],
    bottom: frame.y + at.years,
    next: frame.y + at.source,
  };
}

interface Placed {
  readonly mark: TimeMark;
  readonly left: number;
  readonly right: number;
  readonly x: number;
  readonly y: number;
}

function place(mark: TimeMark, x: (month: number) => number, y: (value: number) => number, base: number): Placed {
  const [left, right] = [x(mark.start), x(mark.start + mark.months)];
  const top = mark.shape === 'block' ? base - (at.base - at.top) * blockHeight : y(mark.value);
  return { mark, left, right, x: (left + right) / 2, y: top };
}

function marksOf({ mark, left, right, x, y }: Placed, zero: number, palette: Palette): readonly Mark[] {
  switch (mark.shape) {
    case 'date':
      return pointMarks(mark, x, y, palette);
    case 'year':
      return [...whiskerMarks(left, right, y, mark.own, palette), ...pointMarks(mark, x, y, palette)];
    case 'period':
      return ledgeMarks(mark, left, right, y, zero, palette);
    case 'block':
      return blockMarks(left, right, y, zero, palette);
  }
}

/**
 * Values beside their marks, the newest first, so that it is the last to go without. Where there is no room for all,
 * words under them are left out one after the other: names of points first, other currencies last; then values may take
 * two lines.
 */
function labelMarks(placed: readonly Placed[], frame: ChartFrame, palette: Palette): readonly Mark[] {
  const dispensable = placed
    .filter(({ mark }) => mark.word !== null)
    .toSorted((a, b) => importance[a.mark.shape] - importance[b.mark.shape]);
  const tries = Array.from({ length: dispensable.length + 2 }, (_, left) => {
    const without = new Set(dispensable.slice(0, left));
    const broken = left > dispensable.length;
    return placeValues(placed, (entry) => !without.has(entry), broken, frame, palette);
  });
  const fewest = Math.min(...tries.map(({ unplaced }) => unplaced.length));
  const marks = tries.find(({ unplaced }) => unplaced.length === fewest)?.marks ?? [];
  return marks.toSorted(asRead);
}

/** From left to right, so that neighbouring numbers are copied apart. */
function asRead(a: Mark, b: Mark): number {
  return a.mark === 'text' && b.mark === 'text' ? a.x - b.x : 0;
}

/** How much is lost with the word under a value, by the shape of its mark. */
const importance = { date: 0, year: 1, period: 2, block: 3 } as const;

function placeValues(
  placed: readonly Placed[],
  hasWord: (entry: Placed) => boolean,
  broken: boolean,
  frame: ChartFrame,
  palette: Palette,
): PlacedLabels {
  const area = { x: frame.x - 3, y: frame.y + at.labels - 2, width: frame.width + 6, height: at.base - at.labels + 2 };
  const wishes = placed.toReversed().map((entry): LabelWish => {
    const { mark, left, right, x, y } = entry;
    const value = { text: mark.label, style: chartStyles.value };
    const word = mark.word && hasWord(entry) ? [{ text: mark.word, style: chartStyles.softSmall }] : [];
    const wide = mark.shape === 'period' || mark.shape === 'block';
    return {
      lines: [value, ...word],
      ...(broken ? {} : { whole: true as const }),
      x,
      y,
      reach: 5,
      ...(wide ? { half: (right - left) / 2 + 3 } : {}),
    };
  });
  const obstacles = placed.flatMap(({ mark, left, right, x, y }): readonly Rectangle[] => {
    const up = mark.qualifier === 'more_than' ? 7 : 0;
    const down = mark.qualifier === 'nearly' ? 7 : 0;
    const height = frame.y + at.base - y;
    const drop = (at: number) => ({ x: at - 0.5, y, width: 1, height });
    if (mark.shape === 'block') return [{ x: left, y: y - 6, width: right - left, height: height + 6 }];
    if (mark.shape === 'date') return [{ x: x - 4, y: y - 4 - up, width: 8, height: 8 + up + down }];
    if (mark.shape === 'year') return [{ x: left, y: y - 4, width: right - left, height: 8 }];
    return [{ x: left, y: y - 2 - up, width: right - left, height: 4 + up + down }, drop(left), drop(right)];
  });
  return placeLabels(wishes, obstacles, area, palette, ['above', 'right', 'left', 'below']);
}

/** A tick at each January and at the end, the name of each year in the middle of its months. */
function yearMarks(
  { axis }: SmallMultiple,
  x: (month: number) => number,
  base: number,
  frame: ChartFrame,
  palette: Palette,
): readonly Mark[] {
  const tick = (month: number): Mark => ({
    mark: 'line',
    x1: x(month),
    y1: base,
    x2: x(month),
    y2: base + 3,
    stroke: palette.theme.colours.ink,
    weight: 0.5,
  });
  return axis.years.flatMap(({ name, start }) => {
    const end = Math.min(start + 12, axis.months);
    const room = x(end) - x(start);
    const text = textMark(palette, name, chartStyles.tiny, {
      x: (x(start) + x(end)) / 2,
      y: frame.y + at.years,
      align: 'centre',
    });
    return [tick(start), ...(end === axis.months ? [tick(end)] : []), ...(room >= nameRoom ? [text] : [])];
  });
}

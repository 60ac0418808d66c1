import { scaleLinear } from 'd3-scale';
import type { SmallMultiple, TimeMark } from '../../document/index.ts';
import { type LabelRequest, overlap, type PlacedLabels, placeLabels, textBoxes } from '../maps/place-labels.ts';
import { filled, type Mark, type Rectangle, rule } from '../marks.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';
import { blockMarks, ledgeMarks, pointMarks, whiskerMarks } from './time-marks.ts';

/** Offsets in points from the baseline of the subtitle: top of the labels, plot, base, years, source. */
const at = { labels: 4, top: 22.5, base: 74.5, years: 85, source: 96.5 } as const;

/** The room right of the axis for the label of a value at its end, in points. */
const endRoom = 26;

/** The height of a block in another currency, relative to the plot. */
const blockHeight = 0.62;

/** The room for the arrow of «more than» above its mark and of «nearly» below it, in points. */
const arrowRoom = 7;

/** Equal values closer together than this many points share a label. */
const closeBy = 12;

/** A year narrower than this many points keeps its tick but has no name. */
const nameRoom = 18;

/** Values of one series over the months that all small multiples of a page share. The value axis begins at zero. */
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
  const joins = placed.flatMap(({ mark, x: x2, y: y2 }): readonly Mark[] => {
    const from = mark.from === null ? undefined : placed[mark.from];
    return from ? [{ mark: 'line', x1: from.x, y1: from.y, x2, y2, stroke: colours.exports, weight: 1.5 }] : [];
  });
  const drawn = placed.flatMap((entry) => marksOf(entry, y(0), palette));
  const labels = labelMarks(placed, y(0), frame, palette);
  const zero = y(0) < base - 1 ? [rule(frame.x, end, y(0), colours.text, 0.75)] : [];
  const axis = [rule(frame.x, end, base, zero.length > 0 ? colours.rule : colours.text, 0.75), ...zero];
  return {
    marks: [...joins, ...drawn, ...axis, ...yearMarks(chart, x, base, frame, palette), ...labels],
    bottom: frame.y + at.years,
    next: frame.y + at.source,
  };
}

interface PlacedMark {
  readonly mark: TimeMark;
  readonly left: number;
  readonly right: number;
  readonly x: number;
  readonly y: number;
}

function place(mark: TimeMark, x: (month: number) => number, y: (value: number) => number, base: number): PlacedMark {
  const [left, right] = [x(mark.start), x(mark.start + mark.months)];
  const top = mark.shape === 'block' ? base - (at.base - at.top) * blockHeight : y(mark.value);
  return { mark, left, right, x: (left + right) / 2, y: top };
}

function marksOf({ mark, left, right, x, y }: PlacedMark, zero: number, palette: Palette): readonly Mark[] {
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
 * Values beside their marks. Values with words under them come first because they need more room, then the newest, so
 * that it is left out last. If they do not all fit, labels move to another side or take two lines. Then words are
 * dropped one after the other: names of points first, other currencies last.
 */
function labelMarks(placed: readonly PlacedMark[], zero: number, frame: ChartFrame, palette: Palette): readonly Mark[] {
  const labelled = mergeEqualValues(placed);
  const dispensable = labelled
    .filter(({ mark }) => mark.word !== null)
    .toSorted((a, b) => importance[a.mark.shape] - importance[b.mark.shape]);
  const concessions = Array.from(
    { length: dispensable.length + 1 },
    (_, left) => new Set(dispensable.slice(0, left)),
  ).flatMap((without) => ways.map((way) => ({ without, ...way })));
  const obstacles = obstaclesOf(placed, frame);
  const periods = new Map<number, ReadonlyMap<PlacedMark, readonly Rectangle[]>>();
  let best: PlacedLabels | null = null;
  for (const concession of concessions) {
    const most: number = best?.unplaced.length ?? Number.POSITIVE_INFINITY;
    const { overhang } = concession;
    const others = periods.get(overhang) ?? otherPeriods(labelled, placed, zero, overhang);
    periods.set(overhang, others);
    const tried = placeValues(labelled, others, obstacles, concession, most, frame, palette);
    if (tried.unplaced.length < most || best === null) best = tried;
    if (best.unplaced.length === 0) break;
  }
  const marks = best?.marks ?? [];
  return [...labelBackgrounds(marks, placed, frame), ...marks.toSorted(byPosition)];
}

/** What is given up so that every value fits. */
interface Concession {
  /** Marks without their words. */
  readonly without: ReadonlySet<PlacedMark>;
  /** Whether values with words are placed right of their marks first instead of above. */
  readonly namesBeside: boolean;
  /** Whether values may take several lines. */
  readonly broken: boolean;
  /** How far the value of a point may reach over a period beside it, in points. */
  readonly overhang: number;
}

const ways = [0, 20].flatMap((overhang) =>
  [false, true].flatMap((broken) => [false, true].map((namesBeside) => ({ namesBeside, broken, overhang }))),
);

const aboveFirst = ['above', 'right', 'left', 'below', 'above from', 'above to'] as const;
const besideFirst = ['right', 'above', 'left', 'below', 'above from', 'above to'] as const;

/** Equal values that follow each other closely share one label, centred above them. */
function mergeEqualValues(placed: readonly PlacedMark[]): readonly PlacedMark[] {
  const merged: PlacedMark[] = [];
  for (const entry of placed) {
    const before = merged.at(-1);
    const same =
      before?.mark.shape === 'date' &&
      entry.mark.shape === 'date' &&
      before.mark.label === entry.mark.label &&
      before.mark.word === null &&
      entry.x - before.x < closeBy;
    if (same) merged[merged.length - 1] = { ...entry, left: before.left, x: (before.left + entry.right) / 2 };
    else merged.push(entry);
  }
  return merged;
}

/** White behind labels that cross a drop line, so that the line does not run through letters. */
function labelBackgrounds(labels: readonly Mark[], placed: readonly PlacedMark[], frame: ChartFrame): readonly Mark[] {
  const drops = placed.flatMap(({ mark, left, right, y }): readonly Rectangle[] => {
    const height = frame.y + at.base - y;
    return mark.shape === 'period' ? [left, right].map((x) => ({ x, y, width: 0.4, height })) : [];
  });
  return textBoxes(labels)
    .filter((box) => drops.some((drop) => overlap(box, drop)))
    .map(({ x, y, width, height }) => filled(x - 1, y - 0.5, width + 2, height, '#FFFFFF'));
}

/** From left to right, so that neighbouring numbers are not copied as one. */
function byPosition(a: Mark, b: Mark): number {
  return a.mark === 'text' && b.mark === 'text' ? a.x - b.x : 0;
}

/** The importance of the word under a value, by the shape of its mark. */
const importance = { date: 0, year: 1, period: 2, block: 3 } as const;

function placeValues(
  labelled: readonly PlacedMark[],
  others: ReadonlyMap<PlacedMark, readonly Rectangle[]>,
  obstacles: readonly Rectangle[],
  { without, namesBeside, broken }: Concession,
  most: number,
  frame: ChartFrame,
  palette: Palette,
): PlacedLabels {
  const area = { x: frame.x, y: frame.y + at.labels - 2, width: frame.width, height: at.base - at.labels + 2 };
  const hasName = (entry: PlacedMark) => entry.mark.word !== null && !without.has(entry);
  const inOrder = labelled.toReversed().toSorted((a, b) => Number(hasName(b)) - Number(hasName(a)));
  const requests = inOrder.map((entry): LabelRequest => {
    const { mark, left, right, x, y } = entry;
    const value = { text: mark.label, style: chartStyles.value };
    const word = hasName(entry) ? mark.word : null;
    const reach = mark.shape === 'block' ? 7 : 5; // over the bracket of a block
    const isWide = mark.shape === 'period' || mark.shape === 'block';
    return {
      lines: word === null ? [value] : [value, { text: word, style: chartStyles.softSmall }],
      order: namesBeside && word !== null ? besideFirst : aboveFirst,
      whole: !broken,
      x,
      y,
      avoids: others.get(entry) ?? [],
      reach,
      clear: {
        above: mark.qualifier === 'more_than' ? arrowRoom : 0,
        below: mark.qualifier === 'nearly' ? arrowRoom : 0,
      },
      half: isWide ? (right - left) / 2 + 3 : reach,
    };
  });
  return placeLabels(requests, obstacles, area, palette, most);
}

/** What no label may lie on: the marks and the lines between them. */
function obstaclesOf(placed: readonly PlacedMark[], frame: ChartFrame): readonly Rectangle[] {
  const markers = placed.map(({ mark, left, right, x, y }): Rectangle => {
    const up = mark.qualifier === 'more_than' ? arrowRoom : 0;
    const down = mark.qualifier === 'nearly' ? arrowRoom : 0;
    if (mark.shape === 'block') return { x: left, y: y - 6, width: right - left, height: frame.y + at.base - y + 6 };
    if (mark.shape === 'date') return { x: x - 4, y: y - 4 - up, width: 8, height: 8 + up + down };
    if (mark.shape === 'year') return { x: left, y: y - 4, width: right - left, height: 8 };
    return { x: left, y: y - 2 - up, width: right - left, height: 4 + up + down };
  });
  return [...markers, ...placed.flatMap((entry) => lineObstacles(entry, placed))];
}

/**
 * The areas between the ledges of other periods and zero, for each mark: a value over one of them would be read as its
 * value. Over a period that contains its own, as a year contains its months, a value is where it belongs.
 */
function otherPeriods(
  labelled: readonly PlacedMark[],
  placed: readonly PlacedMark[],
  zero: number,
  overhang: number,
): ReadonlyMap<PlacedMark, readonly Rectangle[]> {
  const periods = placed.filter(({ mark }) => mark.shape === 'period');
  return new Map(
    labelled.map((entry) => {
      const { start, months, shape } = entry.mark;
      const over = shape === 'period' ? 0 : overhang;
      const contains = ({ mark }: PlacedMark) => mark.start <= start && start + months <= mark.start + mark.months;
      const areas = periods
        .filter((period) => !contains(period))
        .map(({ left, right, y }) => {
          const width = Math.max(0, right - left - 2 * over);
          return { x: left + over, y: Math.min(y, zero), width, height: Math.abs(zero - y) };
        });
      return [entry, areas] as const;
    }),
  );
}

/** The line that leads to a mark as obstacles, one point apart. */
function lineObstacles({ mark, x, y }: PlacedMark, placed: readonly PlacedMark[]): readonly Rectangle[] {
  const from = mark.from === null ? undefined : placed[mark.from];
  if (!from) return [];
  const steps = Math.max(1, Math.ceil(Math.abs(x - from.x)));
  return Array.from({ length: steps }, (_, step) => {
    const share = step / steps;
    return { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share - 1, width: 1, height: 2 };
  });
}

/** A tick at each January and at the end, with the name of each year in the middle of its months. */
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
    stroke: palette.theme.colours.text,
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

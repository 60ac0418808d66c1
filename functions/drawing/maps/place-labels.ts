import { textMark } from '../charts/frame.ts';
import type { Mark, Rectangle } from '../marks.ts';
import { sizeOf, type TextContext, type TextStyle, widthOf } from '../text/styles.ts';

/** A label to be placed beside its marker: its lines and where the marker is. */
export interface LabelRequest {
  readonly lines: readonly { readonly text: string; readonly style: TextStyle }[];
  readonly x: number;
  readonly y: number;
  /** The distance from the centre of the marker to the label, in points. */
  readonly reach: number;
  /** Extra room that the marker needs above and below, for example for an arrow. */
  readonly clear?: { readonly above: number; readonly below: number };
  /** Keeps the name on one line. */
  readonly whole?: boolean;
  /** Half the width of a marker that is not round, in points: a label begins this far left or right of its centre. */
  readonly half?: number;
  /** What this label must not lie on, though others may. */
  readonly avoids?: readonly Rectangle[];
  /** The sides to try, the best first. @default right, above, left, below */
  readonly order?: readonly Side[];
}

/** A side of a marker. Above it a label is centred, or begins or ends where the marker does. */
export type Side = 'right' | 'above' | 'left' | 'below' | 'above from' | 'above to';

const sides: readonly Side[] = ['right', 'above', 'left', 'below'];

/** The labels that were placed, and the names of those that did not fit. */
export interface PlacedLabels {
  readonly marks: readonly Mark[];
  readonly unplaced: readonly string[];
}

/**
 * Places each label at the first side of its marker that has room, on more lines if it is too long. No label overlaps a
 * marker, another label or the edge of the frame. Labels that fit nowhere are left out and named; it ends when there are
 * `most` of them.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Rectangle[],
  frame: Rectangle,
  context: TextContext,
  most = Number.POSITIVE_INFINITY,
): PlacedLabels {
  const taken = [...obstacles];
  const marks: Mark[] = [];
  const unplaced: string[] = [];
  for (const request of requests) {
    const placed = placeOf(request, taken, frame, context);
    if (placed) {
      taken.push(withMargin(placed.box));
      marks.push(...linesIn(placed, context));
    } else {
      unplaced.push(request.lines[0]?.text ?? '');
      if (unplaced.length >= most) break;
    }
  }
  return { marks, unplaced };
}

/** The first place of a label that has room, on as few lines as it can; null where it has none. */
function placeOf(
  request: LabelRequest,
  taken: readonly Rectangle[],
  frame: Rectangle,
  context: TextContext,
): LabelBox | null {
  const { avoids = [] } = request;
  const isFree = ({ box }: LabelBox) => {
    const isTaken = (other: Rectangle) => overlap(box, other);
    return isInside(box, frame) && !taken.some(isTaken) && !avoids.some(isTaken);
  };
  const whole = measure(request, context);
  // Most labels fit as they are: on more lines they are measured only when that is tried.
  let split: readonly MeasuredLabel[] | null = null;
  for (const side of request.order ?? sides) {
    const asIs = boxAt(whole, side, frame);
    if (isFree(asIs)) return asIs;
    split ??= splitsOf(request).map((variant) => measure(variant, context));
    const placed = split.map((label) => boxAt(label, side, frame)).find(isFree);
    if (placed) return placed;
  }
  return null;
}

/** Variants of a label on more lines. */
function splitsOf(request: LabelRequest): readonly LabelRequest[] {
  return [...withWordsSplit(request), ...(request.whole ? [] : withNameSplit(request))];
}

/** The same label with the words under its name split over two lines. */
function withWordsSplit(request: LabelRequest): readonly LabelRequest[] {
  const words = request.lines.slice(1).at(-1);
  const parts = words ? partsOf(words.text) : [];
  if (!words || parts.length < 2) return [];
  return [{ ...request, lines: [...request.lines.slice(0, -1), ...inHalves(words, parts)] }];
}

/** Variants of the label that need less width: its name on two lines, and one line for each part of the name. */
function withNameSplit(request: LabelRequest): readonly LabelRequest[] {
  const [name, ...rest] = request.lines;
  const parts = name ? partsOf(name.text) : [];
  if (!name || parts.length < 2) return [];
  const halves = { ...request, lines: [...inHalves(name, parts), ...rest] };
  return parts.length > 2 ? [halves, { ...request, lines: [...onLines(name, parts), ...rest] }] : [halves];
}

/** A label with space left and right of it, so that two labels are not read as one. */
function withMargin({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x - 4, y, width: width + 8, height };
}

type Line = LabelRequest['lines'][number];

/** The parts of a name that can have lines of their own. */
function partsOf(text: string): readonly string[] {
  return text.match(/[^ -]+(?: |-|$)/g) ?? [];
}

function inHalves(line: Line, parts: readonly string[]): readonly Line[] {
  return onLines(line, [parts.slice(0, -1).join(''), parts.at(-1) ?? '']);
}

function onLines(line: Line, texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ ...line, text: text.trimEnd() }));
}

/** The first position where a word overlaps no marker or label; null when there is none. */
export function freePlace(
  places: readonly (readonly [number, number])[],
  width: number,
  taken: readonly Rectangle[],
): readonly [number, number] | null {
  const isFree = ([x, y]: readonly [number, number]) =>
    !taken.some((other) => overlap({ x: x - 3, y: y - 8, width: width + 6, height: 11 }, other));
  return places.find(isFree) ?? null;
}

/** The rectangles that text marks take up. */
export function textBoxes(marks: readonly Mark[]): readonly Rectangle[] {
  return marks.flatMap((mark) =>
    mark.mark === 'text' ? [{ x: mark.x, y: mark.y - mark.size * 0.75, width: mark.width, height: mark.size }] : [],
  );
}

/** The space between a marker that is not round and a label beside it, in points: part of `half`. */
const apart = 3;

/** How the lines of a label on a side are aligned. */
const aligned = {
  right: 'left',
  left: 'right',
  above: 'centre',
  below: 'centre',
  'above from': 'left',
  'above to': 'right',
} as const;

/** A label with the room that its lines take, in points. */
interface MeasuredLabel {
  readonly request: LabelRequest;
  readonly width: number;
  readonly height: number;
  /** The size of its largest type. */
  readonly size: number;
}

function measure(request: LabelRequest, context: TextContext): MeasuredLabel {
  const { lines } = request;
  const width = Math.max(...lines.map(({ text, style }) => widthOf(context, text, style)));
  const size = Math.max(...lines.map(({ style }) => sizeOf(context, style)));
  return { request, width, height: (lines.length - 1) * leading + size, size };
}

/** The area of a label, with what its lines are aligned to. */
interface LabelBox {
  readonly label: MeasuredLabel;
  readonly box: Rectangle;
  readonly at: number;
  readonly align: (typeof aligned)[Side];
}

/** From one line of a label to the next, in points. */
const leading = 10.5;

/**
 * The place of a label on a side of its marker. Near the edge of the frame it moves along the marker to stay inside.
 */
function boxAt(label: MeasuredLabel, side: Side, frame: Rectangle): LabelBox {
  const { request, width, height } = label;
  const { x, y, reach, half = reach, clear = { above: 0, below: 0 } } = request;
  const [highest, lowest] = [frame.y + 2, frame.y + frame.height - 2 - height];
  const beside = Math.max(highest, Math.min(lowest, y - height / 2));
  const [above, below] = [y - reach - clear.above - height + 1, y + reach + clear.below + 1];
  const top = { right: beside, left: beside, above, below, 'above from': above, 'above to': above }[side];
  const align = aligned[side];
  const [min, max] = [frame.x + 3 + width / 2, frame.x + frame.width - 3 - width / 2];
  const centre = Math.max(min, Math.min(max, x));
  const [first, last] = [x - half + apart, x + half - apart];
  const at = { right: x + half, left: x - half, above: centre, below: centre, 'above from': first, 'above to': last }[
    side
  ];
  const left = align === 'left' ? at : align === 'right' ? at - width : at - width / 2;
  return { label, box: { x: left, y: top, width, height }, at, align };
}

/** The lines of a label at its place. */
function linesIn({ box, at, align, label: { request, size } }: LabelBox, context: TextContext): readonly Mark[] {
  return request.lines.map(({ text, style }, index) =>
    textMark(context, text, style, { x: at, y: box.y + size * 0.78 + index * leading, align }),
  );
}

/** Whether two rectangles share an area, which one without width or height does with none. */
export function overlap(a: Rectangle, b: Rectangle): boolean {
  return (
    Math.max(a.x, b.x) < Math.min(a.x + a.width, b.x + b.width) &&
    Math.max(a.y, b.y) < Math.min(a.y + a.height, b.y + b.height)
  );
}

function isInside(box: Rectangle, frame: Rectangle): boolean {
  const margin = 2;
  return (
    box.x >= frame.x + margin &&
    box.y >= frame.y + margin &&
    box.x + box.width <= frame.x + frame.width - margin &&
    box.y + box.height <= frame.y + frame.height - margin
  );
}

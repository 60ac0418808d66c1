import type {
  FaceName,
  LineMark,
  Mark,
  PathMark,
  PathSegment,
  PolygonMark,
  RectMark,
  Theme,
} from '../drawing/index.ts';
import type { DrawingContext } from './drawing-context.ts';
import { escapeText } from './markup.ts';
import { propertyOf } from './palette.ts';

/** What is written of one mark. */
export interface Shape {
  /** Outlines with one look are one path, bars of one colour too, texts a group; what is whole stands by itself. */
  readonly kind: 'path' | 'bar' | 'text' | 'whole';
  readonly look: string;
  /** Where an outline begins, in units of the drawing; of a line also where it ends. */
  readonly start?: Point;
  readonly line?: Point;
  /** Of a bar: a line along it that is as broad. */
  readonly along?: Shape;
  readonly body: string;
}

/** A point in units of the drawing. */
export type Point = readonly [x: number, y: number];

/** Where an outline begins that does not say so. */
export const origin: Point = [0, 0];

/** How many units of a drawing make one of its marks: ten where these are in points, so that places are whole numbers. */
export class Scale {
  readonly units: number;

  constructor(units: number) {
    this.units = units;
  }

  /** A place, which is whole. */
  place(value: number): number {
    // Zero has no sign where it is written.
    return Math.round(value * this.units) + 0;
  }

  /** A weight, a size or a radius: to a tenth of the unit, as SVG and CSS may write it. */
  size(value: number): string {
    const written = String(Math.round(value * this.units * 10) / 10);
    return written.startsWith('0.') ? written.slice(1) : written;
  }
}

/** That of a drawing whose marks are in points. */
export const inTenths = new Scale(10);

/** That of a drawing whose marks are on a grid of whole numbers. */
const onGrid = new Scale(1);

/** Writes the marks that are in another one. */
type WriteMarks = (marks: readonly Mark[], scale: Scale) => string;

/** What is written of a mark. */
export function shapeOf(mark: Mark, context: DrawingContext, scale: Scale, write: WriteMarks): Shape {
  switch (mark.mark) {
    case 'text': {
      const { x, y, face, size, colour, tracking } = mark;
      const spaced = tracking ? ` letter-spacing=${scale.size(tracking)}` : '';
      const fontSize = scale.size(size / scaleOf(face, context.theme));
      const text = escapeText(mark.text.trimEnd());
      return {
        kind: 'text',
        look: `class=${face} font-size=${fontSize}${spaced} ${fillOf(colour)}`,
        body: `<text x=${scale.place(x)} y=${scale.place(y)}>${text}</text>`,
      };
    }
    case 'line': {
      const { stroke, weight, dash, round } = mark;
      // A dash of no length is a round dot; some browsers draw it only if it has some.
      const dashed = dash ? ` stroke-dasharray="${dash.map((length) => scale.size(length || 0.01)).join(' ')}"` : '';
      const look = `${strokeOf(stroke, weight, scale)}${dashed}${round ? ' stroke-linecap=round' : ''}`;
      return lineShape(look, mark, scale);
    }
    case 'rect': {
      const { x, y, width, height, fill, outline } = mark;
      if (!outline) return barOf(mark, scale);
      const inset = outline.weight / 2;
      const look = lookOf(fill, { colour: outline.stroke, weight: outline.weight }, scale);
      const [left, top] = [scale.place(x + inset), scale.place(y + inset)];
      const across = scale.place(x + width - inset) - left;
      const down = scale.place(y + height - inset) - top;
      return { kind: 'path', look, start: [left, top], body: `h${across}v${down}H${left}z` };
    }
    case 'circle': {
      const { x, y, radius, fill, outline } = mark;
      const dashed = outline?.dash
        ? ` stroke-dasharray="${outline.dash.map((part) => scale.size(part)).join(' ')}"`
        : '';
      const look = `${lookOf(fill, outline && { colour: outline.stroke, weight: outline.weight }, scale)}${dashed}`;
      const [r, across] = [scale.size(radius), scale.size(2 * radius)];
      const start = [scale.place(x - radius), scale.place(y)] as const;
      return { kind: 'path', look, start, body: `a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0-${across} 0z` };
    }
    case 'polygon':
      return { kind: 'path', look: lookOf(mark.fill, mark.stroke, scale), ...ringsOf(mark, scale) };
    case 'path': {
      const body = mark.path.map((part) => segmentOf(part, mark, scale)).join('');
      return whole(`<path ${fillOf(mark.fill)} d="${body}"/>`);
    }
    case 'clip': {
      const { x, y, width, height, marks } = mark;
      const view = [x, y, width, height].map((value) => scale.place(value)).join(' ');
      return whole(`${windowOf(x, y, width, height, view, scale)}${write(marks, scale)}</svg>`);
    }
    case 'drawing': {
      const { x, y, unit, width, height, marks } = mark;
      const id = context.shared.idOf(marks, () => write(marks, onGrid));
      const view = `0 0 ${onGrid.place(width)} ${onGrid.place(height)}`;
      return whole(`${windowOf(x, y, width * unit, height * unit, view, scale)}<use href="#${id}"/></svg>`);
    }
  }
}

/** Opens a window of a drawing onto another one, of which it shows `view`. */
function windowOf(x: number, y: number, width: number, height: number, view: string, scale: Scale): string {
  const [left, top, across, down] = [x, y, width, height].map((value) => scale.place(value));
  return `<svg x="${left}" y="${top}" width="${across}" height="${down}" viewBox="${view}">`;
}

/** A rectangle without an outline. */
function barOf({ x, y, width, height, fill }: RectMark, scale: Scale): Shape {
  const [left, top] = [scale.place(x), scale.place(y)];
  const [middle, centre] = [x + width / 2, y + height / 2];
  const along =
    width < height
      ? lineShape(strokeOf(fill, width, scale), { x1: middle, y1: y, x2: middle, y2: y + height }, scale)
      : lineShape(strokeOf(fill, height, scale), { x1: x, y1: centre, x2: x + width, y2: centre }, scale);
  const body = `h${scale.size(width)}v${scale.size(height)}H${left}z`;
  return { kind: 'bar', look: fillOf(fill), start: [left, top], along, body };
}

function lineShape(look: string, { x1, y1, x2, y2 }: Ends, scale: Scale): Shape {
  const start = [scale.place(x1), scale.place(y1)] as const;
  return { kind: 'path', look, start, line: [scale.place(x2), scale.place(y2)], body: '' };
}

/** The ends of a line, in units of its mark. */
type Ends = Pick<LineMark, 'x1' | 'y1' | 'x2' | 'y2'>;

function whole(body: string): Shape {
  return { kind: 'whole', look: '', body };
}

type Stroke = { readonly colour: string; readonly weight: number };

function lookOf(fill: string | undefined, stroke: Stroke | undefined, scale: Scale): string {
  const filled = fill === undefined ? [] : [fillOf(fill)];
  return [...filled, ...(stroke ? [strokeOf(stroke.colour, stroke.weight, scale)] : [])].join(' ');
}

function fillOf(colour: string): string {
  return `fill=${paintOf(colour)}`;
}

function strokeOf(colour: string, weight: number, scale: Scale): string {
  return `stroke=${paintOf(colour)} stroke-width=${scale.size(weight)}`;
}

/** A role of the palette as its property; the white of the page is its ground, which is dark on a dark page. */
function paintOf(colour: string): string {
  if (colour === '#FFFFFF') return `var(${propertyOf('ground')})`;
  return colour.startsWith('#') ? colour : `var(${propertyOf(colour)})`;
}

function scaleOf(face: FaceName, { scale }: Theme): number {
  return face.startsWith('serif') ? scale.serif : scale.sans;
}

/** Rings in steps from corner to corner, which are shorter than coordinates. */
function ringsOf({ rings, open }: PolygonMark, scale: Scale): Pick<Shape, 'start' | 'body'> {
  const placed = rings.map((ring) => ring.map((value) => scale.place(value)));
  const starts = placed.map(([x = 0, y = 0]) => [x, y] as const);
  const [start = origin] = starts;
  const bodies = placed.map((ring, index) => {
    const from = index === 0 ? '' : `M${pair(...(starts[index] ?? origin))}`;
    return `${from}${stepsOf(ring)}${open ? '' : 'z'}`;
  });
  const body = bodies.join('');
  // A step to the next outline would begin at the last ring, not at the first.
  return { start, body: rings.length > 1 ? `${body}M${pair(...start)}z` : body };
}

function coordinate(ring: readonly number[], index: number): number {
  return ring[index] ?? 0;
}

function stepsOf(ring: readonly number[]): string {
  let steps = 'l';
  for (let index = 2; index < ring.length; index += 2) {
    const step = pair(
      coordinate(ring, index) - coordinate(ring, index - 2),
      coordinate(ring, index + 1) - coordinate(ring, index - 1),
    );
    steps += index > 2 && !step.startsWith('-') ? ` ${step}` : step;
  }
  return steps;
}

function segmentOf([command, ...points]: PathSegment, mark: PathMark, scale: Scale): string {
  const { x, y } = mark;
  return command + points.map((value, index) => scale.size(value * mark.scale + (index % 2 === 0 ? x : y))).join(' ');
}

/** Two whole numbers, with what parts them. */
export function pair(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

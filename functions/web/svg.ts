import type { FaceName, Mark, PathSegment, PolygonMark, RectMark, Theme } from '../drawing/index.ts';
import { type Bounds, boundsOf, inkOf, overlap, union } from './bounds.ts';
import { escapeText, Markup } from './markup.ts';
import { propertyOf } from './palette.ts';

/** What a drawing is written with. */
export interface DrawingContext {
  readonly theme: Theme;
  /** What stands in place of the number of a page: that of a section in the contents. */
  readonly numberOf: (section: string) => string;
  /** Drawings that are used several times on the page, in the order of their first use. */
  readonly shared: SharedDrawings;
}

/** The drawings that several charts of a page show, such as the land of a map in two sizes. */
export class SharedDrawings {
  private readonly ids = new Map<readonly Mark[], string>();
  private readonly symbols: string[] = [];

  /** The id of a drawing; it is written once, whoever asks for it. */
  idOf(marks: readonly Mark[], write: () => string): string {
    const known = this.ids.get(marks);
    if (known) return known;
    const id = `drawing-${this.ids.size + 1}`;
    this.ids.set(marks, id);
    this.symbols.push(`<g id="${id}">${write()}</g>`);
    return id;
  }

  /** All of them, to stand once on the page, unseen. */
  written(): Markup {
    if (this.symbols.length === 0) return new Markup('');
    return new Markup(`<svg class="shared" width="0" height="0" aria-hidden="true">${this.symbols.join('')}</svg>`);
  }
}

/** Marks as an SVG element that is as large as its ink, at so many pixels for a unit; `name` is its class. */
export function svgOf(marks: readonly Mark[], width: number, pixels: number, name: string, context: DrawingContext) {
  const ink = boundsOf(marks);
  const [left, right] = [Math.min(0, ink.left), Math.max(width, ink.right)];
  const box = [left, ink.top, right - left, ink.bottom - ink.top].map(short);
  const size = `width="${short(pixels)}" height="${short(((ink.bottom - ink.top) * pixels) / (right - left))}"`;
  const attributes = `class="${name}" fill="none" viewBox="${box.join(' ')}" ${size} focusable="false"`;
  return new Markup(`<svg ${attributes}>${shapesOf(marks, context)}</svg>`);
}

/** The SVG elements of marks, so that they lie on each other as they were drawn. */
export function shapesOf(marks: readonly Mark[], context: DrawingContext): string {
  const layers: Layer[] = [];
  for (const mark of marks) {
    const shape = shapeOf(mark, context);
    const ink = inkOf(mark);
    const layer = layerFor(shape, ink, layers);
    if (layer) {
      layer.shapes.push(shape);
      layer.inks.push(ink);
      layer.around = union(layer.around, ink);
    } else {
      layers.push({ kind: shape.kind, look: shape.look, shapes: [shape], inks: [ink], around: ink });
    }
  }
  return layers.map(elementOf).join('');
}

/** What is written of one mark. */
interface Shape {
  /** Outlines with one look are one path, texts with one look a group; what is whole stands by itself. */
  readonly kind: 'path' | 'text' | 'whole';
  readonly look: string;
  /** Where an outline begins, in tenths of a point; of a line also where it ends, and what leads there. */
  readonly start?: Point;
  readonly line?: Point;
  readonly body: string;
}

/** A point in tenths of a point. */
type Point = readonly [x: number, y: number];

/** Shapes that are written as one element. */
interface Layer {
  readonly kind: Shape['kind'];
  readonly look: string;
  readonly shapes: Shape[];
  readonly inks: Bounds[];
  /** What holds all of them, which most others do not touch. */
  around: Bounds;
}

/** How many layers a shape may slip under to join those that look like it. */
const deepest = 16;

/** The layer that a shape can join: one with its look, over which nothing lies that the shape would touch. */
function layerFor({ kind, look }: Shape, ink: Bounds, layers: readonly Layer[]): Layer | null {
  if (kind === 'whole') return null;
  for (let at = layers.length - 1; at >= Math.max(0, layers.length - deepest); at -= 1) {
    const layer = layers[at];
    if (!layer || (layer.kind === kind && layer.look === look)) return layer ?? null;
    if (overlap(layer.around, ink) && layer.inks.some((other) => overlap(other, ink))) return null;
  }
  return null;
}

function elementOf({ kind, look, shapes }: Layer): string {
  if (kind === 'path') return `<path ${look} d="${outlineOf(shapes)}"/>`;
  const bodies = shapes.map(({ body }) => body).join('');
  return kind === 'text' ? `<g ${look}>${bodies}</g>` : bodies;
}

const origin = [0, 0] as const;

/** Outlines as one path. Each begins by a step from where the pen is, and a line at the end that is nearer to it. */
function outlineOf(shapes: readonly Shape[]): string {
  let path = '';
  let pen: Point | null = null;
  for (const { start = origin, line, body } of shapes) {
    const turns = pen && line && distance(pen, line) < distance(pen, start);
    const from: Point = turns ? line : start;
    const to: Point = turns ? start : (line ?? start);
    path += pen ? `m${pair(from[0] - pen[0], from[1] - pen[1])}` : `M${pair(...from)}`;
    path += line ? lineTo(from, to) : body;
    // An outline that is closed ends where it began.
    pen = line || body.endsWith('z') ? to : null;
  }
  return path;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
}

function lineTo(from: Point, to: Point): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (dy === 0) return `h${number(dx)}`;
  return dx === 0 ? `v${number(dy)}` : `l${pair(dx, dy)}`;
}

function shapeOf(mark: Mark, context: DrawingContext): Shape {
  switch (mark.mark) {
    case 'text': {
      const { x, y, face, size, colour, tracking, pageOf } = mark;
      const spaced = tracking ? ` letter-spacing=${fine(tracking)}` : '';
      const look = `class=${face} font-size=${fine(size / scaleOf(face, context.theme))}${spaced} ${fillOf(colour)}`;
      const text = escapeText((pageOf ? context.numberOf(pageOf) : mark.text).trimEnd());
      return { kind: 'text', look, body: `<text x=${short(x)} y=${short(y)}>${text}</text>` };
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, weight, dash, round } = mark;
      // A dash of no length is a round dot; some browsers draw it only if it has some.
      const dashed = dash ? ` stroke-dasharray="${dash.map((length) => fine(length || 0.01)).join(' ')}"` : '';
      const look = `${strokeOf(stroke, weight)}${dashed}${round ? ' stroke-linecap=round' : ''}`;
      return lineShape(look, x1, y1, x2, y2);
    }
    case 'rect': {
      const { x, y, width, height, fill, outline } = mark;
      if (!outline) return barOf(mark);
      const inset = outline.weight / 2;
      const look = lookOf(fill, { colour: outline.stroke, weight: outline.weight });
      const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset].map(tenths);
      const across = number((right ?? 0) - (left ?? 0));
      const start = [left ?? 0, top ?? 0] as const;
      return {
        kind: 'path',
        look,
        start,
        body: `h${across}v${number((bottom ?? 0) - (top ?? 0))}H${number(left ?? 0)}z`,
      };
    }
    case 'circle': {
      const { x, y, radius, fill, outline } = mark;
      const dashed = outline?.dash ? ` stroke-dasharray="${outline.dash.map(fine).join(' ')}"` : '';
      const look = `${lookOf(fill, outline && { colour: outline.stroke, weight: outline.weight })}${dashed}`;
      const [r, across] = [fine(radius), fine(2 * radius)];
      const start = [tenths(x - radius), tenths(y)] as const;
      return { kind: 'path', look, start, body: `a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0-${across} 0z` };
    }
    case 'polygon':
      return { kind: 'path', look: lookOf(mark.fill, mark.stroke), ...ringsOf(mark) };
    case 'path': {
      const { path, x, y, scale, fill } = mark;
      const body = path.map((part) => segmentOf(part, x, y, scale)).join('');
      return whole(`<path ${fillOf(fill)} d="${body}"/>`);
    }
    case 'clip': {
      const { x, y, width, height, marks } = mark;
      const window = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
      const view = [x, y, width, height].map(short).join(' ');
      return whole(`<svg ${window} viewBox="${view}">${shapesOf(marks, context)}</svg>`);
    }
    case 'drawing': {
      const { x, y, unit, width, height, marks } = mark;
      const id = context.shared.idOf(marks, () => shapesOf(marks, context));
      const window = `x="${short(x)}" y="${short(y)}" width="${short(width * unit)}" height="${short(height * unit)}"`;
      return whole(`<svg ${window} viewBox="0 0 ${short(width)} ${short(height)}"><use href="#${id}"/></svg>`);
    }
  }
}

/** A rectangle without an outline as a line of its breadth: many bars of one breadth are then one short path. */
function barOf({ x, y, width, height, fill }: RectMark): Shape {
  return width < height
    ? lineShape(strokeOf(fill, width), x + width / 2, y, x + width / 2, y + height)
    : lineShape(strokeOf(fill, height), x, y + height / 2, x + width, y + height / 2);
}

function lineShape(look: string, x1: number, y1: number, x2: number, y2: number): Shape {
  return { kind: 'path', look, start: [tenths(x1), tenths(y1)], line: [tenths(x2), tenths(y2)], body: '' };
}

function whole(body: string): Shape {
  return { kind: 'whole', look: '', body };
}

function lookOf(fill: string | undefined, stroke: { readonly colour: string; readonly weight: number } | undefined) {
  const filled = fill === undefined ? [] : [fillOf(fill)];
  return [...filled, ...(stroke ? [strokeOf(stroke.colour, stroke.weight)] : [])].join(' ');
}

function fillOf(colour: string): string {
  return `fill=${paintOf(colour)}`;
}

function strokeOf(colour: string, weight: number): string {
  return `stroke=${paintOf(colour)} stroke-width=${fine(weight)}`;
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
function ringsOf({ rings, open }: PolygonMark): Pick<Shape, 'start' | 'body'> {
  const starts = rings.map((ring) => [tenths(ring[0] ?? 0), tenths(ring[1] ?? 0)] as const);
  const [start = origin] = starts;
  const bodies = rings.map((ring, index) => {
    const [x = 0, y = 0] = starts[index] ?? [];
    return `${index === 0 ? '' : `M${pair(x, y)}`}${stepsOf(ring)}${open ? '' : 'z'}`;
  });
  const body = bodies.join('');
  // A step to the next outline would begin at the last ring, not at the first.
  return { start, body: rings.length > 1 ? `${body}M${pair(...start)}z` : body };
}

function stepsOf(ring: readonly number[]): string {
  let steps = 'l';
  for (let index = 2; index < ring.length; index += 2) {
    const [x0 = 0, y0 = 0, x = 0, y = 0] = ring.slice(index - 2, index + 2).map(tenths);
    const step = pair(x - x0, y - y0);
    steps += index > 2 && !step.startsWith('-') ? ` ${step}` : step;
  }
  return steps;
}

function segmentOf([command, ...points]: PathSegment, x: number, y: number, scale: number): string {
  return command + points.map((value, index) => fine(value * scale + (index % 2 === 0 ? x : y))).join(' ');
}

/** Two numbers in tenths, with what parts them. */
function pair(x: number, y: number): string {
  const second = number(y);
  return second.startsWith('-') ? `${number(x)}${second}` : `${number(x)} ${second}`;
}

/** Positions are written in tenths of a point: a sixth of a pixel. */
function tenths(value: number): number {
  return Math.round(value * 10);
}

function number(inTenths: number): string {
  return withoutZero(String(inTenths / 10));
}

function short(value: number): string {
  return number(tenths(value));
}

/** Weights, sizes and radii are written in hundredths. */
function fine(value: number): string {
  return withoutZero(String(Math.round(value * 100) / 100));
}

/** Half as SVG and CSS may write it: .5 */
function withoutZero(number: string): string {
  if (number.startsWith('0.')) return number.slice(1);
  return number.startsWith('-0.') ? `-${number.slice(2)}` : number;
}

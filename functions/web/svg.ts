import type { Mark } from '../drawing/index.ts';
import { type Bounds, boundsOf, inkOf, overlap, union } from './bounds.ts';
import type { DrawingContext } from './drawing-context.ts';
import { Markup } from './markup.ts';
import { inTenths, origin, type Point, pair, type Scale, type Shape, shapeOf } from './svg-shapes.ts';

/** Marks as an SVG element that is as large as its ink, at so many pixels for a unit; `name` is its class. */
export function svgOf(marks: readonly Mark[], width: number, pixels: number, name: string, context: DrawingContext) {
  const ink = boundsOf(marks);
  const [left, right] = [Math.min(0, ink.left), Math.max(width, ink.right)];
  const box = [left, ink.top, right - left, ink.bottom - ink.top].map((value) => inTenths.place(value));
  const height = Math.round(((ink.bottom - ink.top) * pixels) / (right - left));
  const size = `width=${Math.round(pixels)} height=${height}`;
  return new Markup(
    `<svg class=${name} fill=none viewBox="${box.join(' ')}" ${size}>${shapesOf(marks, context)}</svg>`,
  );
}

/**
 * The SVG elements of marks, so that they lie on each other as they were drawn. Their unit is a tenth of a point (a sixth
 * of a pixel), so that places are whole numbers, which are shorter.
 */
export function shapesOf(marks: readonly Mark[], context: DrawingContext, scale = inTenths): string {
  const write = (inside: readonly Mark[], its: Scale) => shapesOf(inside, context, its);
  const layers: Layer[] = [];
  for (const mark of marks) {
    const shape = shapeOf(mark, context, scale, write);
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
  if (kind === 'path') return pathOf(look, shapes);
  if (kind === 'bar') return barsOf(look, shapes);
  const bodies = shapes.map(({ body }) => body).join('');
  return kind === 'text' ? `<g ${look}>${bodies}</g>` : bodies;
}

function pathOf(look: string, shapes: readonly Shape[]): string {
  return `<path ${look} d="${outlineOf(shapes)}"/>`;
}

/** From so many bars of one breadth on it is shorter to draw a line along each. */
const manyBars = 4;

function barsOf(look: string, bars: readonly Shape[]): string {
  const lines = bars.flatMap(({ along }) => along ?? []);
  const many = [...Map.groupBy(lines, (line) => line.look)].filter(([, some]) => some.length >= manyBars);
  const breadths = new Set(many.map(([breadth]) => breadth));
  const few = bars.filter(({ along }) => !along || !breadths.has(along.look));
  return `${few.length > 0 ? pathOf(look, few) : ''}${many.map(([breadth, some]) => pathOf(breadth, some)).join('')}`;
}

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
  if (dy === 0) return `h${dx}`;
  return dx === 0 ? `v${dy}` : `l${pair(dx, dy)}`;
}

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
  const layers: Layer[] = [];
  for (const mark of marks) {
    const shape = shapeOf(mark, context, scale);
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
  /** Outlines with one look are one path, bars of one colour too, texts a group; what is whole stands by itself. */
  readonly kind: 'path' | 'bar' | 'text' | 'whole';
  readonly look: string;
  /** Where an outline begins, in units of the drawing; of a line also where it ends. */
  readonly start?: Point;
  readonly line?: Point;
  /** Of a bar: how a line along it looks that is as broad. */
  readonly along?: { readonly look: string; readonly shape: Shape };
  readonly body: string;
}

/** A point in units of the drawing. */
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
  const breadths = Map.groupBy(bars, ({ along }) => along?.look ?? '');
  const isMany = (bar: Shape) => (breadths.get(bar.along?.look ?? '')?.length ?? 0) >= manyBars;
  const few = bars.filter((bar) => !isMany(bar));
  const lines = [...breadths].flatMap(([breadth, some]) =>
    some.length < manyBars
      ? []
      : [
          pathOf(
            breadth,
            some.flatMap(({ along }) => along?.shape ?? []),
          ),
        ],
  );
  return `${few.length > 0 ? pathOf(look, few) : ''}${lines.join('')}`;
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
  if (dy === 0) return `h${dx}`;
  return dx === 0 ? `v${dy}` : `l${pair(dx, dy)}`;
}

/** How many units of a drawing make one of its marks: a tenth of a point each, where marks are in points. */
class Scale {
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

const inTenths = new Scale(10);

/** That of a drawing whose marks are on a grid of whole numbers. */
const onGrid = new Scale(1);

function shapeOf(mark: Mark, context: DrawingContext, scale: Scale): Shape {
  switch (mark.mark) {
    case 'text': {
      const { x, y, face, size, colour, tracking, pageOf } = mark;
      const spaced = tracking ? ` letter-spacing=${scale.size(tracking)}` : '';
      const fontSize = scale.size(size / scaleOf(face, context.theme));
      const text = escapeText((pageOf ? context.numberOf(pageOf) : mark.text).trimEnd());
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
      return whole(`${windowOf(x, y, width, height, view, scale)}${shapesOf(marks, context, scale)}</svg>`);
    }
    case 'drawing': {
      const { x, y, unit, width, height, marks } = mark;
      const id = context.shared.idOf(marks, () => shapesOf(marks, context, onGrid));
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
  const shape =
    width < height
      ? lineShape(strokeOf(fill, width, scale), { x1: middle, y1: y, x2: middle, y2: y + height }, scale)
      : lineShape(strokeOf(fill, height, scale), { x1: x, y1: centre, x2: x + width, y2: centre }, scale);
  const body = `h${scale.size(width)}v${scale.size(height)}H${left}z`;
  return { kind: 'bar', look: fillOf(fill), start: [left, top], along: { look: shape.look, shape }, body };
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

function stepsOf(ring: readonly number[]): string {
  let steps = 'l';
  for (let index = 2; index < ring.length; index += 2) {
    const [x0 = 0, y0 = 0, x = 0, y = 0] = ring.slice(index - 2, index + 2);
    const step = pair(x - x0, y - y0);
    steps += index > 2 && !step.startsWith('-') ? ` ${step}` : step;
  }
  return steps;
}

function segmentOf([command, ...points]: PathSegment, mark: PathMark, scale: Scale): string {
  const { x, y } = mark;
  return command + points.map((value, index) => scale.size(value * mark.scale + (index % 2 === 0 ? x : y))).join(' ');
}

/** Two whole numbers, with what parts them. */
function pair(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

import type { ClipMark, Mark, TextMark } from '../marks.ts';
import { parsePath } from './parse-path.ts';

/** Writes text: gives the operand of TJ for a text in a face, and the resource name of the face. */
export interface TextEncoder {
  encode(text: TextMark): { readonly font: string; readonly glyphs: string };
}

/** The factor that makes four Bézier curves a circle. */
const kappa = 0.5522847498;

/** The operators of PDF that paint marks, in page space with y running down (ISO 32000-1, annex A). */
export function operatorsOf(marks: readonly Mark[], encoder: TextEncoder): string {
  const written: string[] = [];
  let next: TextMark | undefined;
  for (const mark of marks.toReversed()) {
    written.push(operators(mark.mark === 'text' ? spaced(mark, next) : mark, encoder));
    if (mark.mark === 'text') next = mark;
  }
  return written.reverse().join('\n');
}

/** Text that the next text does not go on from ends with a space, so that the two are not read or copied as one word. */
function spaced(mark: TextMark, next: TextMark | undefined): TextMark {
  if (!next || /\s$/.test(mark.text)) return mark;
  const goesOn = next.y === mark.y && Math.abs(next.x - mark.x - mark.width) < 0.5;
  return goesOn ? mark : { ...mark, text: `${mark.text} ` };
}

function operators(mark: Mark, encoder: TextEncoder): string {
  switch (mark.mark) {
    case 'text':
      return textOperators(mark, encoder);
    case 'line': {
      const { x1, y1, x2, y2, stroke, weight, dash, round } = mark;
      const line = `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S`;
      const pattern = dash ? `[${n(dash[0])} ${n(dash[1])}] 0 d ` : '';
      const style = `${colour(stroke)} RG ${n(weight)} w ${round ? '1 J ' : ''}${pattern}`;
      return dash || round ? `q ${style}${line} Q` : `${style}${line}`;
    }
    case 'rect': {
      const { x, y, width, height, fill, outline } = mark;
      if (!outline) return `${colour(fill)} rg ${n(x)} ${n(y)} ${n(width)} ${n(height)} re f`;
      const inset = outline.weight / 2;
      const box = [x + inset, y + inset, Math.max(0, width - outline.weight), Math.max(0, height - outline.weight)];
      return `${colour(fill)} rg ${colour(outline.stroke)} RG ${n(outline.weight)} w ${box.map(n).join(' ')} re B`;
    }
    case 'circle': {
      const { x, y, radius, fill, outline } = mark;
      if (!outline) return discOperators(x, y, radius, fill);
      const path = circlePath(x, y, radius);
      const paint = `${colour(fill)} rg ${colour(outline.stroke)} RG ${n(outline.weight)} w`;
      return outline.dash ? `q [${outline.dash.map(n).join(' ')}] 0 d ${paint} ${path} B Q` : `${paint} ${path} B`;
    }
    case 'polygon': {
      const path = mark.rings.map((ring) => ringPath(ring, mark.open === true)).join(' ');
      const fill = mark.fill ? `${colour(mark.fill)} rg ` : '';
      const stroke = mark.stroke ? `${colour(mark.stroke.colour)} RG ${n(mark.stroke.weight)} w 1 j ` : '';
      const paint = mark.fill && mark.stroke ? 'B' : mark.fill ? 'f' : 'S';
      const { origin } = mark;
      if (!origin) return `${fill}${stroke}${path} ${paint}`;
      return `q 1 0 0 1 ${n(origin.x)} ${n(origin.y)} cm ${fill}${stroke}${path} ${paint} Q`;
    }
    case 'path':
      return `q ${colour(mark.fill)} rg ${n(mark.scale)} 0 0 ${n(mark.scale)} ${n(mark.x)} ${n(mark.y)} cm ${parsePath(mark.path)} f Q`;
    case 'clip':
      return clipOperators(mark, encoder);
  }
}

function textOperators(mark: TextMark, encoder: TextEncoder): string {
  const { font, glyphs } = encoder.encode(mark);
  const tracking = mark.tracking ? `${n(mark.tracking)} Tc ` : '';
  const after = mark.tracking ? ' 0 Tc' : '';
  return `${colour(mark.colour)} rg BT /${font} ${n(mark.size)} Tf ${tracking}1 0 0 -1 ${n(mark.x)} ${n(mark.y)} Tm ${glyphs} TJ${after} ET`;
}

function clipOperators({ x, y, width, height, marks }: ClipMark, encoder: TextEncoder): string {
  return `q ${n(x)} ${n(y)} ${n(width)} ${n(height)} re W n\n${operatorsOf(marks, encoder)}\nQ`;
}

/** A disc is a line of almost no length with round ends: a fifth of the bytes of four curves. */
function discOperators(x: number, y: number, radius: number, fill: string): string {
  return `q 1 J ${colour(fill)} RG ${n(radius * 2)} w ${n(x)} ${n(y)} m ${n(x + 0.01)} ${n(y)} l S Q`;
}

function circlePath(x: number, y: number, r: number): string {
  const c = r * kappa;
  return [
    `${n(x + r)} ${n(y)} m`,
    curve(x + r, y + c, x + c, y + r, x, y + r),
    curve(x - c, y + r, x - r, y + c, x - r, y),
    curve(x - r, y - c, x - c, y - r, x, y - r),
    curve(x + c, y - r, x + r, y - c, x + r, y),
    'h',
  ].join(' ');
}

function curve(...points: readonly number[]): string {
  return `${points.map(n).join(' ')} c`;
}

function ringPath(ring: readonly number[], open: boolean): string {
  const parts: string[] = [];
  for (let i = 0; i < ring.length; i += 2)
    parts.push(`${n(ring[i] ?? 0)} ${n(ring[i + 1] ?? 0)} ${i === 0 ? 'm' : 'l'}`);
  if (!open) parts.push('h');
  return parts.join(' ');
}

/** A number in PDF: at most two decimals, a hundredth of a point, and no exponent. */
function n(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is not a place on paper`);
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

const colours = new Map<string, string>();

/** A hexadecimal colour as three operands between 0 and 1. */
function colour(hex: string): string {
  const known = colours.get(hex);
  if (known) return known;
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const operands = channels.map((channel) => String(Math.round(channel * 1000) / 1000)).join(' ');
  colours.set(hex, operands);
  return operands;
}

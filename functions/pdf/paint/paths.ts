import type { PathSegment } from '../../drawing/index.ts';
import { decimal as n } from './pdf-values.ts';

const pathOperators: Readonly<Record<PathSegment[0], string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' };

/** The distance of Bézier control points, relative to the radius, at which four curves make a circle. */
const kappa = 0.5522847498;

/** A step of an outline in PDF syntax, in units of its own scale. */
export function pathOperator([command, ...points]: PathSegment): string {
  return [...points, pathOperators[command]].join(' ');
}

/** A circle as four curves. */
export function circlePath(x: number, y: number, r: number): string {
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

/** The corners of a ring, `x` and `y` in turns, joined by lines, and closed unless it is `open`. */
export function ringPath(ring: readonly number[], open: boolean): string {
  const parts: string[] = [];
  for (let i = 0; i < ring.length; i += 2)
    parts.push(`${n(ring[i] ?? 0)} ${n(ring[i + 1] ?? 0)} ${i === 0 ? 'm' : 'l'}`);
  if (!open) parts.push('h');
  return parts.join(' ');
}

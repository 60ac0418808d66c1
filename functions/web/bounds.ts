import type { Mark } from '../drawing/index.ts';

/** The edges of ink. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangle that holds the ink of marks; the ascenders and descenders of text are taken as those of any face. */
export function boundsOf(marks: readonly Mark[]): Bounds {
  return marks.map(inkOf).reduce(union, nothing);
}

/** Bounds that hold nothing. */
const nothing: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/** How far letters reach above and below their baseline, as a part of their size. */
const reach = { above: 0.8, below: 0.25 } as const;

/** The rectangle that holds the ink of a mark. */
export function inkOf(mark: Mark): Bounds {
  switch (mark.mark) {
    case 'text': {
      const { x, y, width, size } = mark;
      return { left: x, top: y - size * reach.above, right: x + width, bottom: y + size * reach.below };
    }
    case 'line': {
      const { x1, y1, x2, y2, weight, round } = mark;
      const [along, across] = [round ? weight / 2 : 0, weight / 2];
      const ends = { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
      if (y1 === y2) return spread(ends, along, across);
      return x1 === x2 ? spread(ends, across, along) : spread(ends, across, across);
    }
    case 'circle': {
      const reach = mark.radius + (mark.outline?.weight ?? 0) / 2;
      return spread({ left: mark.x, top: mark.y, right: mark.x, bottom: mark.y }, reach, reach);
    }
    case 'polygon': {
      const across = (mark.stroke?.weight ?? 0) / 2;
      return spread(around(mark.rings.flat()), across, across);
    }
    case 'path': {
      const { left, top, right, bottom } = around(mark.path.flatMap(([, ...values]) => values));
      const { x, y, scale } = mark;
      return { left: x + left * scale, top: y + top * scale, right: x + right * scale, bottom: y + bottom * scale };
    }
    case 'drawing':
      return boxOf(mark.x, mark.y, mark.width * mark.unit, mark.height * mark.unit);
    default:
      return boxOf(mark.x, mark.y, mark.width, mark.height);
  }
}

function boxOf(x: number, y: number, width: number, height: number): Bounds {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** The edges of points, given as x and y in turns. */
function around(points: readonly number[]): Bounds {
  let { left, top, right, bottom } = nothing;
  for (let index = 0; index < points.length; index += 2) {
    const [x = 0, y = 0] = [points[index], points[index + 1]];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

function spread({ left, top, right, bottom }: Bounds, x: number, y: number): Bounds {
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y };
}

/** Whether two rectangles touch. */
export function overlap(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The rectangle that holds two others. */
export function union(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

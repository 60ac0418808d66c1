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
  const all = marks.map(inkOf);
  return {
    left: Math.min(...all.map(({ left }) => left)),
    top: Math.min(...all.map(({ top }) => top)),
    right: Math.max(...all.map(({ right }) => right)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  };
}

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
      if (y1 === y2) return spread(around([x1, x2], [y1, y2], 0), along, across);
      if (x1 === x2) return spread(around([x1, x2], [y1, y2], 0), across, along);
      return around([x1, x2], [y1, y2], across);
    }
    case 'circle':
      return around([mark.x], [mark.y], mark.radius + (mark.outline?.weight ?? 0) / 2);
    case 'polygon': {
      const points = mark.rings.flat();
      const [xs, ys] = [points.filter((_, index) => index % 2 === 0), points.filter((_, index) => index % 2 === 1)];
      return around(xs, ys, (mark.stroke?.weight ?? 0) / 2);
    }
    case 'path': {
      const points = mark.path.flatMap(([, ...values]) => values);
      const xs = points.filter((_, index) => index % 2 === 0).map((value) => mark.x + value * mark.scale);
      const ys = points.filter((_, index) => index % 2 === 1).map((value) => mark.y + value * mark.scale);
      return around(xs, ys, 0);
    }
    case 'drawing':
      return around([mark.x, mark.x + mark.width * mark.unit], [mark.y, mark.y + mark.height * mark.unit], 0);
    default:
      return around([mark.x, mark.x + mark.width], [mark.y, mark.y + mark.height], 0);
  }
}

function around(xs: readonly number[], ys: readonly number[], by: number): Bounds {
  return {
    left: Math.min(...xs) - by,
    top: Math.min(...ys) - by,
    right: Math.max(...xs) + by,
    bottom: Math.max(...ys) + by,
  };
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

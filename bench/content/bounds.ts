import type { Mark, Rectangle } from '../../functions/pdf/marks.ts';

/** The rectangle that holds all ink of some marks, in the points of their page. */
export function boundsOf(marks: readonly Mark[]): Rectangle {
  const corners = marks.flatMap(cornersOf);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Marks moved by a distance. */
export function moved(marks: readonly Mark[], dx: number, dy: number): readonly Mark[] {
  return marks.map((mark) => moveMark(mark, dx, dy));
}

type Corner = readonly [x: number, y: number];

function cornersOf(mark: Mark): readonly Corner[] {
  switch (mark.mark) {
    case 'text':
      return [
        [mark.x, mark.y - mark.size * 0.8],
        [mark.x + mark.width, mark.y + mark.size * 0.25],
      ];
    case 'line':
      return [
        [mark.x1, mark.y1],
        [mark.x2, mark.y2],
      ];
    case 'circle':
      return [
        [mark.x - mark.radius, mark.y - mark.radius],
        [mark.x + mark.radius, mark.y + mark.radius],
      ];
    case 'polygon': {
      const { x = 0, y = 0 } = mark.origin ?? {};
      return mark.rings.flatMap((ring) =>
        ring.flatMap((value, index) => (index % 2 ? [] : [[value + x, (ring[index + 1] ?? 0) + y] as const])),
      );
    }
    case 'path':
      return [[mark.x, mark.y]];
    default:
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y + mark.height],
      ];
  }
}

function moveMark(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.mark) {
    case 'line':
      return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
    case 'polygon': {
      const { x = 0, y = 0 } = mark.origin ?? {};
      return { ...mark, origin: { x: x + dx, y: y + dy } };
    }
    case 'clip':
      return { ...mark, x: mark.x + dx, y: mark.y + dy, marks: moved(mark.marks, dx, dy) };
    default:
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
  }
}

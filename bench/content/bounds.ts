import type { Rectangle } from '../../functions/drawing/marks.ts';
import type { PlainMark } from './plain-marks.ts';

/** The smallest rectangle around all marks, in points of the page. */
export function boundsOf(marks: readonly PlainMark[]): Rectangle {
  const corners = marks.flatMap(cornersOf);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Marks moved by a distance. */
export function moved(marks: readonly PlainMark[], dx: number, dy: number): readonly PlainMark[] {
  return marks.map((mark) => moveMark(mark, dx, dy));
}

type Corner = readonly [x: number, y: number];

function cornersOf(mark: PlainMark): readonly Corner[] {
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
    case 'polygon':
      return mark.rings.flatMap((ring) =>
        ring.flatMap((value, index) => (index % 2 ? [] : [[value, ring[index + 1] ?? 0] as const])),
      );
    case 'path':
      return [[mark.x, mark.y]];
    default:
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y + mark.height],
      ];
  }
}

function moveMark(mark: PlainMark, dx: number, dy: number): PlainMark {
  switch (mark.mark) {
    case 'line':
      return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
    case 'polygon':
      return { ...mark, rings: mark.rings.map((ring) => ring.map((value, index) => value + (index % 2 ? dy : dx))) };
    case 'clip':
      return { ...mark, x: mark.x + dx, y: mark.y + dy, marks: moved(mark.marks, dx, dy) };
    default:
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
  }
}

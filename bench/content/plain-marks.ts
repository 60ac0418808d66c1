import type { ClipMark, DrawingMark, Mark } from '../../functions/drawing/marks.ts';

/** Marks that every tool can draw as they are. */
export type PlainMark = Exclude<Mark, ClipMark | DrawingMark> | PlainClip;

/** A clip of plain marks: only what is inside the rectangle is visible. */
interface PlainClip extends Omit<ClipMark, 'marks'> {
  readonly marks: readonly PlainMark[];
}

/** Resolves drawings into their shapes, at their place on the page and clipped to the drawing. */
export function plainMarks(marks: readonly Mark[]): readonly PlainMark[] {
  return marks.map((mark) => {
    if (mark.mark === 'clip') return { ...mark, marks: plainMarks(mark.marks) };
    return mark.mark === 'drawing' ? apart(mark) : mark;
  });
}

function apart({ x, y, unit, width, height, marks }: DrawingMark): PlainMark {
  const shapes = marks.map((mark): PlainMark => {
    if (mark.mark !== 'polygon')
      throw new Error(`a drawing holds a ${mark.mark}; polygons are all that is taken apart`);
    const rings = mark.rings.map((ring) => ring.map((value, index) => value * unit + (index % 2 ? y : x)));
    const stroke = mark.stroke && { ...mark.stroke, weight: mark.stroke.weight * unit };
    return { ...mark, rings, ...(stroke ? { stroke } : {}) };
  });
  return { mark: 'clip', x, y, width: width * unit, height: height * unit, marks: shapes };
}

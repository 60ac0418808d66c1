import type { LineMark, TextMark } from '../marks.ts';
import { sizeOf, type TextContext, type TextStyle, widthOf } from './styles.ts';

/** One line of plain text that begins at `x`, with its baseline at `y`. */
export function setLine(context: TextContext, text: string, style: TextStyle, x: number, y: number): TextMark {
  return markOf(context, text, style, x, y, widthOf(context, text, style));
}

/** One line of plain text that ends at `x`. */
export function setLineEndingAt(context: TextContext, text: string, style: TextStyle, x: number, y: number): TextMark {
  const width = widthOf(context, text, style);
  return markOf(context, text, style, x - width, y, width);
}

/** One line of plain text centred on `x`. */
export function setLineCentredOn(context: TextContext, text: string, style: TextStyle, x: number, y: number): TextMark {
  const width = widthOf(context, text, style);
  return markOf(context, text, style, x - width / 2, y, width);
}

/** The dotted line under a calculated value. */
export function dottedUnder({ x, y, width, size, colour }: TextMark): LineMark {
  const below = y + Math.max(1.9, 0.2 * size);
  return {
    mark: 'line',
    x1: x + 0.5,
    y1: below,
    x2: x + width,
    y2: below,
    stroke: colour,
    weight: 0.75,
    dash: [0, 1.9],
    round: true,
  };
}

/** A text mark whose width is already known, in points. */
export function markOf(
  context: TextContext,
  text: string,
  style: TextStyle,
  x: number,
  y: number,
  width: number,
): TextMark {
  const colour = context.theme.colours[style.colour] ?? '#000000';
  return { mark: 'text', x, y, text, face: style.face, size: sizeOf(context, style), colour, width };
}

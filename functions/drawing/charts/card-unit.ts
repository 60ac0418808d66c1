import type { Mark } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { leadingOf, type TextContext, widthOf } from '../text/styles.ts';
import { textMark } from './frame.ts';
import { chartStyles } from './styles.ts';

/** From the edge of a key figure to its text, in points. */
export const cardPadding = 9.75;

/** How much lower a unit stands whose type is larger than usual: clear of the dots under a value, in points. */
const lowered = 2;

/**
 * The lines of the unit of a key figure `width` points wide: one, but where its type may not become smaller. A unit with
 * its period breaks between the two.
 */
export function unitLines(unit: string, width: number, context: TextContext): readonly string[] {
  if (context.leastSize === undefined) return [unit];
  const fits = (text: string) => widthOf(context, text, chartStyles.cardUnit) <= width - 2 * cardPadding;
  if (fits(unit)) return [unit];
  const parts = unit.split(/(?<=,) /);
  if (parts.every(fits)) return parts;
  const lines = breakLines(context, [{ text: unit }], () => chartStyles.cardUnit, width - 2 * cardPadding);
  return lines.map(({ segments }) => segments.map(({ text }) => text).join(''));
}

/** How much higher key figures are whose longest unit has so many lines, in points. */
export function unitRoom(lines: number, context: TextContext): number {
  if (context.leastSize === undefined) return 0;
  return lowered + (lines - 1) * leadingOf(context, chartStyles.cardUnit);
}

/** The lines of a unit, the first on the baseline `y`. */
export function unitMarks(lines: readonly string[], x: number, y: number, context: TextContext): readonly Mark[] {
  const leading = leadingOf(context, chartStyles.cardUnit);
  const top = context.leastSize === undefined ? y : y + lowered;
  return lines.map((line, index) => {
    const text = index < lines.length - 1 ? `${line} ` : line;
    return textMark(context, text, chartStyles.cardUnit, { x, y: top + index * leading });
  });
}

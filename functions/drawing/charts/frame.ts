import type { Label } from '../../document/index.ts';
import type { Outlines } from '../maps/outlines.ts';
import type { Mark, TextMark } from '../marks.ts';
import { dottedUnder, setLine, setLineCentredOn, setLineEndingAt } from '../text/set-line.ts';
import { smallestType, type TextContext, type TextStyle, widthOf } from '../text/styles.ts';

/** The room of a chart: `y` is the last baseline above it, `foot` the y of its zero line if it is fixed. */
export interface ChartFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly foot: number | null;
  /** As in the context of the layout: null when there is enough room. */
  readonly squeeze: number | null;
}

/** Frames of pages are wider than this where a chart has no neighbours in its row; those of phones are not. */
const narrowUntil = 200;

/** Whether a chart has the width of a phone, where its parts stand below each other and only the newest are shown. */
export function isNarrow({ width }: ChartFrame): boolean {
  return width < narrowUntil;
}

/** A drawn chart: its lowest ink, and the baseline of what follows unless that is at the default distance. */
export interface Drawn {
  readonly marks: readonly Mark[];
  readonly bottom: number;
  readonly next?: number;
}

/** The plot of a chart: where its values stand on the page, its sides and its zero line. */
export interface Plot {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

/** What charts are drawn with: text, colours and, for maps, the outlines of countries. */
export interface Palette extends TextContext {
  readonly outlines: Outlines;
}

/** The position of a label, which begins, ends or is centred at `x`. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly align?: 'left' | 'right' | 'centre';
}

/** A label in a chart, with a dotted underline if it is calculated. */
export function labelMarks(context: TextContext, label: Label, style: TextStyle, place: LabelPlace): readonly Mark[] {
  const text = textMark(context, label.text, style, place);
  return label.calculated ? [text, dottedUnder(text)] : [text];
}

/** The style at the size at which a text fits in a width, but not below the smallest type. */
export function fitted(context: TextContext, text: string, style: TextStyle, width: number): TextStyle {
  const share = width / widthOf(context, text, style);
  return share >= 1 ? style : { ...style, size: Math.max(smallestType, style.size * share) };
}

/** As much of a text as fits in a width, with an ellipsis if it is shortened. The data notes have the full text. */
export function shortened(context: TextContext, text: string, style: TextStyle, width: number): string {
  if (widthOf(context, text, style) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(context, `${letters.join('')}…`, style) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Plain text in a chart. */
export function textMark(
  context: TextContext,
  text: string,
  style: TextStyle,
  { x, y, align = 'left' }: LabelPlace,
): TextMark {
  if (align === 'right') return setLineEndingAt(context, text, style, x, y);
  return align === 'centre' ? setLineCentredOn(context, text, style, x, y) : setLine(context, text, style, x, y);
}

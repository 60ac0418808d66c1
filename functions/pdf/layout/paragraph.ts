import type { HeadingBlock, Inline, ParagraphBlock } from '../../document/index.ts';
import { breakLines, styles, type TextStyle } from '../../drawing/index.ts';
import { element } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText } from './set-text.ts';

const looks = {
  text: styles.note,
  remark: styles.noteDense,
  rule: styles.rule,
  attribution: styles.attribution,
  under: styles.figureSubtitle,
  message: styles.sheetMessage,
  short: styles.sheetNote,
} as const satisfies Readonly<Record<ParagraphBlock['style'], TextStyle>>;

/** Notes are denser on a page with little room. */
const tightLooks = { ...looks, text: styles.noteDense } as const;

/** From the last line of a paragraph to the first line of a smaller one after it, in points. */
const afterText = 12.5;

/** From a heading to the line under it, in points. */
const underHeading = 14.5;

/** From note to note on a sheet, in points. */
const afterShort = 12;

/** The lines of the message of a sheet at most, and from its last one to the key figures, in points. */
const message = { lines: 2, after: 16 } as const;

/** Running text. `frame.y` is its first baseline, or the heading above it. */
export function layoutParagraph({ content, style }: ParagraphBlock, frame: Frame, context: Context): Placed {
  if (style === 'message') return layoutMessage(content, frame, context);
  const look = context.squeeze === null ? looks[style] : tightLooks[style];
  const y = style === 'under' ? frame.y + underHeading : frame.y;
  const strong = { ...look, face: 'sansStrong', colour: 'text' } as const;
  const set = setText(context, content, (run) => (run.strong ? strong : look), { ...frame, y });
  const next = style === 'under' ? set.bottom : set.bottom + (style === 'short' ? afterShort : afterText);
  return { pieces: [element('P', set.pieces)], bottom: set.bottom, next };
}

/** The message of a sheet, which is its heading: as many of its sentences as have room. */
function layoutMessage(content: Inline, frame: Frame, context: Context): Placed {
  const style = styles.sheetMessage;
  const linesOf = (text: Inline) => breakLines(context, text, () => style, frame.width).length;
  let text = content;
  while (linesOf(text) > message.lines && text.at(-1)?.yields !== undefined) text = text.slice(0, -1);
  const set = setText(context, text, style, frame);
  return { pieces: [element('H2', set.pieces)], bottom: set.bottom, next: set.bottom + message.after };
}

/** A heading over notes. `frame.y` is the rule or heading above it. */
export function layoutHeading({ content, level }: HeadingBlock, frame: Frame, context: Context): Placed {
  const set = setText(context, content, styles.noteHeading, { ...frame, y: frame.y + 19.5 });
  return { pieces: [element(`H${level}`, set.pieces)], bottom: set.bottom, next: set.bottom + 13 };
}

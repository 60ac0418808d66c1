import type { HeadingBlock, ParagraphBlock } from '../../document/index.ts';
import { styles, type TextStyle } from '../../drawing/index.ts';
import { element } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText } from './set-text.ts';

const looks = {
  text: styles.note,
  remark: styles.noteDense,
  rule: styles.rule,
  attribution: styles.attribution,
  under: styles.figureSubtitle,
} as const satisfies Readonly<Record<ParagraphBlock['style'], TextStyle>>;

/** Notes are denser on a page with little room. */
const tightLooks = { ...looks, text: styles.noteDense } as const;

/** From the last line of a paragraph to the first line of a smaller one after it, in points. */
const afterText = 12.5;

/** From a heading to the line under it, in points. */
const underHeading = 14.5;

/** Running text. `frame.y` is its first baseline, or the heading above it. */
export function layoutParagraph({ content, style }: ParagraphBlock, frame: Frame, context: Context): Placed {
  const look = context.squeeze === null ? looks[style] : tightLooks[style];
  const y = style === 'under' ? frame.y + underHeading : frame.y;
  const strong = { ...look, face: 'sansStrong', colour: 'text' } as const;
  const set = setText(context, content, (run) => (run.strong ? strong : look), { ...frame, y });
  const next = style === 'under' ? set.bottom : set.bottom + afterText;
  return { pieces: [element('P', set.pieces)], bottom: set.bottom, next };
}

/** A heading over notes. `frame.y` is the rule or heading above it. */
export function layoutHeading({ content, level }: HeadingBlock, frame: Frame, context: Context): Placed {
  const set = setText(context, content, styles.noteHeading, { ...frame, y: frame.y + 19.5 });
  return { pieces: [element(`H${level}`, set.pieces)], bottom: set.bottom, next: set.bottom + 13 };
}

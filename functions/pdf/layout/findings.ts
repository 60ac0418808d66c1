import type { ListBlock, Run } from '../../document/index.ts';
import { breakLines, restyle, rule, styles } from '../../drawing/index.ts';
import { artifact, element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText } from './set-text.ts';

/** From the heading to the first line, in points. */
const underHeading = 19.5;

/** From the last line of a finding to the first of the next: at most, from where on lines come closer, at least. */
const gaps = { most: 36, dense: 22, least: 18 } as const;

/** The leading of findings that have little room. */
const denseLeading = 12.35;

/** How far the last line may go below the foot: the sum of roundings. */
const rounding = 0.5;

/** From the middle of a gap up to its hairline. */
const aboveMiddle = 3.2;

/** Findings spread down to the foot of their place, with hairlines between them. Where they pass it, so does their row. */
export function layoutFindings(list: ListBlock, frame: Frame, context: Context): Placed {
  const { x, width } = frame;
  const first = frame.y + underHeading;
  const lines = list.items.map(
    ({ content }) => breakLines(context, content, lookOf(styles.message.leading), width).length,
  );
  const steps = lines.reduce((sum, count) => sum + count - 1, 0);
  const gapAt = (leading: number) => {
    const room = (frame.place?.listFoot ?? frame.foot) - first - steps * leading;
    return room / Math.max(1, list.items.length - 1);
  };
  const usual = gapAt(styles.message.leading);
  const leading = usual < gaps.dense ? denseLeading : styles.message.leading;
  const gap = Math.max(gaps.least, Math.min(gaps.most, gapAt(leading)));
  const pieces: Piece[] = [];
  let y = first;
  let bottom = first;
  for (const [index, { content }] of list.items.entries()) {
    const set = setText(context, content, lookOf(leading), { x, y, width });
    pieces.push(element('LI', [element('LBody', set.pieces)]));
    bottom = set.bottom;
    if (index < list.items.length - 1) {
      const hair = bottom + gap / 2 - aboveMiddle;
      pieces.push(artifact([rule(x, x + width, hair, context.theme.colours.hairline, 0.5)]));
    }
    y = bottom + gap;
  }
  const foot = frame.place?.listFoot ?? frame.foot;
  const isTooLong = bottom > foot + rounding && list.items.length > 1;
  return { pieces, bottom: isTooLong ? Math.max(bottom, (frame.place?.foot ?? foot) + 1) : bottom };
}

function lookOf(leading: number) {
  return ({ strong }: Run) => restyle(strong ? styles.messageLead : styles.message, { leading });
}

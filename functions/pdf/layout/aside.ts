import type { AsideBlock } from '../../document/index.ts';
import { rule, span, styles } from '../../drawing/index.ts';
import { artifact, element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText } from './set-text.ts';

/** From the rule to the first baseline of the notes of a sheet, in points. */
const underRule = 15;

/** Blocks under a rule with a heading: the summary, lists of a few words, notes. */
export function layoutAside(aside: AsideBlock, frame: Frame, context: Context): Placed {
  const { x, y, width } = frame;
  const pieces: Piece[] = [artifact([rule(x, x + width, y, context.theme.colours.text, 1)])];
  let placed: Placed = { pieces: [], bottom: y };
  if (aside.heading) {
    const style = aside.level === 2 ? styles.briefHeading : styles.figureTitle;
    const narrow = width < span(6);
    const offset = aside.level === 2 ? 22.75 : narrow ? 18 : 19.5;
    const heading = setText(context, aside.heading, style, { x, y: y + offset, width });
    pieces.push(element(aside.level === 2 ? 'H2' : 'H3', heading.pieces));
    // A paragraph begins with its baseline; other blocks, and a line that belongs under a heading, leave room above.
    const [first] = aside.body;
    const isBare = first?.type === 'paragraph' && first.style !== 'under';
    const isClose =
      (first?.type === 'paragraph' && first.style === 'under') ||
      (first?.type === 'list' && first.style === 'findings');
    const apart = aside.level === 3 && ((narrow && !isClose) || isBare);
    placed = { pieces: [], bottom: heading.bottom, next: heading.bottom + (apart ? 17 : 0) };
  }
  if (!aside.heading && beginsWithNotes(aside)) placed = { ...placed, next: y + underRule };
  for (const block of aside.body) {
    placed = context.layout(block, { ...frame, y: placed.next ?? placed.bottom }, context);
    pieces.push(...placed.pieces);
  }
  return { pieces, bottom: placed.bottom };
}

/** Whether columns of short notes stand under the rule: they begin with their baseline. */
function beginsWithNotes({ body: [columns] }: AsideBlock): boolean {
  if (columns?.type !== 'row') return false;
  return columns.cells.some(([first]) => first?.type === 'paragraph' && first.style === 'short');
}

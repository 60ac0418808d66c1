import type { HeadBlock } from '../../document/index.ts';
import { span, styles } from '../../drawing/index.ts';
import { page } from '../page.ts';
import { element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText, setTitle } from './set-text.ts';

/** Baselines of the head of a page. `standfirst` is the distance from the title. */
const baselines = { kicker: 78, title: 104, standfirst: 22.75 } as const;

/** The last baseline of a head with two title lines and two of standfirst. Shorter heads take the same room. */
const headBottom = 169;

/** The head of a page: kicker, title and standfirst. */
export function layoutHead(head: HeadBlock, { x, width }: Frame, context: Context): Placed {
  const kicker = setText(context, head.kicker, styles.kicker, { x, y: baselines.kicker, width });
  const title = setTitle(context, head.title, styles.pageTitle, { x, y: baselines.title, width });
  const pieces: Piece[] = [element('P', kicker.pieces), element('H2', title.pieces)];
  let { bottom } = title;
  if (head.standfirst) {
    const frame = { x, y: title.bottom + baselines.standfirst, width: span(11) };
    const standfirst = setTitle(context, head.standfirst, styles.standfirst, frame);
    pieces.push(element('P', standfirst.pieces));
    bottom = standfirst.bottom;
  }
  return { pieces, bottom: Math.max(headBottom, bottom), next: Math.max(page.firstRule, bottom + 26) };
}

import type { Run, StripBlock } from '../../document/index.ts';
import { rule, setLine, styles, widthOf } from '../../drawing/index.ts';
import { artifact, content, element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText } from './set-text.ts';

/** Baselines from the rule, in points. */
const at = { heading: 16.25, text: 30.5 } as const;

/** From a number to its word, and from there to the next number. */
const gaps = { word: 4, count: 16 } as const;

/** A rule, a heading with counts at the right of its line, and a text of one or two lines. */
export function layoutStrip({ heading, counts, text }: StripBlock, { x, y, width }: Frame, context: Context): Placed {
  const { pieces, left } = layoutCounts(counts, x + width, y + at.heading, context);
  const title = setText(context, heading, styles.figureTitle, { x, y: y + at.heading, width: left - x - gaps.count });
  const styleOf = (run: Run) => (run.strong ? styles.stripNewsLead : styles.stripNews);
  const set = setText(context, text, styleOf, { x, y: title.bottom + at.text - at.heading, width });
  return {
    pieces: [
      artifact([rule(x, x + width, y, context.theme.colours.text, 1)]),
      element('H2', title.pieces),
      ...pieces,
      element('P', set.pieces),
    ],
    bottom: set.bottom,
  };
}

/** The counts, the last one ending at `right`, and where the first begins. */
function layoutCounts(counts: StripBlock['counts'], right: number, y: number, context: Context) {
  const styleOf = ({ strong }: Run) => (strong ? styles.stripCount : styles.stripWord);
  const pieces: Piece[] = [];
  let left = right;
  for (const count of counts.toReversed()) {
    const runs = count.map((run) => ({ text: run.text.trim(), style: styleOf(run) }));
    const widths = runs.map(({ text, style }) => widthOf(context, text, style));
    let x = left - widths.reduce((sum, width) => sum + width, 0) - gaps.word * Math.max(0, runs.length - 1);
    left = x - gaps.count;
    const marks = runs.map(({ text, style }, index) => {
      const mark = setLine(context, text, style, x, y);
      x += (widths[index] ?? 0) + gaps.word;
      return index < runs.length - 1 ? { ...mark, text: `${text} ` } : mark;
    });
    pieces.unshift(element('P', [content(marks)]));
  }
  return { pieces, left: left + gaps.count };
}

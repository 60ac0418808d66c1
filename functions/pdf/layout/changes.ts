import type { Inline, ListBlock } from '../../document/index.ts';
import { type Mark, rule, setLine, setLineEndingAt, styles, widthOf } from '../../drawing/index.ts';
import { artifact, content, element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText } from './set-text.ts';

/** From the first line of a change to the next, with and without a second line, in points. */
const pitch = { two: 27.5, one: 18 } as const;

/** The arrow from a former value to the new one in points: its length, its head, and the room on both sides. */
const arrow = { length: 9, head: 2.2, room: 4 } as const;

/**
 * Changes of figures: the name at the left, the value at the right, and under them the former value or the comparison.
 */
export function layoutChanges(list: ListBlock, frame: Frame, context: Context): Placed {
  const { x, width } = frame;
  const pieces: Piece[] = [];
  let { y } = frame;
  let bottom = y;
  for (const [index, { content: runs }] of list.items.entries()) {
    const name = runs.filter(({ strong, struck, small }) => !strong && !struck && !small);
    const detail = runs.filter(({ small }) => small);
    const value = valuePieces(runs, x + width, y, context);
    const left = setText(context, name, styles.changeName, { x, y, width: width - value.width - 8 });
    const under = setText(context, detail, styles.changeDetail, { x, y: left.bottom + 10, width });
    bottom = detail.length > 0 ? under.bottom : left.bottom;
    const body = [...left.pieces, ...value.pieces, ...(detail.length > 0 ? under.pieces : [])];
    pieces.push(element('LI', [element('LBody', body)]));
    if (index < list.items.length - 1) {
      pieces.push(artifact([rule(x, x + width, bottom + 5, context.theme.colours.hairline, 0.5)]));
    }
    y += Math.max(detail.length > 0 ? pitch.two : pitch.one, bottom + 17.5 - y);
  }
  return { pieces, bottom, next: bottom + 13 };
}

/** The value, preceded by the former one (struck through) and an arrow. */
function valuePieces(runs: Inline, right: number, y: number, context: Context) {
  const value = wordsOf(runs.filter(({ strong }) => strong));
  const former = wordsOf(runs.filter(({ struck }) => struck));
  const valueWidth = widthOf(context, value, styles.changeValue);
  const x = right - valueWidth;
  const shown = content([setLine(context, value, styles.changeValue, x, y)]);
  if (former === '') return { pieces: [shown], width: valueWidth };
  const { textSecondary, textTertiary } = context.theme.colours;
  const tip = x - arrow.room;
  const tail = tip - arrow.length;
  const end = tail - arrow.room;
  const struck = setLineEndingAt(context, former, styles.changeFormer, end, y);
  const level = y - 3;
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string): Mark => {
    return { mark: 'line', x1, y1, x2, y2, stroke, weight: 0.75 };
  };
  const drawn = artifact([
    line(struck.x, level, end, level, textTertiary),
    line(tail, level, tip, level, textSecondary),
    line(tip - arrow.head, level - arrow.head, tip, level, textSecondary),
    line(tip - arrow.head, level + arrow.head, tip, level, textSecondary),
  ]);
  const spaced = content([{ ...struck, text: `${former} ` }]);
  return { pieces: [spaced, drawn, shown], width: right - struck.x };
}

function wordsOf(runs: Inline): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

import type { CardsBlock } from '../../document/index.ts';
import { cardMarks, columnAt, span } from '../../drawing/index.ts';
import { artifact, content, element } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';

/** The height of a key figure, in points. */
export const cardHeight = 123.5;

/** Key figures side by side, each three columns wide. Their texts are read as text, their bars as a figure. */
export function layoutCards({ cards }: CardsBlock, { x, y }: Frame, context: Context): Placed {
  const pieces = cards.flatMap((card, index) => {
    if (card.kind !== 'card') return [];
    const frame = { x: columnAt(index * 3, x), y, width: span(3), height: cardHeight };
    const { ground, label, value, unit, change, bars } = cardMarks(card, frame, context);
    const bounds = { x: frame.x, y: y + 85, width: frame.width, height: 30 };
    return [
      artifact(ground),
      element('Div', [
        element('P', [content(label)]),
        element('P', [content(value)]),
        element('P', [content(unit)]),
        ...(change.length > 0 ? [element('P', [content(change)])] : []),
        element('Figure', [content(bars)], { alt: card.alt, bounds }),
      ]),
    ];
  });
  return { pieces, bottom: y + cardHeight };
}

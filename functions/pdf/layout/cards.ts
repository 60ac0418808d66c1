import type { CardsBlock } from '../../document/index.ts';
import { ageCardMarks, cardMarks, columnAt, type Mark, span } from '../../drawing/index.ts';
import { artifact, content, element } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';

/** The height of a key figure, in points. */
export const cardHeight = 123.5;

/** Key figures side by side, each three columns wide. Their texts are read as text, their bars as a figure. */
export function layoutCards({ cards }: CardsBlock, { x, y }: Frame, context: Context): Placed {
  const pieces = cards.flatMap((card, index) => {
    if (card.kind !== 'card' && card.kind !== 'age-card') return [];
    const frame = { x: columnAt(index * 3, x), y, width: span(3), height: cardHeight };
    const marks: CardParts =
      card.kind === 'card' ? cardMarks(card, frame, context) : ageCardMarks(card, frame, context);
    const { ground, label, value, unit, change, age = [], bars } = marks;
    const bounds = { x: frame.x, y: y + 85, width: frame.width, height: 30 };
    const read = [label, value, unit, change, age].filter((part) => part.length > 0);
    return [
      artifact(ground),
      element('Div', [
        ...read.map((part) => element('P', [content(part)])),
        ...(bars.length > 0 ? [element('Figure', [content(bars)], { alt: card.alt, bounds })] : []),
      ]),
    ];
  });
  return { pieces, bottom: y + cardHeight };
}

/** The marks of a key figure in the order in which they are read; only some say how old they are. */
interface CardParts
  extends Readonly<Record<'ground' | 'label' | 'value' | 'unit' | 'change' | 'bars', readonly Mark[]>> {
  readonly age?: readonly Mark[];
}

import type { CardsBlock, MonthCard } from '../../document/index.ts';
import {
  ageCardMarks,
  cardMarks,
  columnAt,
  type Mark,
  monthCardHeight,
  monthCardMarks,
  span,
  unitLines,
  unitRoom,
} from '../../drawing/index.ts';
import { artifact, content, element } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';

/** The height of a key figure, in points. */
export const cardHeight = 123.5;

/** Key figures side by side, each three columns wide. Their texts are read as text, their bars as a figure. */
export function layoutCards(block: CardsBlock, { x, y }: Frame, context: Context): Placed {
  const { cards } = block;
  if (cards.some(({ kind }) => kind === 'month-card')) return layoutMonthCards(block, { x, y }, context);
  const lower = lowerBy(cards, context);
  const pieces = cards.flatMap((card, index) => {
    if (card.kind !== 'card' && card.kind !== 'age-card') return [];
    const frame = { x: columnAt(index * 3, x), y, width: span(3), height: cardHeight + lower };
    const marks: CardParts =
      card.kind === 'card' ? cardMarks(card, frame, context, lower) : ageCardMarks(card, frame, context, lower);
    const { ground, label, value, unit, change, age = [], bars } = marks;
    const bounds = { x: frame.x, y: y + lower + 85, width: frame.width, height: 30 };
    const read = [label, value, unit, change, age].filter((part) => part.length > 0);
    return [
      artifact(ground),
      element('Div', [
        ...read.map((part) => element('P', [content(part)])),
        ...(bars.length > 0 ? [element('Figure', [content(bars)], { alt: card.alt, bounds })] : []),
      ]),
    ];
  });
  const bottom = y + cardHeight + lower;
  return { pieces, bottom, next: bottom + toStrip };
}

/** How much higher key figures are because one of their units needs several lines, in points. */
function lowerBy(cards: CardsBlock['cards'], context: Context): number {
  const units = cards.flatMap((card) => ('unit' in card ? card.unit : []));
  return unitRoom(Math.max(1, ...units.map((unit) => unitLines(unit, span(3), context).length)), context);
}

/** The marks of a key figure in the order in which they are read; only some say how old they are. */
interface CardParts
  extends Readonly<Record<'ground' | 'label' | 'value' | 'unit' | 'change' | 'bars', readonly Mark[]>> {
  readonly age?: readonly Mark[];
}

/** From the cards of a monthly edition to the rule of the strip under them, in points. */
const toStrip = 16.25;

/** Key figures of a monthly edition. */
function layoutMonthCards({ cards }: CardsBlock, { x, y }: Pick<Frame, 'x' | 'y'>, context: Context): Placed {
  const known = cards.filter((card): card is MonthCard => card.kind === 'month-card');
  const lower = lowerBy(known, context);
  const pieces = known.flatMap((card, index) => {
    const frame = { x: columnAt(index * 3, x), y, width: span(3), height: monthCardHeight + lower };
    const { ground, columns, ...texts } = monthCardMarks(card, frame, context, lower);
    const bounds = { x: frame.x, y: y + lower + 92, width: frame.width, height: 36 };
    const lines = [texts.label, texts.value, texts.unit, texts.change, texts.month].filter((line) => line.length > 0);
    return [
      artifact(ground),
      element('Div', [
        ...lines.map((line) => element('P', [content(line)])),
        ...(columns.length > 0 ? [element('Figure', [content(columns)], { alt: card.alt, bounds })] : []),
      ]),
    ];
  });
  const bottom = y + monthCardHeight + lower;
  return { pieces, bottom, next: bottom + toStrip };
}

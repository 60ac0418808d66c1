import type { AgeCard } from '../../document/index.ts';
import { filled, type Mark, outlined, type Rectangle, rule } from '../marks.ts';
import { restyle, type TextContext, type TextStyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { cardPadding as padding, unitLines, unitMarks } from './card-unit.ts';
import { fitted, labelMarks, shortened, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Baselines and edges of a key figure with its age, in points from its top. */
const at = { label: 18.25, value: 42.25, unit: 55, rule: 63.25, change: 77, age: 96, bar: 102 } as const;

const barHeight = 6.5;

/** How far a text whose type may not become smaller may go into the padding at its right, in points. */
const overhang = 6;

/** Between the qualifier and its number, in points. */
const afterQualifier = 4.5;

/**
 * The parts of a key figure with its age, in the order in which they are read; `lower` is how much longer its unit is
 * than a line.
 */
export function ageCardMarks(card: AgeCard, { x, y, width, height }: Rectangle, context: TextContext, lower = 0) {
  const { colours } = context.theme;
  const left = x + padding;
  const inner = width - 2 * padding;
  const age = restyle(styles.softSmall, { face: 'sansMedium', colour: 'text' });
  const plain = (whole: string, style: TextStyle, top: number) => {
    const size = fitted(context, whole, style, inner);
    const text = shortened(context, whole, size, inner + overhang);
    return [textMark(context, text, size, { x: left, y: y + top })];
  };
  return {
    ground: [
      filled(x, y, width, height, colours.panel),
      filled(x, y, width, 2.5, toneColours(context.theme, card.tone).solid),
      rule(left, left + inner, y + lower + at.rule, colours.rule, 0.5),
    ],
    label: plain(card.label, styles.cardLabel, at.label),
    value: valueMarks(card, left, y + at.value, inner, context),
    unit:
      context.leastSize === undefined
        ? plain(card.unit, styles.cardUnit, at.unit)
        : unitMarks(unitLines(card.unit, width, context), left, y + at.unit, context),
    change: changeMarks(card, left, y + lower + at.change, inner, context),
    age: [textMark(context, card.age, age, { x: left, y: y + lower + at.age })],
    bars: card.bar === null ? [] : barMarks(card.bar, left, y + lower + at.bar, inner, context),
  };
}

/** The number after its qualifier; a long one is set smaller to stay in its card. */
function valueMarks({ qualifier, value }: AgeCard, left: number, y: number, inner: number, context: TextContext) {
  const word = restyle(styles.value, { face: 'sansMedium' });
  const room = qualifier === null ? 0 : widthOf(context, qualifier, word) + afterQualifier;
  const style = fitted(context, value.text, styles.cardValue, inner - room);
  const before = qualifier === null ? [] : [textMark(context, qualifier, word, { x: left, y })];
  return [...before, ...labelMarks(context, value, style, { x: left + room, y })];
}

function changeMarks({ change }: AgeCard, left: number, y: number, inner: number, context: TextContext) {
  if (!change) return [];
  const strong = restyle(styles.cardChange, { size: 8 });
  const rest = restyle(styles.cardRest, { size: 8 });
  const width = widthOf(context, `${change.strong.text} `, strong) + widthOf(context, change.rest, rest);
  const size = Math.max(7, Math.min(8, (8 * inner) / width));
  const after = left + widthOf(context, `${change.strong.text} `, restyle(strong, { size }));
  return [
    ...labelMarks(context, change.strong, restyle(strong, { size }), { x: left, y }),
    textMark(context, change.rest, restyle(rest, { size }), { x: after, y }),
  ];
}

/** The age as a part of that of the oldest theme. */
function barMarks(part: number, x: number, y: number, width: number, { theme: { colours } }: TextContext): Mark[] {
  return [
    outlined(x, y, width, barHeight, '#FFFFFF', colours.textTertiary),
    filled(x, y, width * part, barHeight, colours.turnover),
  ];
}

import type { AgeCard } from '../../document/index.ts';
import { filled, type Mark, outlined, type Rectangle, rule } from '../marks.ts';
import { restyle, type TextContext, type TextStyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { fitted, labelMarks, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Baselines and edges of a key figure with its age, in points from its top. */
const at = { label: 18.25, value: 42.25, unit: 55, rule: 63.25, change: 77, age: 96, bar: 102 } as const;

const padding = 9.75;
const barHeight = 6.5;

/** Between the qualifier and its number, in points. */
const afterQualifier = 4.5;

/** The parts of a key figure with its age, in the order in which they are read. */
export function ageCardMarks(card: AgeCard, { x, y, width, height }: Rectangle, context: TextContext) {
  const { colours } = context.theme;
  const left = x + padding;
  const inner = width - 2 * padding;
  const age = restyle(styles.softSmall, { face: 'sansMedium', colour: 'text' });
  const plain = (text: string, style: TextStyle, top: number) => [
    textMark(context, text, fitted(context, text, style, inner), { x: left, y: y + top }),
  ];
  return {
    ground: [
      filled(x, y, width, height, colours.panel),
      filled(x, y, width, 2.5, toneColours(context.theme, card.tone).solid),
      rule(left, left + inner, y + at.rule, colours.rule, 0.5),
    ],
    label: plain(card.label, styles.cardLabel, at.label),
    value: valueMarks(card, left, y + at.value, inner, context),
    unit: plain(card.unit, styles.cardUnit, at.unit),
    change: changeMarks(card, left, y + at.change, inner, context),
    age: [textMark(context, card.age, age, { x: left, y: y + at.age })],
    bars: card.bar === null ? [] : barMarks(card.bar, left, y + at.bar, inner, context),
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

import type { Card } from '../../document/index.ts';
import { filled, type Mark, outlined, type Rectangle, rule } from '../marks.ts';
import type { TextContext } from '../text/styles.ts';
import { sizeOf, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { labelMarks, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Baselines and edges of a key figure, in points from its top. */
const at = { label: 19.5, value: 45.5, unit: 58.5, rule: 68.25, change: 82.5, bars: [94.25, 104.25] } as const;

const padding = 9.75;

/** The indent of the bars, which leaves room for the year, and their height, in points. */
const bar = { indent: 20, height: 6.5 } as const;

/** The parts of a key figure, in the order in which they are read. */
export function cardMarks(card: Card, { x, y, width, height }: Rectangle, context: TextContext) {
  const { colours } = context.theme;
  const { solid } = toneColours(context.theme, card.tone);
  const left = x + padding;
  const inner = width - 2 * padding;
  const ground: readonly Mark[] = [
    filled(x, y, width, height, colours.panel),
    filled(x, y, width, 2.5, solid),
    rule(left, left + inner, y + at.rule, colours.rule, 0.5),
  ];
  return {
    ground,
    label: [textMark(context, card.label, styles.cardLabel, { x: left, y: y + at.label })],
    value: valueMarks(card, left, y + at.value, inner, context),
    unit: [textMark(context, card.unit, styles.cardUnit, { x: left, y: y + at.unit })],
    change: changeMarks(card, left, y + at.change, context),
    bars: barMarks(card, left, y, inner, context),
  };
}

/** The value. A long one is set smaller to stay in its card. */
function valueMarks(card: Card, left: number, y: number, inner: number, context: TextContext): readonly Mark[] {
  const width = widthOf(context, card.value.text, styles.cardValue);
  const fits = Math.min(1, (inner + 1) / width);
  const style = { ...styles.cardValue, size: styles.cardValue.size * fits };
  const optical = card.value.calculated ? 0 : -0.5 * (sizeOf(context, style) / 24);
  return labelMarks(context, card.value, style, { x: left + optical, y });
}

function changeMarks({ change }: Card, left: number, y: number, context: TextContext): readonly Mark[] {
  if (!change) return [];
  const strong = labelMarks(context, change.strong, styles.cardChange, { x: left, y });
  const gap = widthOf(context, ' ', styles.cardChange) * 2;
  const after = left + widthOf(context, change.strong.text, styles.cardChange) + gap;
  return [...strong, textMark(context, change.rest, styles.cardRest, { x: after, y })];
}

function barMarks(card: Card, left: number, y: number, inner: number, context: TextContext): readonly Mark[] {
  const { solid, tint } = toneColours(context.theme, card.tone);
  const zero = left + bar.indent;
  const unit = (inner - bar.indent) / (card.scale || 1);
  const tops = card.bars.length > 1 ? at.bars : [at.bars[1]];
  return card.bars.flatMap(({ label, value, amount, calculated }, index) => {
    const top = y + (tops[index] ?? 0);
    const length = Math.max(2.4, value * unit);
    const drawn = calculated
      ? outlined(zero, top, length, bar.height, tint, solid)
      : filled(zero, top, length, bar.height, solid);
    const baseline = top + 5.6;
    return [
      textMark(context, label, styles.cardBar, { x: left, y: baseline }),
      drawn,
      ...(amount ? [amountMark(amount.text, zero + length, left + inner, baseline, context)] : []),
    ];
  });
}

/** An amount after its bar, or at the end of the bar if there is no room beside it. */
function amountMark(text: string, end: number, right: number, y: number, context: TextContext): Mark {
  const fits = end + 3.5 + widthOf(context, text, styles.cardBar) <= right + 4;
  if (fits) return textMark(context, text, styles.cardBar, { x: end + 3.5, y });
  return textMark(context, text, { ...styles.cardBar, colour: 'text' }, { x: end - 3, y, align: 'right' });
}

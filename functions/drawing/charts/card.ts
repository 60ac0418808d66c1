import type { Card } from '../../document/index.ts';
import { filled, type Mark, outlined, type Rectangle, rule } from '../marks.ts';
import type { TextContext } from '../text/styles.ts';
import { sizeOf, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { cardPadding as padding, unitLines, unitMarks } from './card-unit.ts';
import { labelMarks, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Baselines and edges of a key figure, in points from its top. */
const at = { label: 19.5, value: 45.5, unit: 58.5, rule: 68.25, change: 82.5, bars: [94.25, 104.25] } as const;

/** The least indent of the bars, which leaves room for the year, and their height, in points. */
const bar = { indent: 20, afterYear: 3, height: 6.5 } as const;

/** The parts of a key figure, in the order in which they are read; `lower` is how much longer its unit is than a line. */
export function cardMarks(card: Card, { x, y, width, height }: Rectangle, context: TextContext, lower = 0) {
  const { colours } = context.theme;
  const { solid } = toneColours(context.theme, card.tone);
  const left = x + padding;
  const inner = width - 2 * padding;
  const ground: readonly Mark[] = [
    filled(x, y, width, height, colours.panel),
    filled(x, y, width, 2.5, solid),
    rule(left, left + inner, y + lower + at.rule, colours.rule, 0.5),
  ];
  return {
    ground,
    label: [textMark(context, card.label, styles.cardLabel, { x: left, y: y + at.label })],
    value: valueMarks(card, left, y + at.value, inner, context),
    unit: unitMarks(unitLines(card.unit, width, context), left, y + at.unit, context),
    change: changeMarks(card, left, y + lower + at.change, context),
    bars: barMarks(card, left, y + lower, inner, context),
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
  const years = card.bars.map(({ label }) => widthOf(context, label, styles.cardBar));
  const indent = Math.max(bar.indent, ...years.map((wide) => wide + bar.afterYear));
  const zero = left + indent;
  const unit = (inner - indent) / (card.scale || 1);
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
      ...(amount ? amountMark(amount.text, { zero, end: zero + length, right: left + inner }, baseline, context) : []),
    ];
  });
}

/** How far an amount may go into the padding at its right: usually, and where it has no room in its bar either. */
const overhang = { usual: 4, most: 8 } as const;

/** An amount after its bar, or at the end of the bar if there is no room beside it; none where it has room nowhere. */
function amountMark(
  text: string,
  { zero, end, right }: { readonly zero: number; readonly end: number; readonly right: number },
  y: number,
  context: TextContext,
): readonly Mark[] {
  const width = widthOf(context, text, styles.cardBar);
  const after = end + 3.5;
  const inside = end - 3 - width >= zero;
  const room = right + (inside ? overhang.usual : overhang.most);
  if (after + width <= room) return [textMark(context, text, styles.cardBar, { x: after, y })];
  if (!inside) return [];
  return [textMark(context, text, { ...styles.cardBar, colour: 'text' }, { x: end - 3, y, align: 'right' })];
}

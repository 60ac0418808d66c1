import { type Label, type MonthCard, type MonthColumn, placesOnCard } from '../../document/index.ts';
import { filled, type Mark, type Rectangle, rule } from '../marks.ts';
import { sizeOf, type TextContext, type TextStyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { cardPadding as padding, unitLines, unitMarks } from './card-unit.ts';
import { fitted, labelMarks, shortened } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The height of a key figure of a monthly edition, in points. */
export const monthCardHeight = 130;

/** Baselines and edges, in points from the top. */
const at = { label: 18.25, value: 42.25, unit: 54.5, rule: 62.75, change: 76, month: 90, base: 123.5 } as const;

/** Between the numbers of one line, in points. */
const between = 4.5;
const leastBetween = 1.8;

/** How far a full line may go into the padding at its right, in points. */
const overhang = 6;

/** The columns of months: the distance from one to the next, its width, the height of the largest, in points. */
const column = { pitch: 7.5, width: 5.6, height: 27 } as const;

/**
 * The parts of a key figure of a monthly edition, in the order in which they are read; `lower` is how much longer its
 * unit is than a line.
 */
export function monthCardMarks(card: MonthCard, { x, y, width, height }: Rectangle, context: TextContext, lower = 0) {
  const { colours } = context.theme;
  const left = x + padding;
  const inner = width - 2 * padding;
  const line = (parts: readonly Part[], baseline: number) => partMarks(parts, left, baseline, inner, context);
  const ground: readonly Mark[] = [
    filled(x, y, width, height, colours.panel),
    filled(x, y, width, 2.5, toneColours(context.theme, card.tone).solid),
    rule(left, left + inner, y + lower + at.rule, colours.rule, 0.5),
  ];
  return {
    ground,
    label: line([{ label: plain(card.label), style: styles.cardLabel }], y + at.label),
    value: valueMarks(card.value, left, y + at.value, inner, context),
    unit:
      context.leastSize === undefined
        ? line([{ label: plain(card.unit), style: styles.cardUnit }], y + at.unit)
        : unitMarks(unitLines(card.unit, width, context), left, y + at.unit, context),
    change: line(changeParts(card), y + lower + at.change),
    month: line(monthParts(card), y + lower + at.month),
    columns: columnMarks(card, left, y + lower + at.base, context),
  };
}

/** A stretch of one line of a card. */
interface Part {
  readonly label: Label;
  readonly style: TextStyle;
}

function plain(text: string): Label {
  return { text, calculated: false };
}

/** The value; a long one is set smaller to stay in its card. */
function valueMarks(value: Label, left: number, y: number, inner: number, context: TextContext): readonly Mark[] {
  const fits = Math.min(1, (inner + 1) / widthOf(context, value.text, styles.cardValue));
  const style = { ...styles.cardValue, size: styles.cardValue.size * fits };
  const optical = value.calculated ? 0 : -0.5 * (sizeOf(context, style) / 24);
  return labelMarks(context, value, style, { x: left + optical, y });
}

function changeParts({ change }: MonthCard): readonly Part[] {
  if (!change) return [];
  const { before, strong, after } = change;
  return [
    ...(before === null ? [] : [{ label: plain(before), style: styles.cardRest }]),
    ...(strong === null ? [] : [{ label: strong, style: styles.cardChange }]),
    ...(after === null ? [] : [{ label: plain(after), style: styles.cardRest }]),
  ];
}

function monthParts({ month, age }: MonthCard): readonly Part[] {
  if (age !== null) return [{ label: plain(age), style: styles.cardUnit }];
  if (!month) return [];
  return [
    { label: plain(month.name), style: styles.cardUnit },
    { label: month.value, style: styles.cardMonth },
    ...(month.change ? [{ label: month.change, style: styles.cardUnit }] : []),
  ];
}

/** The parts of a line one after the other, smaller where they do not fit; the last leaves where even that is too long, and one alone is cut. */
function partMarks(
  parts: readonly Part[],
  left: number,
  y: number,
  room: number,
  context: TextContext,
): readonly Mark[] {
  if (parts.length === 0) return [];
  const text = parts.map(({ label }) => label.text).join(' ');
  const [first] = parts;
  const sized = first ? fitted(context, text, first.style, room).size / first.style.size : 1;
  const small = parts.map(({ label, style }) => {
    const size = Math.max(Math.min(style.size, 7), style.size * sized);
    return { label, style: { ...style, size } };
  });
  const [only] = small;
  if (only && small.length === 1) {
    const text = shortened(context, only.label.text, only.style, room + 1);
    return labelMarks(context, { ...only.label, text }, only.style, { x: left, y });
  }
  const total = small.reduce((sum, { label, style }) => sum + widthOf(context, label.text, style), 0);
  const gaps = small.length - 1;
  const gap = Math.min(between, (room + overhang - total) / gaps);
  if (gap < leastBetween) return partMarks(parts.slice(0, -1), left, y, room, context);
  let x = left;
  return small.flatMap(({ label, style }) => {
    const marks = labelMarks(context, label, style, { x, y });
    x += widthOf(context, label.text, style) + gap;
    return marks;
  });
}

/** Columns from zero on a scale of their own; those of months with a deficit hang. */
function columnMarks(card: MonthCard, left: number, foot: number, context: TextContext): readonly Mark[] {
  const { columns } = card;
  const [highest, lowest] = [Math.max(0, ...columns.map(amountOf)), Math.min(0, ...columns.map(amountOf))];
  if (highest - lowest === 0) return [];
  const unit = column.height / (highest - lowest);
  const zero = foot + lowest * unit;
  const { colours } = context.theme;
  const end = left + placesOnCard * column.pitch - (column.pitch - column.width);
  return [
    rule(left, end, zero, colours.textTertiary, 0.5),
    ...columns.map((bar) => columnMark(card, bar, left, zero, unit, context)),
  ];
}

const amountOf = ({ value }: MonthColumn) => value;

function columnMark(
  { tone }: MonthCard,
  { at: place, months, value, look }: MonthColumn,
  left: number,
  zero: number,
  unit: number,
  { theme }: TextContext,
): Mark {
  const { solid, tint } = toneColours(theme, tone);
  const height = Math.max(0.6, Math.abs(value) * unit);
  const x = left + place * column.pitch;
  const y = value < 0 ? zero : zero - height;
  const width = (months - 1) * column.pitch + column.width;
  if (look === 'solid') return filled(x, y, width, height, solid);
  const pale = tone === 'balance' ? theme.colours.panel : tint;
  const fill = look === 'together' ? '#FFFFFF' : pale;
  return { ...filled(x, y, width, height, fill), outline: { stroke: solid, weight: 0.6 } };
}

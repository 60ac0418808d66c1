import { type Interval, noise } from '../dataset/index.ts';
import type { Figure } from './figure.ts';

/** The classes of changes that are not given as a ratio. */
const plainClasses = [
  'no_value',
  'still_zero',
  'to_zero',
  'from_zero',
  'no_base',
  'tiny_base_up',
  'tiny_base_down',
  'unchanged',
  'almost_unchanged',
] as const;

type RatioClass =
  | 'times_n'
  | 'times_n_about'
  | 'more_than_tripled'
  | 'tripled'
  | 'nearly_tripled'
  | 'more_than_doubled'
  | 'doubled'
  | 'nearly_doubled'
  | 'up_half'
  | 'up_third'
  | 'up_quarter'
  | 'up_pct'
  | 'up_pct_about'
  | 'up_slightly'
  | 'down_slightly'
  | 'down_quarter'
  | 'down_third'
  | 'nearly_halved'
  | 'halved'
  | 'more_than_half'
  | 'more_than_90'
  | 'down_pct'
  | 'down_pct_about';

/** How a value compares with its base. Each class except `no_value` has a message `change.<class>`. */
export type ChangeClass = (typeof plainClasses)[number] | RatioClass;

/** True for a change that is given as a ratio. Each of these also has a message `gap.<class>` without a verb. */
export function isRatio(word: ChangeClass): word is RatioClass {
  return !plainClasses.some((plain) => plain === word);
}

/** A word for ratios between `from` and `to`. The whole rounding interval must lie between `lo` and `hi`. */
interface ChangeBand {
  readonly word: RatioClass;
  readonly from: number;
  readonly to: number;
  readonly lo?: number;
  readonly hi?: number;
}

/** A word for a round fraction. The interval may exceed the band by up to a quarter of the width of the band. */
function around(word: RatioClass, from: number, to: number): ChangeBand {
  const slack = (to - from) / 4;
  return { word, from, to, lo: from - slack, hi: to + slack };
}

/**
 * Rises; a band includes its lower end but not its upper. A ratio outside all bands is a percentage below 1.85 and a
 * multiple from there on. «More than» starts above its mark, «nearly» ends below it.
 */
const rises: readonly ChangeBand[] = [
  { word: 'more_than_tripled', from: 3.05, to: 3.5, lo: 3 },
  { word: 'tripled', from: 2.97, to: 3.05, lo: 2.95, hi: 3.075 },
  { word: 'nearly_tripled', from: 2.8, to: 2.97, hi: 3 },
  { word: 'more_than_doubled', from: 2.05, to: 2.5, lo: 2 },
  { word: 'doubled', from: 1.98, to: 2.05, lo: 1.965, hi: 2.065 },
  { word: 'nearly_doubled', from: 1.85, to: 1.98, hi: 2 },
  around('up_half', 1.49, 1.51),
  around('up_third', 1.325, 1.3425),
  around('up_quarter', 1.2425, 1.2575),
  { word: 'up_slightly', from: 1.005, to: 1.02, lo: 1 },
];

/** Falls; a band includes its upper end but not its lower. A ratio outside all bands is a percentage. */
const falls: readonly ChangeBand[] = [
  { word: 'down_slightly', from: 0.98, to: 0.995, hi: 1 },
  around('down_quarter', 0.7425, 0.7575),
  around('down_third', 0.6575, 0.675),
  { word: 'nearly_halved', from: 0.51, to: 0.54, lo: 0.5 },
  around('halved', 0.49, 0.51),
  { word: 'more_than_half', from: 0.4 - Number.EPSILON, to: 0.49, hi: 0.5 },
  { word: 'more_than_90', from: -Number.EPSILON, to: 0.1 - Number.EPSILON, hi: 0.1 },
];

/** From this ratio on, a rise is given as a multiple; below it, as a percentage. */
const multipleFrom = 1.85;

/** The figures of a change: the value, its base a year earlier and the index of the two. */
export interface Change {
  readonly value: Figure | undefined;
  readonly base: Figure | undefined;
  readonly index: Figure | undefined;
}

/** Chooses the words for a change; they are true over the whole rounding interval. The first match wins. */
export function classifyChange({ value, base, index }: Change): ChangeClass {
  if (!value) return 'no_value';
  if (base?.value === 0 && value.value === 0) return 'still_zero';
  if (base?.status === 'published' && base.value === 0) return 'from_zero';
  if (base && isTiny(base)) return tinyClass(value, base);
  if (value.value === 0 && (base || index)) return 'to_zero';
  if (!index) return 'no_base';
  if (base?.status === 'published' && printed(base) === printed(value)) return 'unchanged';
  const ratio = index.value / 100;
  const interval = { lo: index.interval.lo / 100, hi: index.interval.hi / 100 };
  if (index.qualifier !== 'exact') return spelledClass(ratio);
  if (index.status === 'calculated' && !isExact(value, base)) return `${spelledClass(ratio)}_about`;
  return classifyRatio(ratio, interval, index.status === 'calculated');
}

/** The words for a change from a tiny base: a direction only where the amounts differ whatever rounding hides. */
function tinyClass(value: Figure, base: Figure): ChangeClass {
  const [now, before] = [value.interval, base.interval];
  // Of two published amounts that are printed differently one is the larger, though their intervals touch.
  const least = value.status === 'published' && base.status === 'published' ? -noise : noise;
  if (now.lo <= before.hi + least && before.lo <= now.hi + least) return 'almost_unchanged';
  if (value.value === 0) return 'to_zero';
  return value.value < base.value ? 'tiny_base_down' : 'tiny_base_up';
}

/** Chooses the words for a ratio to the year before, above zero, given the interval that it lies in. */
export function classifyRatio(ratio: number, interval: Interval, calculated: boolean): RatioClass | 'almost_unchanged' {
  const straddlesOne = interval.lo <= 1 && interval.hi >= 1;
  if (straddlesOne || (ratio > 0.995 && ratio < 1.005)) return 'almost_unchanged';
  const up = ratio > 1;
  const inBand = ({ from, to }: ChangeBand) => (up ? ratio >= from && ratio < to : ratio > from && ratio <= to);
  const band = (up ? rises : falls).find(inBand);
  if (band && isTrueIn(band, interval)) return band.word;
  const spelled = spelledClass(ratio);
  const uncertain = calculated && spell(spelled, interval.lo) !== spell(spelled, interval.hi);
  return band || uncertain ? `${spelled}_about` : spelled;
}

function isExact(...figures: readonly (Figure | undefined)[]): boolean {
  return figures.every((figure) => !figure || figure.qualifier === 'exact');
}

/** The class that prints the ratio as a number. «Doubled» would claim more than a source with «more than 217.7 %». */
function spelledClass(ratio: number): 'times_n' | 'up_pct' | 'down_pct' {
  if (ratio < 1) return 'down_pct';
  return ratio >= multipleFrom ? 'times_n' : 'up_pct';
}

function isTrueIn(
  { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY }: ChangeBand,
  interval: Interval,
): boolean {
  return interval.lo > lo && interval.hi < hi;
}

/** Whether an index is printed as zero beside a value above zero: by how much it fell is not told, as by 100 % it did not. */
export function isLostInRounding({ value, index }: Pick<Change, 'value' | 'index'>): boolean {
  return value !== undefined && index !== undefined && value.value > 0 && index.value < 0.5 * 10 ** -index.decimals;
}

/** The digits that a class prints for a ratio: a multiple below ten has one decimal, a percentage above ten none. */
function spell(spelled: 'times_n' | 'up_pct' | 'down_pct', ratio: number): string {
  const number = spelled === 'times_n' ? ratio : 100 * Math.abs(ratio - 1);
  return number.toFixed(number >= 10 ? 0 : 1);
}

/** A base so small that a ratio to it would mislead: below USD 1 million, or 20 units of its last printed digit. */
function isTiny({ value, unit, decimals }: Figure): boolean {
  const units = value * 10 ** decimals;
  return units < 20 || (unit === 'USD' && value < 1);
}

function printed({ value, decimals }: Figure): string {
  return value.toFixed(decimals);
}

/** The direction of a class. A clause can leave out its verb only after a clause with the same direction. */
export function directionOf(word: ChangeClass): 'up' | 'down' | 'none' {
  if (/^(no_|still|unchanged|almost)/.test(word)) return 'none';
  return /^(down|nearly_halved|halved|more_than_half|more_than_90|to_zero|tiny_base_down)/.test(word) ? 'down' : 'up';
}

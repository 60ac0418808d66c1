import {
  type Area,
  type Interval,
  over,
  type Period,
  type Product,
  powerOfTen,
  type Source,
} from '../../dataset/index.ts';
import { type Expression, figure, minus, sum, worstCase } from '../expression.ts';
import type { Figure, FigureSubject, FigureUnit } from '../figure.ts';
import { nearestDecimal, unitsOf } from './decimal.ts';
import type { Term } from './line.ts';

/** What a figure of a line is called. */
export interface Label {
  /** Its name in findings, charts and `figures.json`, without the period: `export.RU.months`. */
  readonly key: string;
  readonly subject: FigureSubject;
  readonly area: Area | null;
  readonly product: Product | null;
  /**
   * The number in the notes that all figures of the line share. It is taken with the label, not with the first figure:
   * figures are made when they are asked for, and numbers must not depend on who asks first.
   */
  readonly note: string;
}

/**
 * The figure that a sum of published figures makes, exact to the last digit, with the sum of their margins; the
 * published figure itself where it is one. Null where the sum is below zero and `mayFall` is false: then a value since
 * January is less than that of fewer months, and the months between cannot be derived.
 */
export function amountOf(label: Label, terms: readonly Term[], period: Period, mayFall: boolean): Figure | null {
  const [only] = terms;
  if (!only) return null;
  if (terms.length === 1 && only.times === 1) return only.figure;
  const total = totalOf(terms);
  if (total.value < 0 && !mayFall) return null;
  return calculated(
    label,
    { ...total, period, unit: only.figure.unit, signed: false },
    () => expressionOf(terms),
    terms,
  );
}

/** What a calculation gives, but for its name and its sources. */
interface Result {
  readonly value: number;
  readonly interval: Interval;
  readonly decimals: number;
  readonly unit: FigureUnit;
  readonly approximate: boolean;
  readonly period: Period;
  readonly signed: boolean;
}

/**
 * A figure of a record of years, which has thousands: its key, its formula and its sources are put together when they are asked
 * for. A class, because V8 makes an object literal with such properties much more slowly.
 */
class CalculatedFigure implements Figure {
  readonly subject: FigureSubject;
  readonly area: Area | null;
  readonly product: Product | null;
  readonly group = 'series';
  readonly note: string;
  readonly status = 'calculated';
  readonly value: number;
  readonly interval: Interval;
  readonly decimals: number;
  readonly unit: FigureUnit;
  readonly signed: boolean;
  readonly approximate: boolean;
  readonly period: Period;
  readonly qualifier = 'exact';
  readonly row = null;
  /** The key of its line. */
  readonly line: string;
  #key: string | null = null;
  readonly #formula: () => Expression;
  readonly #terms: readonly Term[];

  constructor(label: Label, result: Result, formula: () => Expression, terms: readonly Term[]) {
    this.line = label.key;
    this.subject = label.subject;
    this.area = label.area;
    this.product = label.product;
    this.note = label.note;
    this.value = result.value;
    this.interval = result.interval;
    this.decimals = result.decimals;
    this.unit = result.unit;
    this.signed = result.signed;
    this.approximate = result.approximate;
    this.period = result.period;
    this.#formula = formula;
    this.#terms = terms;
  }

  get key(): string {
    this.#key ??= `${this.line}.${this.period.code}`;
    return this.#key;
  }

  get expression(): Expression {
    return this.#formula();
  }

  get sources(): readonly Source[] {
    const sources = new Set<Source>();
    this.addSources(sources);
    return [...sources];
  }

  /** Adds the publications that it comes from to others. */
  addSources(sources: Set<Source>): void {
    let last: Source | undefined;
    for (const { figure } of this.#terms) {
      const [source] = figure.sources;
      // The values of one bulletin follow each other, and to look into a set takes longer than to compare.
      if (figure.sources.length === 1 && source === last) continue;
      for (const each of figure.sources) sources.add(each);
      last = source;
    }
  }
}

/** The key of the line that a figure belongs to: its own without the period. */
export function lineOfFigure(figure: Figure): string {
  return figure instanceof CalculatedFigure ? figure.line : figure.key.slice(0, -figure.period.code.length - 1);
}

function calculated(label: Label, result: Result, formula: () => Expression, terms: readonly Term[]): Figure {
  return new CalculatedFigure(label, result, formula, terms);
}

/** A sum with its sign, such as a balance or a change. */
export function signedAmountOf(label: Label, terms: readonly Term[], period: Period): Figure | null {
  const [only] = terms;
  if (!only) return null;
  const result = { ...totalOf(terms), period, unit: only.figure.unit, signed: true };
  return calculated(label, result, () => expressionOf(terms), terms);
}

/** The quotient of two sums as an index, 100 where both are the same, or in per cent; null where the divisor may be 0. */
export function quotientOf(
  label: Label,
  above: Sum,
  below: Sum,
  period: Period,
  {
    unit,
    decimals,
    signed = false,
  }: { readonly unit: FigureUnit; readonly decimals: number; readonly signed?: boolean },
): Figure | null {
  const [top, bottom] = [above.total ?? totalOf(above.terms), below.total ?? totalOf(below.terms)];
  if (bottom.interval.lo <= 0 && bottom.interval.hi >= 0) return null;
  // A value that is added on one side and taken away on the other moves both to the same end: nothing is counted twice.
  const shared = above.terms.some((term) =>
    below.terms.some((other) => other.figure === term.figure && other.times * term.times > 0),
  );
  const { lo, hi } = shared ? worstQuotient(above.terms, below.terms) : over(top.interval, bottom.interval);
  return calculated(
    label,
    {
      value: nearestDecimal((100 * top.value) / bottom.value),
      interval: { lo: 100 * lo, hi: 100 * hi },
      decimals,
      unit,
      approximate: true,
      period,
      signed,
    },
    () => ({ op: 'over', left: above.expression(), right: below.expression() }),
    [...above.terms, ...below.terms],
  );
}

/** A sum of published figures, and how a formula names it: by a figure that stands for it, or term by term. */
export interface Sum {
  readonly terms: readonly Term[];
  readonly expression: () => Expression;
  /** What it comes to, where that is known already. */
  readonly total?: Total;
}

/** The sum that a figure stands for: its terms, or itself alone. */
export function sumBehind(of: Figure, terms: readonly Term[] = itself(of)): Sum {
  const expression = () => figure(of.key);
  return of.status === 'calculated' ? { terms, expression, total: of } : { terms, expression };
}

/** A sum that no figure stands for. */
export function bareSum(terms: readonly Term[]): Sum {
  return { terms, expression: () => expressionOf(terms) };
}

/** A figure by itself, taken once. */
export function itself(of: Figure): readonly Term[] {
  return [{ times: 1, figure: of }];
}

/** The same sum taken away. */
export function negated(terms: readonly Term[]): readonly Term[] {
  return terms.map(({ times, figure }) => ({ times: -times, figure }));
}

function worstQuotient(above: readonly Term[], below: readonly Term[]): Interval {
  const leaves = [...new Set([...above, ...below].map((term) => term.figure))];
  const at = new Map(leaves.map((leaf, index) => [leaf, index]));
  const add = (terms: readonly Term[], values: readonly number[]) =>
    terms.reduce((total, term) => total + term.times * (values[at.get(term.figure) ?? -1] ?? Number.NaN), 0);
  return worstCase(
    leaves.map(({ interval }) => interval),
    (values) => add(above, values) / add(below, values),
  );
}

/** What a figure adds to a sum. */
type Addend = Pick<Figure, 'value' | 'interval' | 'decimals' | 'approximate'>;

/** A sum, with the worst case of its terms. */
export interface Total {
  readonly value: number;
  readonly interval: Interval;
  readonly decimals: number;
  readonly approximate: boolean;
}

/** Adds up terms: exactly where all of them are published values or exact sums, else in binary fractions. */
export function totalOf(terms: readonly { readonly times: number; readonly figure: Addend }[]): Total {
  let decimals = 0;
  let approximate = false;
  for (const { figure } of terms) {
    decimals = Math.max(decimals, figure.decimals);
    approximate ||= figure.approximate;
  }
  const scale = powerOfTen(decimals);
  // The ends of a published value lie half a unit of its last digit away: one decimal more.
  const finer = powerOfTen(decimals + 1);
  let value = 0;
  let lo = 0;
  let hi = 0;
  for (const { times, figure } of terms) {
    const { interval } = figure;
    const least = times > 0 ? interval.lo : interval.hi;
    const most = times > 0 ? interval.hi : interval.lo;
    value += times * (approximate ? figure.value : unitsOf(figure.value, scale));
    lo += times * (approximate ? least : unitsOf(least, finer));
    hi += times * (approximate ? most : unitsOf(most, finer));
  }
  if (approximate) return { value, interval: { lo, hi }, decimals, approximate };
  return { value: value / scale, interval: { lo: lo / finer, hi: hi / finer }, decimals, approximate };
}

/** A sum as a formula: what is added, less what is taken away. */
function expressionOf(terms: readonly Term[]): Expression {
  const added: Expression[] = [];
  const taken: Expression[] = [];
  for (const { times, figure: of } of terms) {
    const named = figure(of.key);
    for (let count = Math.abs(times); count > 0; count -= 1) (times > 0 ? added : taken).push(named);
  }
  const whole: Expression = added.length === 1 && added[0] ? added[0] : sum(added);
  return taken.reduce(minus, whole);
}

/** The publications that figures come from, each once; faster than to ask thousands of figures one by one. */
export function sourcesAmong(figures: readonly Figure[]): ReadonlySet<Source> {
  const sources = new Set<Source>();
  for (const figure of figures) {
    if (figure instanceof CalculatedFigure) figure.addSources(sources);
    else for (const source of figure.sources) sources.add(source);
  }
  return sources;
}

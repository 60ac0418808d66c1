import { type Area, type Interval, over, type Period, type Product, type Source } from '../../dataset/index.ts';
import { type Expression, figure, minus, sum, worstCase } from '../expression.ts';
import type { Figure, FigureSubject, FigureUnit } from '../figure.ts';
import { decimalOf, numberOf, sumOfDecimals } from './decimal.ts';
import type { Term } from './line.ts';

/** What a figure of a line is called. */
export interface Label {
  /** Its name in findings, charts and `figures.json`, without the period: `export.RU.months`. */
  readonly key: string;
  readonly subject: FigureSubject;
  readonly area: Area | null;
  readonly product: Product | null;
  /** The number in the notes that all figures of the line share; it is taken when the first of them is made. */
  readonly note: () => string;
}

/** A number of the notes that is taken when it is first asked for. */
export function noteOnDemand(nextNote: () => string): () => string {
  let note: string | undefined;
  return () => {
    note ??= nextNote();
    return note;
  };
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
  const { value, interval, decimals, approximate } = totalOf(terms);
  if (value < 0 && !mayFall) return null;
  const expression = expressionOf(terms);
  return calculated(
    label,
    { value, interval, decimals, approximate, period, expression, unit: only.figure.unit },
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
  readonly expression: Expression;
  readonly signed?: boolean;
}

function calculated(label: Label, { signed = false, ...result }: Result, terms: readonly Term[]): Figure {
  return {
    ...label,
    note: label.note(),
    key: `${label.key}.${result.period.code}`,
    group: 'series',
    status: 'calculated',
    signed,
    qualifier: 'exact',
    ...result,
    sources: sourcesOf(terms),
  };
}

/** A sum with its sign, such as a balance or a change. */
export function signedAmountOf(label: Label, terms: readonly Term[], period: Period): Figure | null {
  const amount = amountOf(label, terms, period, true);
  return amount && { ...amount, signed: true };
}

/** The quotient of two sums as an index, 100 where both are the same, or in per cent; null where the divisor may be 0. */
export function quotientOf(
  label: Label,
  above: Sum,
  below: Sum,
  period: Period,
  { unit, decimals, signed = false }: Pick<Result, 'unit' | 'decimals' | 'signed'>,
): Figure | null {
  const [top, bottom] = [totalOf(above.terms), totalOf(below.terms)];
  if (bottom.interval.lo <= 0 && bottom.interval.hi >= 0) return null;
  const shared = above.terms.some((term) => below.terms.some((other) => other.figure === term.figure));
  const { lo, hi } = shared ? worstQuotient(above.terms, below.terms) : over(top.interval, bottom.interval);
  return calculated(
    label,
    {
      value: (100 * top.value) / bottom.value,
      interval: { lo: 100 * lo, hi: 100 * hi },
      decimals,
      unit,
      approximate: true,
      period,
      expression: { op: 'over', left: above.expression, right: below.expression },
      signed,
    },
    [...above.terms, ...below.terms],
  );
}

/** A sum of published figures, and how a formula names it: by a figure that stands for it, or term by term. */
export interface Sum {
  readonly terms: readonly Term[];
  readonly expression: Expression;
}

/** The sum that a figure stands for. */
export function sumBehind(of: Figure, terms: readonly Term[]): Sum {
  return { terms, expression: figure(of.key) };
}

/** A sum that no figure stands for. */
export function bareSum(terms: readonly Term[]): Sum {
  return { terms, expression: expressionOf(terms) };
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

interface Total {
  readonly value: number;
  readonly interval: Interval;
  readonly decimals: number;
  readonly approximate: boolean;
}

/** Adds up terms: exactly where all of them are published values or exact sums, else in binary fractions. */
function totalOf(terms: readonly Term[]): Total {
  const decimals = terms.reduce((most, term) => Math.max(most, term.figure.decimals), 0);
  const approximate = terms.some((term) => term.figure.approximate);
  const ends = (pick: (figure: Figure, times: number) => number, digits: number) =>
    approximate
      ? terms.reduce((total, { times, figure }) => total + times * pick(figure, times), 0)
      : numberOf(
          sumOfDecimals(terms.map(({ times, figure }) => ({ times, value: decimalOf(pick(figure, times), digits) }))),
        );
  return {
    value: ends(({ value }) => value, decimals),
    interval: {
      lo: ends(({ interval }, times) => (times > 0 ? interval.lo : interval.hi), decimals + 1),
      hi: ends(({ interval }, times) => (times > 0 ? interval.hi : interval.lo), decimals + 1),
    },
    decimals,
    approximate,
  };
}

/** A sum as a formula: what is added, less what is taken away. */
function expressionOf(terms: readonly Term[]): Expression {
  const named = (wanted: (times: number) => boolean) =>
    terms.flatMap(({ times, figure: { key } }) =>
      wanted(times) ? Array.from({ length: Math.abs(times) }, () => figure(key)) : [],
    );
  const [added, taken] = [named((times) => times > 0), named((times) => times < 0)];
  const whole: Expression = added.length === 1 && added[0] ? added[0] : sum(added);
  return taken.reduce(minus, whole);
}

function sourcesOf(terms: readonly Term[]): readonly Source[] {
  return [...new Set(terms.flatMap((term) => term.figure.sources))];
}

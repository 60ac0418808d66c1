import type { Area, Interval, Observation, Period, Qualifier, Source } from '../dataset/index.ts';
import { type Expression, evaluate, keysOf, worstCase } from './expression.ts';
import type { Figure, FigureSubject, FigureUnit, Group } from './figure.ts';
import { isMoney, publishedFigure } from './published-figure.ts';

/** What a theme states about a figure; the builder computes the rest. */
interface Entry {
  readonly subject: FigureSubject;
  /** The key of the figure, where several share a subject; default: the subject. */
  readonly key?: string;
  readonly area?: Area | null;
}

/** What a theme states about a calculated figure. */
interface Calculation extends Entry {
  readonly expression: Expression;
  readonly unit: FigureUnit;
  readonly period: Period;
  readonly signed?: boolean;
  /** Decimals of a percentage; those of money follow from its margin. */
  readonly decimals?: number;
  /** True for a part that shares the row and the number of the part before it. */
  readonly continues?: boolean;
}

/** From this margin on, in millions, the decimal of an amount means nothing, so it is not printed. */
const wholeFrom = 3.5;

/** Decimals beyond those of a sum that tell binary fractions from digits. */
const spare = 4;

/** Operations that keep the decimals of their inputs: the result is as exact as they are. */
const exactOperations: ReadonlySet<Expression['op']> = new Set(['plus', 'minus']);

/**
 * Builds the figures of one briefing, in the order of their numbers. A figure with a missing input, or with a divisor
 * that may be zero, is not added. Neither are the figures that depend on it.
 */
export class FigureBuilder {
  private readonly byKey = new Map<string, Figure>();
  private readonly byObservation = new Map<Observation, Figure>();
  private readonly counts = { P: 0, D: 0 };
  private group: Group = 'trade';

  /** Begins the next group of the table of figures. */
  begin(group: Group): void {
    this.group = group;
  }

  /** A figure that was added, or undefined. */
  get(key: string): Figure | undefined {
    return this.byKey.get(key);
  }

  /** The figure that an observation was published as, or undefined. */
  figureOf(observation: Observation): Figure | undefined {
    return this.byObservation.get(observation);
  }

  /** All figures in the order of their numbers. */
  all(): readonly Figure[] {
    return [...this.byKey.values()];
  }

  /** Adds a published figure; does nothing without an observation. */
  publish({ subject, key = subject, area = null }: Entry, observation: Observation | undefined): void {
    if (!observation) return;
    const note = this.nextNote('P');
    const published = publishedFigure(key, { subject, area, product: null, group: this.group, note }, observation);
    this.byKey.set(key, published);
    this.byObservation.set(observation, published);
  }

  /** Adds a calculated figure; does nothing when an input is missing or a divisor may be zero within its rounding. */
  calculate({ subject, key = subject, area = null, ...entry }: Calculation): void {
    const { expression, unit, period, signed = false } = entry;
    const inputs = keysOf(expression).map((input) => this.byKey.get(input));
    if (!inputs.every((input) => input !== undefined)) return;
    const scale = unit === 'percent' || unit === 'index' ? 100 : 1;
    if (expression.op === 'over' && mayBeZero(this.worstCaseOf(expression.right, scale))) return;
    const computed = scale * evaluate(expression, (name) => this.fraction(name));
    const interval = this.worstCaseOf(expression, scale);
    const isExactOperation = exactOperations.has(expression.op) && inputs.every((input) => !input.approximate);
    const qualifier = qualifierOf(expression, inputs);
    const exact = isExactOperation && qualifier !== 'about';
    const decimals = entry.decimals ?? (exact ? maxDecimals(inputs) : decimalsFor(unit, interval, inputs));
    // Sums of decimals are decimals: what binary fractions add to them is dropped.
    const value = exact ? Number(computed.toFixed(decimals + spare)) : computed;
    const note = entry.continues ? `D${this.counts.D}` : this.nextNote('D');
    this.byKey.set(key, {
      key,
      subject,
      area,
      product: null,
      group: this.group,
      note,
      status: 'calculated',
      value,
      interval,
      decimals,
      unit,
      signed,
      approximate: !exact,
      period,
      qualifier: exact ? qualifier : 'exact',
      expression,
      sources: distinct(inputs.flatMap(({ sources }) => sources)),
      row: null,
    });
  }

  /** The next number of published figures, P, or of calculated ones, D. */
  nextNote(kind: 'P' | 'D'): string {
    this.counts[kind] += 1;
    return `${kind}${this.counts[kind]}`;
  }

  /** The value of a figure as formulas use it: per cent and indices as fractions of one. */
  private fraction(key: string, leaf: (figure: Figure) => number = ({ value }) => value): number {
    const found = this.byKey.get(key);
    if (!found) throw new Error(`no figure ${key}`);
    const scale = found.unit === 'percent' || found.unit === 'index' ? 0.01 : 1;
    return scale * leaf(found);
  }

  private worstCaseOf(expression: Expression, scale: number): Interval {
    const leaves = [...this.leavesOf(expression)];
    const index = new Map(leaves.map(({ key }, position) => [key, position]));
    const compute = (values: readonly number[]) => {
      const quantityOf = (key: string): number => {
        const known = this.byKey.get(key);
        if (known?.expression) return evaluate(known.expression, quantityOf);
        return this.fraction(key, () => values[index.get(key) ?? -1] ?? Number.NaN);
      };
      return scale * evaluate(expression, quantityOf);
    };
    return worstCase(
      leaves.map(({ interval }) => interval),
      compute,
    );
  }

  /** The published figures that a formula depends on, directly or through calculated ones. */
  private leavesOf(expression: Expression): Set<Figure> {
    const leaves = new Set<Figure>();
    for (const key of keysOf(expression)) {
      const found = this.byKey.get(key);
      if (!found) continue;
      for (const leaf of found.expression ? this.leavesOf(found.expression) : [found]) leaves.add(leaf);
    }
    return leaves;
  }
}

/** True for a divisor that may be zero: its quotient could be anything. */
function mayBeZero({ lo, hi }: Interval): boolean {
  return lo <= 0 && hi >= 0;
}

/**
 * The qualifier of a result. A sum keeps the qualifier that all its inexact inputs share; any other result of inexact
 * inputs is «about».
 */
function qualifierOf({ op }: Expression, inputs: readonly Figure[]): Qualifier {
  const qualifiers = new Set(inputs.map((input) => input.qualifier).filter((qualifier) => qualifier !== 'exact'));
  const [one, ...others] = qualifiers;
  if (!one) return 'exact';
  return op === 'plus' && others.length === 0 ? one : 'about';
}

function maxDecimals(inputs: readonly Figure[]): number {
  return Math.max(...inputs.map(({ decimals }) => decimals));
}

function decimalsFor(unit: FigureUnit, { lo, hi }: Interval, inputs: readonly Figure[]): number {
  if (!isMoney(unit)) return Math.min(maxDecimals(inputs), 1);
  return (hi - lo) / 2 >= wholeFrom ? 0 : 1;
}

function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}

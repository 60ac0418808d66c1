import { type Area, type Interval, type Observation, type Period, rangeOf, type Source } from '../dataset/index.ts';
import { type Expression, evaluate, keysOf, worstCase } from './expression.ts';
import type { Figure, FigureSubject, FigureUnit, Group } from './figure.ts';

/** What a theme says of a figure that it adds; the builder works out the rest. */
interface Entry {
  readonly subject: FigureSubject;
  /** The key of the figure, where several have one subject; else it is the subject. */
  readonly key?: string;
  readonly area?: Area | null;
}

/** What a theme says of a figure that is calculated. */
interface Calculation extends Entry {
  readonly expression: Expression;
  readonly unit: FigureUnit;
  readonly period: Period;
  readonly signed?: boolean;
  /** Decimals of a percentage; those of money follow from its margin. */
  readonly decimals?: number;
  /** A part of a figure that is printed on one row with the parts before it, under their number. */
  readonly continues?: boolean;
}

/** From this margin on, the digit behind the decimal point of an amount says nothing: it is printed whole. */
const wholeFrom = 3.5;

/** Decimals beyond those of a sum that tell binary fractions from digits. */
const spare = 4;

/** Formulas that keep the digits of their inputs: the result is as exact as the inputs are. */
const keepsDigits: ReadonlySet<Expression['op']> = new Set(['plus', 'minus']);

/**
 * The list of figures of one briefing, in the order of their numbers. Themes add to it; a figure whose inputs are
 * missing, or would be divided by what may be zero, is not added, and neither is what follows from it.
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

  /** Adds a published figure; nothing when there is no observation. */
  publish({ subject, key = subject, area = null }: Entry, observation: Observation | undefined): void {
    if (!observation) return;
    const note = this.nextNote('P');
    const published = publishedFigure({ key, subject, area, product: null, group: this.group, note }, observation);
    this.byKey.set(key, published);
    this.byObservation.set(observation, published);
  }

  /** Adds a calculated figure; nothing when an input is missing or a divisor may be zero within its rounding. */
  calculate({ subject, key = subject, area = null, ...entry }: Calculation): void {
    const { expression, unit, period, signed = false } = entry;
    const inputs = keysOf(expression).map((input) => this.byKey.get(input));
    if (!inputs.every((input) => input !== undefined)) return;
    const scale = unit === 'percent' || unit === 'index' ? 100 : 1;
    if (expression.op === 'over' && mayBeZero(this.worstCaseOf(expression.right, scale))) return;
    const computed = scale * evaluate(expression, (name) => this.fraction(name));
    const interval = this.worstCaseOf(expression, scale);
    const exact = keepsDigits.has(expression.op) && inputs.every((input) => !input.approximate);
    const decimals = entry.decimals ?? (exact ? mostDecimals(inputs) : decimalsFor(unit, interval, inputs));
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
      qualifier: 'exact',
      expression,
      sources: distinct(inputs.flatMap(({ sources }) => sources)),
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

  /** The published figures that a formula rests on in the end. */
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

/** The figure that an observation was published as. */
export function publishedFigure(
  name: Pick<Figure, 'key' | 'subject' | 'area' | 'product' | 'group' | 'note'>,
  observation: Observation,
): Figure {
  const { value, decimals, interval, unit } = inMillions(observation);
  return {
    ...name,
    status: 'published',
    value,
    interval,
    decimals,
    unit,
    signed: observation.indicator === 'trade_change',
    approximate: false,
    period: observation.period,
    qualifier: observation.qualifier,
    expression: null,
    sources: [observation.source],
  };
}

const unitOf: Readonly<Record<Observation['unit'], FigureUnit>> = {
  USD: 'USD',
  RUB: 'RUB',
  BYN: 'BYN',
  PT: 'percent',
  IX: 'index',
  PN: 'count',
};

/** Brings money into millions, so that amounts from different publications stand on one scale. */
function inMillions(observation: Observation) {
  const unit = unitOf[observation.unit];
  const { lo, hi } = rangeOf(observation);
  const power = isMoney(unit) ? observation.multiplier - 6 : 0;
  const factor = 10 ** power;
  return {
    unit,
    value: observation.value * factor,
    decimals: Math.max(0, observation.decimals - power),
    interval: { lo: lo * factor, hi: hi * factor },
  };
}

/** True for units of money. */
export function isMoney(unit: FigureUnit): unit is 'USD' | 'RUB' | 'BYN' {
  return unit === 'USD' || unit === 'RUB' || unit === 'BYN';
}

/** A quotient by what may be zero may be anything, so it is no figure. */
function mayBeZero({ lo, hi }: Interval): boolean {
  return lo <= 0 && hi >= 0;
}

function mostDecimals(inputs: readonly Figure[]): number {
  return Math.max(...inputs.map(({ decimals }) => decimals));
}

function decimalsFor(unit: FigureUnit, { lo, hi }: Interval, inputs: readonly Figure[]): number {
  if (!isMoney(unit)) return mostDecimals(inputs);
  return (hi - lo) / 2 >= wholeFrom ? 0 : 1;
}

function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}

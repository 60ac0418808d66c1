import type { Interval } from '../dataset/index.ts';

/** A formula over figures: how a calculated figure follows from others. */
export type Expression =
  | { readonly op: 'figure'; readonly key: string }
  | { readonly op: 'hundred' }
  | { readonly op: 'plus'; readonly terms: readonly Expression[] }
  | { readonly op: 'minus' | 'times' | 'over'; readonly left: Expression; readonly right: Expression };

/** A figure, by its key. */
export const figure = (key: string): Expression => ({ op: 'figure', key });
/** The whole: 100 per cent. */
export const hundred: Expression = { op: 'hundred' };
/** A sum. */
export const sum = (terms: readonly Expression[]): Expression => ({ op: 'plus', terms });
/** A difference. */
export const minus = (left: Expression, right: Expression): Expression => ({ op: 'minus', left, right });
/** A product. */
export const times = (left: Expression, right: Expression): Expression => ({ op: 'times', left, right });
/** A quotient. */
export const over = (left: Expression, right: Expression): Expression => ({ op: 'over', left, right });

/** The keys of the figures that a formula names, in the order in which it names them. */
export function keysOf(expression: Expression): readonly string[] {
  switch (expression.op) {
    case 'figure':
      return [expression.key];
    case 'hundred':
      return [];
    case 'plus':
      return expression.terms.flatMap(keysOf);
    default:
      return [...keysOf(expression.left), ...keysOf(expression.right)];
  }
}

/** The value of a formula; `input` gives the value of a figure by its key, per cent and indices as fractions of one. */
export function evaluate(expression: Expression, input: (key: string) => number): number {
  switch (expression.op) {
    case 'figure':
      return input(expression.key);
    case 'hundred':
      return 1;
    case 'plus':
      return expression.terms.reduce((total, term) => total + evaluate(term, input), 0);
    case 'minus':
      return evaluate(expression.left, input) - evaluate(expression.right, input);
    case 'times':
      return evaluate(expression.left, input) * evaluate(expression.right, input);
    case 'over':
      return evaluate(expression.left, input) / evaluate(expression.right, input);
  }
}

/**
 * The smallest and largest value of a function of rounded inputs, each anywhere in its interval. Exact for functions
 * that are monotonic in each input. All our formulas are, where no input is negative. An input that occurs several times
 * has one value everywhere, so nothing is counted twice.
 */
export function worstCase(inputs: readonly Interval[], compute: (values: readonly number[]) => number): Interval {
  const middle = inputs.map(({ lo, hi }) => (lo + hi) / 2);
  const low = [...middle];
  const high = [...middle];
  for (const [index, { lo, hi }] of inputs.entries()) {
    const rises = compute(middle.with(index, hi)) >= compute(middle.with(index, lo));
    low[index] = rises ? lo : hi;
    high[index] = rises ? hi : lo;
  }
  return { lo: compute(low), hi: compute(high) };
}

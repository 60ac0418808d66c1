/** What is told of many measurements of one thing: half of them lie between the two quartiles. */
export interface Summary {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly min: number;
  readonly count: number;
}

/** Sums up measurements. Throws when there are none, or one is no number. */
export function summarise(values: readonly number[]): Summary {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (values.length === 0 || wrong !== undefined) {
    throw new Error(`cannot sum up ${wrong ?? 'no measurements'}: expected at least one number`);
  }
  return {
    median: quantile(values, 0.5),
    lower: quantile(values, 0.25),
    upper: quantile(values, 0.75),
    min: Math.min(...values),
    count: values.length,
  };
}

/** The value below which a share of the values lies, between neighbours in proportion (type 7 of Hyndman and Fan). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error('a quantile of no values');
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * One thing by another, from pairs that were measured right after one another: what slows the machine for a while slows
 * both, and hardly moves their ratio. Throws when the pairs do not match.
 */
export function ratioOf(ones: readonly number[], others: readonly number[]): Summary {
  if (ones.length !== others.length) {
    throw new Error(`${ones.length} measurements cannot be paired with ${others.length}`);
  }
  return summarise(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
}

/** The quartiles' distance by the median: how far measurements of one thing lie apart. */
export function spreadOf({ lower, upper, median }: Summary): number {
  return (upper - lower) / median;
}

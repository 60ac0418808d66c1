/** A summary of repeated measurements; half of them are between the two quartiles. */
export interface Summary {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly min: number;
  readonly count: number;
}

/** Summarises measurements. Throws when there are none or one is not a finite number. */
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

/** The quantile at a share from 0 to 1, interpolated linearly (type 7 of Hyndman and Fan, 1996). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error('a quantile of no values');
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * A summary of the ratios of pairs that were measured right after each other. What slows the machine for a while slows
 * both, and hardly changes their ratio. Throws when the lists differ in length.
 */
export function ratioOf(ones: readonly number[], others: readonly number[]): Summary {
  if (ones.length !== others.length) {
    throw new Error(`${ones.length} measurements cannot be paired with ${others.length}`);
  }
  return summarise(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
}

/** The interquartile range divided by the median: how far measurements are apart. */
export function spreadOf({ lower, upper, median }: Summary): number {
  return (upper - lower) / median;
}

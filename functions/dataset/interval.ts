/** The interval of values that a rounded number stands for, both ends included. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** Tolerance for binary fractions: far below half a unit of any published digit, far above their error. */
export const noise = 1e-9;

const widest = 12;
const powers = Array.from({ length: 2 * widest + 1 }, (_, at) => 10 ** (at - widest));

/** A power of ten with a whole exponent: looked up, because to compute one takes longer than all else in a rounding. */
export function powerOfTen(exponent: number): number {
  return powers[exponent + widest] ?? 10 ** exponent;
}

/** The interval of a number printed with `decimals` decimals: half a unit of its last digit either way. */
export function roundingInterval(value: number, decimals: number): Interval {
  const half = 0.5 * powerOfTen(-decimals);
  return { lo: value - half, hi: value + half };
}

/** The values that lie in both intervals, or null when none does. */
export function common(a: Interval, b: Interval): Interval | null {
  const lo = Math.max(a.lo, b.lo);
  const hi = Math.min(a.hi, b.hi);
  return lo <= hi + noise * Math.max(1, Math.abs(hi)) ? { lo, hi } : null;
}

/** The sum of two intervals at its extremes. */
export function plus(a: Interval, b: Interval): Interval {
  return { lo: a.lo + b.lo, hi: a.hi + b.hi };
}

/** The quotient of two intervals at its extremes; `b` must not contain zero. Both may be open to infinity. */
export function over(a: Interval, b: Interval): Interval {
  if (b.lo <= 0 && b.hi >= 0) throw new RangeError(`cannot divide by ${b.lo}…${b.hi}: the interval contains zero`);
  const isOpen = a.hi === Number.POSITIVE_INFINITY && b.hi === Number.POSITIVE_INFINITY;
  const corners = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, isOpen ? 1 : a.hi / b.hi];
  return { lo: Math.min(...corners), hi: Math.max(...corners) };
}

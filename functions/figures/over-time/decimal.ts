/**
 * A decimal number in whole units of its last digit, given how many of them make one: what binary storage adds to it is
 * dropped. Sums of units are exact, at most 15 digits in all: 150.26 − 124.81 is 25.45.
 */
export function unitsOf(value: number, scale: number): number {
  return Math.round(value * scale);
}

/** A quotient without what binary arithmetic adds after its fourteenth digit: 133 ÷ 1.12 is 118.75, a half to print. */
export function nearestDecimal(quotient: number): number {
  return Number(quotient.toPrecision(14));
}

/** An exact decimal number: so many whole units of its last digit. 25.45 has 2545 units and 2 decimals. */
export interface Decimal {
  /** A whole number of at most 15 digits. */
  readonly units: number;
  readonly decimals: number;
}

/** The decimal that a published number is; what binary storage adds to it is dropped. */
export function decimalOf(value: number, decimals: number): Decimal {
  return { units: Math.round(value * 10 ** decimals), decimals };
}

/** The number that stands nearest to a decimal; it is printed with the same digits. */
export function numberOf({ units, decimals }: Decimal): number {
  return units / 10 ** decimals;
}

/** A quotient without what binary arithmetic adds after its fourteenth digit: 133 ÷ 1.12 is 118.75, a half to print. */
export function nearestDecimal(quotient: number): number {
  return Number(quotient.toPrecision(14));
}

/** A decimal taken so many times, to be added up. */
export interface Multiple {
  readonly times: number;
  readonly value: Decimal;
}

/** The exact sum of multiples of decimals; it has as many decimals as the one that has most. */
export function sumOfDecimals(multiples: readonly Multiple[]): Decimal {
  const decimals = multiples.reduce((most, { value }) => Math.max(most, value.decimals), 0);
  const units = multiples.reduce((sum, { times, value }) => sum + times * inUnitsOf(decimals, value), 0);
  return { units: units + 0, decimals };
}

function inUnitsOf(decimals: number, value: Decimal): number {
  return value.units * 10 ** (decimals - value.decimals);
}

import { powerOfTen } from '../../dataset/index.ts';

/**
 * The exact sum of decimal numbers, each taken so many times: 150.26 − 124.81 is 25.45. It counts whole units of the
 * last digit, at most 15 digits in all; what binary storage adds to a number is dropped.
 */
export class DecimalSum {
  readonly #scale: number;
  #units = 0;

  /** `decimals` is the number of decimals of the number that has most. */
  constructor(decimals: number) {
    this.#scale = powerOfTen(decimals);
  }

  /** Adds a number so many times; a negative number of times takes it away. */
  add(times: number, value: number): void {
    this.#units += times * Math.round(value * this.#scale);
  }

  /** The number that stands nearest to the sum; it is printed with the same digits. */
  get value(): number {
    return this.#units / this.#scale;
  }
}

/** A quotient without what binary arithmetic adds after its fourteenth digit: 133 ÷ 1.12 is 118.75, a half to print. */
export function nearestDecimal(quotient: number): number {
  return Number(quotient.toPrecision(14));
}

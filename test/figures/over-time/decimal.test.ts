import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '../../../functions/document/numbers.ts';
import { totalOf } from '../../../functions/figures/over-time/amounts.ts';
import { nearestDecimal } from '../../../functions/figures/over-time/decimal.ts';

/** A decimal number: so many whole units of its last digit. */
interface Decimal {
  readonly units: number;
  readonly decimals: number;
}

const decimals = fc.record({ units: fc.integer({ min: -1e9, max: 1e9 }), decimals: fc.integer({ min: 0, max: 4 }) });

/** The same number in whole units of the fourth decimal, with integers of any size. */
const exactly = ({ units, decimals: digits }: Decimal) => BigInt(units) * 10n ** BigInt(4 - digits);

const numberOf = ({ units, decimals: digits }: Decimal) => units / 10 ** digits;

/** A sum of published values with so many decimals, as figures are added up. */
function sumOf(terms: readonly (readonly [times: number, value: number])[], digits: number): number {
  const figureOf = (value: number) => ({
    ...{ value, decimals: digits, approximate: false },
    interval: { lo: value - 0.5 / 10 ** digits, hi: value + 0.5 / 10 ** digits },
  });
  return totalOf(terms.map(([times, value]) => ({ times, figure: figureOf(value) }))).value;
}

const minus = (a: number, b: number, digits: number) =>
  sumOf(
    [
      [1, a],
      [-1, b],
    ],
    digits,
  );

/** A number with at most four decimals, as it would be printed, in whole units of the fourth. */
const printed = (value: number) => BigInt(value.toFixed(4).replace('.', ''));

it('133 ÷ 1.12 is 118.75, a growth that prints as 18.8', () => {
  expect(133 / 1.12).not.toBe(118.75);
  expect(formatNumber(nearestDecimal(133 / 1.12) - 100, 1, 'en')).toBe('18.8');
});

it('150.26 − 124.81 is 25.45, which prints as 25.5', () => {
  expect(minus(150.26, 124.81, 2)).toBe(25.45);
  expect(formatNumber(minus(150.26, 124.81, 2), 1, 'en', true)).toBe('+25.5');
  expect(formatNumber(minus(124.81, 150.26, 2), 1, 'en', true)).toBe('−25.5');
});

it('a number that is printed and read again is the same decimal', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      const read = Number(numberOf(value).toFixed(value.decimals));
      expect(sumOf([[1, read]], value.decimals)).toBe(numberOf(value));
    }),
  );
});

it('sums are exact, in whatever order they are added up', () => {
  const multiples = fc.array(fc.record({ times: fc.integer({ min: -3, max: 3 }), value: decimals }), { maxLength: 8 });
  fc.assert(
    fc.property(multiples, (terms) => {
      const expected = terms.reduce((sum, { times, value }) => sum + BigInt(times) * exactly(value), 0n);
      const numbers = terms.map(({ times, value }) => [times, numberOf(value)] as const);
      expect(printed(sumOf(numbers, 4))).toBe(expected);
      expect(printed(sumOf(numbers.toReversed(), 4))).toBe(expected);
    }),
  );
});

it('what is printed with fewer digits is the nearest, halves away from zero', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 3 }), (value, digits) => {
      const written = formatNumber(numberOf(value), digits, 'en').replaceAll(',', '').replace('−', '-');
      const off = printed(Number(written)) - exactly(value);
      const unit = 10n ** BigInt(4 - digits);
      const size = off < 0n ? -off : off;
      expect(size * 2n <= unit).toBe(true);
      if (size * 2n === unit) expect(off > 0n).toBe(value.units > 0);
    }),
  );
});

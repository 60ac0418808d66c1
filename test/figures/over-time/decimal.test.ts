import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compareDecimals,
  type Decimal,
  decimalOf,
  numberOf,
  roundDecimal,
  sumOfDecimals,
} from '../../../functions/figures/over-time/decimal.ts';

const decimals = fc.record({ units: fc.integer({ min: -1e9, max: 1e9 }), decimals: fc.integer({ min: 0, max: 4 }) });

/** The same number in whole units of the fourth decimal, with integers of any size. */
const exactly = ({ units, decimals: digits }: Decimal) => BigInt(units) * 10n ** BigInt(4 - digits);

it('150.26 − 124.81 is 25.45, which is 25.5 with one decimal', () => {
  const difference = sumOfDecimals([
    { times: 1, value: decimalOf(150.26, 2) },
    { times: -1, value: decimalOf(124.81, 2) },
  ]);
  expect(numberOf(difference)).toBe(25.45);
  expect(numberOf(roundDecimal(difference, 1))).toBe(25.5);
  expect(numberOf(roundDecimal({ ...difference, units: -difference.units }, 1))).toBe(-25.5);
});

it('a number that is printed and read again is the same decimal', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      const read = Number(numberOf(value).toFixed(value.decimals));
      expect(compareDecimals(decimalOf(read, value.decimals), value)).toBe(0);
    }),
  );
});

it('sums are exact, in whatever order they are added up', () => {
  const multiples = fc.array(fc.record({ times: fc.integer({ min: -3, max: 3 }), value: decimals }), { maxLength: 8 });
  fc.assert(
    fc.property(multiples, (terms) => {
      const expected = terms.reduce((sum, { times, value }) => sum + BigInt(times) * exactly(value), 0n);
      expect(exactly(sumOfDecimals(terms))).toBe(expected);
      expect(compareDecimals(sumOfDecimals(terms.toReversed()), sumOfDecimals(terms))).toBe(0);
    }),
  );
});

it('rounding goes to the nearest, halves away from zero, and the same way on both sides of it', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 4 }), (value, digits) => {
      const rounded = roundDecimal(value, digits);
      const unit = 10n ** BigInt(4 - digits);
      const off = exactly(rounded) - exactly(value);
      const size = off < 0n ? -off : off;
      expect(size * 2n <= unit).toBe(true);
      const away = (off > 0n && value.units > 0) || (off < 0n && value.units < 0);
      if (size * 2n === unit) expect(away).toBe(true);
      const mirrored = roundDecimal({ ...value, units: -value.units }, digits);
      expect(compareDecimals({ ...mirrored, units: -mirrored.units }, rounded)).toBe(0);
    }),
  );
});

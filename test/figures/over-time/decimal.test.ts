import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '../../../functions/document/numbers.ts';
import {
  type Decimal,
  decimalOf,
  nearestDecimal,
  numberOf,
  sumOfDecimals,
} from '../../../functions/figures/over-time/decimal.ts';

const decimals = fc.record({ units: fc.integer({ min: -1e9, max: 1e9 }), decimals: fc.integer({ min: 0, max: 4 }) });

/** The same number in whole units of the fourth decimal, with integers of any size. */
const exactly = ({ units, decimals: digits }: Decimal) => BigInt(units) * 10n ** BigInt(4 - digits);

const minus = (a: number, b: number, digits: number) =>
  numberOf(
    sumOfDecimals([
      { times: 1, value: decimalOf(a, digits) },
      { times: -1, value: decimalOf(b, digits) },
    ]),
  );

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
      expect(decimalOf(read, value.decimals).units).toBe(value.units);
    }),
  );
});

it('sums are exact, in whatever order they are added up', () => {
  const multiples = fc.array(fc.record({ times: fc.integer({ min: -3, max: 3 }), value: decimals }), { maxLength: 8 });
  fc.assert(
    fc.property(multiples, (terms) => {
      const expected = terms.reduce((sum, { times, value }) => sum + BigInt(times) * exactly(value), 0n);
      expect(exactly(sumOfDecimals(terms))).toBe(expected);
      expect(exactly(sumOfDecimals(terms.toReversed()))).toBe(expected);
    }),
  );
});

it('what is printed with fewer digits is the nearest, halves away from zero', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 3 }), (value, digits) => {
      const written = formatNumber(numberOf(value), digits, 'en').replaceAll(',', '').replace('−', '-');
      const off = exactly(decimalOf(Number(written), digits)) - exactly(value);
      const unit = 10n ** BigInt(4 - digits);
      const size = off < 0n ? -off : off;
      expect(size * 2n <= unit).toBe(true);
      if (size * 2n === unit) expect(off > 0n).toBe(value.units > 0);
    }),
  );
});

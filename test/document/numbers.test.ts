import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '../../functions/dataset/index.ts';
import { formatNumber } from '../../functions/document/index.ts';

it.each([
  ['en', 2467.8, '2,467.8'],
  ['ru', 2467.8, '2 467,8'],
  ['be', 2467.8, '2 467,8'],
  ['en', 1234567.89, '1,234,567.9'],
  ['be', 1234567.89, '1 234 567,9'],
  ['en', 999.95, '1,000.0'],
  ['be', 0, '0,0'],
] as const)('formatNumber in %s writes %d as %s', (language, value, expected) => {
  expect(formatNumber(value, 1, language).replaceAll('\u00a0', ' ')).toBe(expected);
});

it.each(languages)('formatNumber in %s separates thousands by what no line breaks at', (language) => {
  expect(formatNumber(2467.8, 1, language)).toMatch(/^2[,\u00a0]467[.,]8$/);
});

it('formatNumber writes a minus, not a hyphen, and a plus only where it is asked for', () => {
  expect(formatNumber(-52.2, 1, 'en')).toBe('\u221252.2');
  expect(formatNumber(52.2, 1, 'en', true)).toBe('+52.2');
  expect(formatNumber(52.2, 1, 'en')).toBe('52.2');
});

it('formatNumber gives no sign to what rounds to zero', () => {
  expect(formatNumber(-0.04, 1, 'en')).toBe('0.0');
  expect(formatNumber(0.04, 1, 'en', true)).toBe('0.0');
});

it.each(languages)('formatNumber in %s writes every number as Intl does where it groups always', (language) => {
  const printed = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }));
  const value = fc.oneof(
    fc.double({ min: -9e10, max: 9e10, noNaN: true }),
    fc.double({ min: -10, max: 10, noNaN: true }),
    printed.map(([units, decimals]) => units / 10 ** decimals),
  );
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), fc.boolean(), (number, decimals, signed) => {
      const format = new Intl.NumberFormat(language, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: 'always',
        signDisplay: signed ? 'exceptZero' : 'negative',
      });
      expect(formatNumber(number, decimals, language, signed)).toBe(format.format(number).replace('-', '\u2212'));
    }),
    { numRuns: 2000 },
  );
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e11])('formatNumber does not write %d', (value) => {
  expect(() => formatNumber(value, 1, 'en')).toThrow('is not a number that we can write');
});

import { expect, it } from 'vitest';
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

it.each(['en', 'ru', 'be'] as const)('formatNumber in %s separates thousands by what no line breaks at', (language) => {
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

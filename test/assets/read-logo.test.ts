import { expect, it } from 'vitest';
import { readLogo } from '../../functions/assets/read-logo.ts';

/** A logo of 18 by 12 with one path. */
const logoOf = (d: string) =>
  readLogo('logo.svg', `<svg viewBox="0 0 18 12"><path d="${d}" fill="#0C5C6B"/></svg>`).shapes[0]?.path;

it('a logo becomes lines and curves, whatever SVG commands its paths have', () => {
  const halfRound = [['M', 0, 6], ['C', 0, 2.686, 2.686, 0, 6, 0], ['C', 9.314, 0, 12, 2.686, 12, 6], ['Z']];
  expect(logoOf('M0,6 A6,6 0 0 1 12,6 Z')).toEqual(halfRound);
  expect(logoOf('m0 6a6 6 0 0112 0z')).toEqual(halfRound);
  const rectangle = [['M', 1, 2], ['L', 5, 2], ['L', 5, 6], ['L', 1, 6], ['Z']];
  expect(logoOf('M1 2H5V6H1Z')).toEqual(rectangle);
  expect(logoOf('m1 2 4 0v4h-4z')).toEqual(rectangle);
  const waves = [
    ['M', 0, 0],
    ['C', 2, 2, 4, 2, 6, 0],
    ['C', 8, -2, 10, -2, 12, 0],
  ];
  expect(logoOf('M0 0Q3 3 6 0T12 0')).toEqual(waves);
  expect(logoOf('M0 0C2 2 4 2 6 0S10-2 12 0')).toEqual(waves);
});

it.each([
  ['M0 0 X5', 'logo.svg line 1: the path "M0 0 X5" cannot be read: SvgPath: bad command X (at pos 5)'],
  ['M0 0 L5', 'logo.svg line 1: the path "M0 0 L5" cannot be read: SvgPath: missed param (at pos 7)'],
  ['', 'logo.svg line 1: every <path> needs d and a fill such as #0C5C6B'],
])('a logo with the path %j is refused', (d, message) => {
  expect(() => logoOf(d)).toThrow(message);
});

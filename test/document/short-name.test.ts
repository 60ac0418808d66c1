import { expect, it } from 'vitest';
import { shortName } from '../../functions/document/short-name.ts';

it('a name inside a sentence begins small, and a long one is cut after a word', () => {
  expect(shortName('Crude oil')).toBe('crude oil');
  expect(shortName('Screws, bolts, nuts and similar fasteners')).toBe('screws, bolts, nuts and…');
  expect(shortName('Машины для уборки урожая и их части')).toBe('машины для уборки…');
  expect(shortName('Bars and rods of iron, or')).toBe('bars and rods of iron…');
});

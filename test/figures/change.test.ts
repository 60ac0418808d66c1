import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyRatio } from '../../functions/figures/index.ts';

/** The words for an exact ratio. */
const wordFor = (ratio: number) => classifyRatio(ratio, { lo: ratio, hi: ratio }, false);

describe('the words for a rise', () => {
  it.each([
    [1.0049, 'almost_unchanged'],
    [1.0051, 'up_slightly'],
    [1.0199, 'up_slightly'],
    [1.02, 'up_pct'],
    [1.2424, 'up_pct'],
    [1.2425, 'up_quarter'],
    [1.2574, 'up_quarter'],
    [1.2575, 'up_pct'],
    [1.3249, 'up_pct'],
    [1.325, 'up_third'],
    [1.3424, 'up_third'],
    [1.3425, 'up_pct'],
    [1.4899, 'up_pct'],
    [1.49, 'up_half'],
    [1.5099, 'up_half'],
    [1.51, 'up_pct'],
    [1.8499, 'up_pct'],
    [1.85, 'nearly_doubled'],
    [1.9799, 'nearly_doubled'],
    [1.98, 'doubled'],
    [2.0499, 'doubled'],
    [2.05, 'more_than_doubled'],
    [2.4999, 'more_than_doubled'],
    [2.5, 'times_n'],
    [2.7999, 'times_n'],
    [2.8, 'nearly_tripled'],
    [2.9699, 'nearly_tripled'],
    [2.97, 'tripled'],
    [3.0499, 'tripled'],
    [3.05, 'more_than_tripled'],
    [3.4999, 'more_than_tripled'],
    [3.5, 'times_n'],
    [12, 'times_n'],
  ])('at %f it is %s', (ratio, word) => {
    expect(wordFor(ratio)).toBe(word);
  });
});

describe('the words for a fall', () => {
  it.each([
    [0.9951, 'almost_unchanged'],
    [0.995, 'down_slightly'],
    [0.9801, 'down_slightly'],
    [0.98, 'down_pct'],
    [0.7576, 'down_pct'],
    [0.7575, 'down_quarter'],
    [0.7426, 'down_quarter'],
    [0.7425, 'down_pct'],
    [0.6751, 'down_pct'],
    [0.675, 'down_third'],
    [0.6576, 'down_third'],
    [0.6575, 'down_pct'],
    [0.5401, 'down_pct'],
    [0.54, 'nearly_halved'],
    [0.5101, 'nearly_halved'],
    [0.51, 'halved'],
    [0.4901, 'halved'],
    [0.49, 'more_than_half'],
    [0.4, 'more_than_half'],
    [0.3999, 'down_pct'],
    [0.1, 'down_pct'],
    [0.0999, 'more_than_90'],
    [0.0001, 'more_than_90'],
  ])('at %f it is %s', (ratio, word) => {
    expect(wordFor(ratio)).toBe(word);
  });
});

describe('a word that would be false somewhere in the rounding interval', () => {
  it.each([
    ['more than tripled, down to 2.99', 3.06, { lo: 2.99, hi: 3.13 }, 'times_n_about'],
    ['tripled, up to 3.08', 3.04, { lo: 3.0, hi: 3.08 }, 'times_n_about'],
    ['nearly tripled, up to 3.01', 2.96, { lo: 2.91, hi: 3.01 }, 'times_n_about'],
    ['more than doubled, down to 1.99', 2.06, { lo: 1.99, hi: 2.13 }, 'times_n_about'],
    ['nearly doubled, up to 2.02', 1.97, { lo: 1.92, hi: 2.02 }, 'times_n_about'],
    ['by a quarter, from 1.2 to 1.3', 1.25, { lo: 1.2, hi: 1.3 }, 'up_pct_about'],
    ['fell by half, from 0.47 to 0.53', 0.5, { lo: 0.47, hi: 0.53 }, 'down_pct_about'],
    ['a rise that may be a fall', 1.01, { lo: 0.99, hi: 1.03 }, 'almost_unchanged'],
  ])('is not used: %s', (_, ratio, interval, word) => {
    expect(classifyRatio(ratio, interval, true)).toBe(word);
  });

  const ratios = fc.double({ min: 0.0001, max: 12, noNaN: true });
  const margins = fc.double({ min: 0, max: 0.2, noNaN: true });

  it('never says that more was reached than the interval allows', () => {
    fc.assert(
      fc.property(ratios, margins, (ratio, margin) => {
        const interval = { lo: Math.max(0, ratio - margin), hi: ratio + margin };
        const word = classifyRatio(ratio, interval, true);
        if (word === 'more_than_tripled') expect(interval.lo).toBeGreaterThan(3);
        if (word === 'more_than_doubled') expect(interval.lo).toBeGreaterThan(2);
        if (word === 'nearly_tripled') expect(interval.hi).toBeLessThan(3);
        if (word === 'nearly_doubled') expect(interval.hi).toBeLessThan(2);
        if (word === 'more_than_half') expect(interval.hi).toBeLessThan(0.5);
        if (word === 'more_than_90') expect(interval.hi).toBeLessThan(0.1);
        if (word.startsWith('up')) expect(interval.lo).toBeGreaterThan(1);
        if (word.startsWith('down')) expect(interval.hi).toBeLessThan(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves no ratio without a word', () => {
    fc.assert(
      fc.property(ratios, (ratio) => {
        expect(wordFor(ratio)).toMatch(/^[a-z_0-9]+$/);
      }),
    );
  });
});

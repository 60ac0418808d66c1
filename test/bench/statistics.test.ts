import { describe, expect, it } from 'vitest';
import { part, spread, times } from '../../bench/markdown.ts';
import { noiseOf, warningOf } from '../../bench/noise.ts';
import { quantile, ratioOf, spreadOf, summarise } from '../../bench/statistics.ts';

describe('what is told of measurements', () => {
  it('is their median, their quartiles and the least', () => {
    expect(summarise([5, 1, 4, 2, 3])).toEqual({ median: 3, lower: 2, upper: 4, min: 1, count: 5 });
  });

  it('lies between two measurements where there is none in the middle', () => {
    expect(quantile([10, 20], 0.5)).toBe(15);
    expect(quantile([10, 20, 30, 40], 0.25)).toBe(17.5);
  });

  it('is not moved by one measurement that was disturbed', () => {
    expect(summarise([10, 10, 11, 11, 900]).median).toBe(11);
  });

  it('is refused where there are none, or one is no number', () => {
    expect(() => summarise([])).toThrow('cannot sum up no measurements');
    expect(() => summarise([1, Number.NaN])).toThrow('cannot sum up NaN');
  });

  it('is how far they lie apart by the median', () => {
    expect(spreadOf(summarise([8, 9, 10, 11, 12]))).toBeCloseTo(0.2);
  });
});

describe('a ratio', () => {
  it('is the same when the machine is half as fast for some of the pairs', () => {
    const [steady, slowed] = [1, 2];
    const ours = [10 * steady, 10 * slowed, 10 * steady];
    const theirs = [40 * steady, 40 * slowed, 40 * steady];
    expect(ratioOf(ours, theirs)).toMatchObject({ median: 0.25, lower: 0.25, upper: 0.25 });
  });

  it('is refused where the measurements are no pairs', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow('2 measurements cannot be paired with 1');
  });

  it('is written as a part below a half, and as a number above', () => {
    expect([part(1 / 12), part(0.7), times(7.42)]).toEqual(['1/12.0', '0.70', '×7.42']);
    expect(spread(summarise([16, 17, 18]))).toBe('17.0 (16.5–17.5)');
  });
});

describe('the noise of a machine', () => {
  const steady = Array.from({ length: 40 }, (_, index) => 10 + (index % 3) * 0.2);

  it('is no warning while equal work takes equal time, but for a moment', () => {
    expect(warningOf(noiseOf([...steady, 80, 90]))).toBeNull();
  });

  it('is a warning when a quarter of equal work takes much longer than it can', () => {
    const disturbed = steady.map((milliseconds, index) => (index % 3 === 0 ? milliseconds * 1.5 : milliseconds));
    expect(warningOf(noiseOf(disturbed))).toContain('too noisy to judge');
  });

  it('is a warning when something else takes half of the machine nearly all the time', () => {
    const contended = steady.map((milliseconds, index) => (index === 7 ? milliseconds : milliseconds * 2));
    expect(warningOf(noiseOf(contended))).toContain('measure again');
  });
});

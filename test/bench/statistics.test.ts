import { describe, expect, it } from 'vitest';
import { part, spread, times } from '../../bench/markdown.ts';
import { noiseOf, warningOf } from '../../bench/noise.ts';
import { quantile, ratioOf, spreadOf, summarise } from '../../bench/statistics.ts';

describe('a summary of measurements', () => {
  it('has median, quartiles and minimum', () => {
    expect(summarise([5, 1, 4, 2, 3])).toEqual({ median: 3, lower: 2, upper: 4, min: 1, count: 5 });
  });

  it('interpolates between two measurements', () => {
    expect(quantile([10, 20], 0.5)).toBe(15);
    expect(quantile([10, 20, 30, 40], 0.25)).toBe(17.5);
  });

  it('is not changed by one outlier', () => {
    expect(summarise([10, 10, 11, 11, 900]).median).toBe(11);
  });

  it('is refused when there are none or one is not a number', () => {
    expect(() => summarise([])).toThrow('cannot sum up no measurements');
    expect(() => summarise([1, Number.NaN])).toThrow('cannot sum up NaN');
  });

  it('gives their spread relative to the median', () => {
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

  it('is refused when the measurements are not in pairs', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow('2 measurements cannot be paired with 1');
  });

  it('is written as a fraction below a half, and as a number above', () => {
    expect([part(1 / 12), part(0.7), times(7.42)]).toEqual(['1/12.0', '0.70', '×7.42']);
    expect(spread(summarise([16, 17, 18]))).toBe('17.0 (16.5–17.5)');
  });
});

describe('the noise of a machine', () => {
  const steady = Array.from({ length: 40 }, (_, index) => 10 + (index % 3) * 0.2);

  it('gives no warning while equal work takes equal time, apart from a moment', () => {
    expect(warningOf(noiseOf([...steady, 80, 90]))).toBeNull();
  });

  it('gives a warning when a quarter of equal work takes much longer', () => {
    const disturbed = steady.map((milliseconds, index) => (index % 3 === 0 ? milliseconds * 1.5 : milliseconds));
    expect(warningOf(noiseOf(disturbed))).toContain('too noisy to judge');
  });

  it('gives a warning when something else uses half of the machine nearly all the time', () => {
    const contended = steady.map((milliseconds, index) => (index === 7 ? milliseconds : milliseconds * 2));
    expect(warningOf(noiseOf(contended))).toContain('measure again');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, spread } from '../../functions/drawing/charts/placing.ts';

describe('labels that are moved apart', () => {
  it('stay where they are when they have room', () => {
    expect(spread([10, 40, 25], 9.5, 0, 100)).toEqual([10, 40, 25]);
  });

  it('move about the middle of those that overlap', () => {
    expect(spread([20, 20], 10, 0, 100)).toEqual([15, 25]);
  });

  it('are never nearer than the gap, keep their order, and end within their room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 }), (wanted) => {
        const placed = spread(wanted, 10, 0, 100);
        const ordered = wanted.map((y, index) => [y, index] as const).toSorted(([a, i], [b, j]) => a - b || i - j);
        const heights = ordered.map(([, index]) => placed[index] ?? Number.NaN);
        for (const [at, height] of heights.entries()) {
          expect(height).toBeGreaterThanOrEqual(-1e-9);
          expect(height).toBeLessThanOrEqual(100 + 1e-9);
          if (at > 0) expect(height - (heights[at - 1] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
        }
      }),
    );
  });
});

it('two stretches are near where less than the gap lies between them', () => {
  expect(isNear({ left: 0, right: 10 }, { left: 16, right: 20 }, 6)).toBe(false);
  expect(isNear({ left: 0, right: 10 }, { left: 15.9, right: 20 }, 6)).toBe(true);
});

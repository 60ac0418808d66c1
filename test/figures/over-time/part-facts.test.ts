import { describe, expect, it } from 'vitest';
import { driversOf, fastestOf, movesOf, type Part, passedIn, restHasMost } from '../../../functions/figures/index.ts';
import { part, partsOf } from './made-figures.ts';

const codes = (parts: readonly Part[]) => parts.map(({ code }) => code);

describe('what brought a change', () => {
  it('names up to three parts, the last of them apart from the next', () => {
    const parts = [part('A', 130), part('B', 120), part('C', 110), part('D', 109.9), part('E', 90)];
    expect(codes(driversOf(partsOf(parts), 'rose'))).toEqual(['A', 'B']);
    expect(codes(driversOf(partsOf(parts.filter(({ code }) => code !== 'D')), 'rose'))).toEqual(['A', 'B', 'C']);
    expect(codes(driversOf(partsOf(parts), 'fell'))).toEqual(['E']);
  });

  it('leaves out what brought less than three tenths of a point', () => {
    expect(codes(driversOf(partsOf([part('A', 130, { points: 0.3 })]), 'rose'))).toEqual(['A']);
    expect(codes(driversOf(partsOf([part('A', 130, { points: 0.29 })]), 'rose'))).toEqual([]);
  });

  it('the rest has most of it from more than half on, whatever rounding hides', () => {
    expect(restHasMost(partsOf([], [10, 5.16]))).toBe(true);
    expect(restHasMost(partsOf([], [10, 5.15]))).toBe(false);
    expect(restHasMost(partsOf([], [-10, -6]))).toBe(true);
    expect(restHasMost(partsOf([], [-10, 6]))).toBe(false);
  });

  it('the rest has most of nothing where the change is of no weight', () => {
    expect(restHasMost(partsOf([], [0.6, 0.51]))).toBe(true);
    expect(restHasMost(partsOf([], [0.4, 0.39]))).toBe(false);
  });
});

describe('what moved among regions', () => {
  it('one passed another where both years tell them apart', () => {
    const pair = (gap: number, before: number) =>
      partsOf([part('A', 100 + gap, { base: 90, rank: 1 }), part('B', 100, { base: 90 + before, rank: 2 })]);
    expect(passedIn(pair(0.2, 0.2))?.above.code).toBe('A');
    expect(passedIn(pair(0.1, 0.2))).toBeNull();
    expect(passedIn(pair(0.2, 0.1))).toBeNull();
  });

  it('every one rose from three on, all but one or two from five on', () => {
    const up = (count: number) => Array.from({ length: count }, (_, index) => part(`A${index}`, 110));
    expect(movesOf(partsOf(up(3))).every).toBe(true);
    expect(movesOf(partsOf(up(2))).every).toBe(false);
    expect(movesOf(partsOf([...up(3), part('B', 90)])).everyBut).toBe(false);
    expect(codes(movesOf(partsOf([...up(4), part('B', 90)])).exceptions)).toEqual(['B']);
    expect(movesOf(partsOf([...up(4), part('B', 90)])).everyBut).toBe(true);
    expect(movesOf(partsOf([...up(6), ...['B', 'C', 'D'].map((code) => part(code, 90))])).everyBut).toBe(false);
  });

  it('at most two grew fastest, of four that have a base worth it', () => {
    const four = [part('A', 130), part('B', 120), part('C', 110), part('D', 105)];
    expect(codes(fastestOf(partsOf(four), 'rose'))).toEqual(['A', 'B']);
    expect(codes(fastestOf(partsOf(four.slice(1)), 'rose'))).toEqual([]);
    const tiny = part('T', 1.4, { base: 0.9 });
    expect(codes(fastestOf(partsOf([...four, tiny]), 'rose'))).toEqual(['A', 'B']);
    expect(
      codes(fastestOf(partsOf([part('A', 130), part('B', 120), part('C', 119.95), part('D', 90)]), 'rose')),
    ).toEqual(['A']);
  });
});

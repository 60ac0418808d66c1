import { periodFrom } from '../../../functions/dataset/index.ts';
import type { Comparison, Figure, Part, PartsOverTime } from '../../../functions/figures/index.ts';
import { figureOf, founding } from '../../briefings.ts';

const some = figureOf(founding, 'exports');

/** The first month of the figures here, in months since year 0. */
export const january = 2022 * 12;

/** A figure with an interval of so much either way, of so many months from a month on. */
export function figure(value: number, half = 0.05, start = january, months = 1): Figure {
  return { ...some, value, interval: { lo: value - half, hi: value + half }, period: periodFrom(start, months) };
}

/** A month beside the year before, at a ratio of so many per cent with a margin. */
export function change(ratio: number, half = 0.05, start = january, months = 1): Comparison {
  const value = figure(ratio, half, start, months);
  const base = figure(100, half, start - 12, months);
  return { value, base, index: figure(ratio, half, start, months), difference: null, basis: 'value', revised: null };
}

/** A part that both years name. Its base is 100 where no other is given. */
export function part(
  code: string,
  value: number,
  more: { base?: number; points?: number; rank?: number; half?: number } = {},
): Part {
  const { base = 100, points = value - base, rank = 1, half = 0.05 } = more;
  const ratio = (100 * value) / base;
  const comparison: Comparison = {
    value: figure(value, half),
    base: figure(base, half),
    index: figure(ratio, half),
    difference: figure(value - base, 2 * half),
    basis: 'value',
    revised: null,
  };
  const own = { code, area: null, product: null, naming: 'named', lastNamed: some.period } as const;
  const ranks = { rank, rankBefore: rank, share: null, shareBefore: null, sameMonths: [] };
  return { ...own, ...ranks, comparison, contribution: figure(points, 0.01) };
}

/** Parts with the change of their total and of the rest. */
export function partsOf(parts: readonly Part[], rest: readonly [total: number, rest: number] = [10, 1]): PartsOverTime {
  const differences = { total: figure(rest[0], 0.1), rest: figure(rest[1], 0.1) };
  return {
    kind: 'regions',
    flow: 'exports',
    period: some.period,
    total: { ...change(110), difference: differences.total },
    parts,
    gone: [],
    named: { value: null, share: null },
    rest: {
      value: null,
      base: null,
      index: null,
      difference: differences.rest,
      contribution: differences.rest,
      share: null,
    },
    listed: parts,
    more: null,
    pair: null,
    bordering: null,
  };
}

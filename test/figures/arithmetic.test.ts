import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../functions/dataset/index.ts';
import { worstCase } from '../../functions/figures/expression.ts';
import { type Figure, marginOf } from '../../functions/figures/index.ts';
import { all, briefingWith, figureOf, founding, set } from '../briefings.ts';

/** A figure as it is printed: value, decimals, margin to one decimal. */
const printed = (figure: Figure) =>
  `${figure.approximate ? '≈ ' : ''}${figure.value.toFixed(figure.decimals)} ±${marginOf(figure).toFixed(1)}`;

/** An observation of the year before, lower by half a unit of the last digit. */
const yearBefore = (observation: Observation): Observation => ({
  ...observation,
  period: { ...observation.period, year: observation.period.year - 1 },
  value: observation.value - 0.05,
});

describe('the figures that follow from the founding article', () => {
  it.each([
    ['balance', '-1116.6 ±0.1'],
    ['turnover.base', '≈ 1133.6 ±0.3'],
    ['exports.base', '≈ 540.5 ±0.3'],
    ['imports.base', '≈ 592.7 ±0.1'],
    ['balance.base', '≈ -52.2 ±0.4'],
    ['turnover.change', '≈ 1334.2 ±0.3'],
    ['exports.change', '≈ 135.1 ±0.2'],
    ['imports.change', '≈ 1199.5 ±0.1'],
    ['imports.contribution', '≈ 90 ±0.0'],
    ['imports.part', '≈ 72.6 ±0.0'],
    ['turnover.all', '≈ 4495 ±4.2'],
    ['exports.all', '≈ 2152 ±3.6'],
    ['imports.all', '≈ 2342.7 ±1.6'],
    ['balance.all', '≈ -191 ±5.2'],
    ['balance.rest', '≈ 925 ±5.1'],
    ['region.exports.RU-MOS', '≈ 165.5 ±0.4'],
    ['regions.named', '58.2 ±0.3'],
    ['regions.rest', '41.8 ±0.3'],
    ['regions.pair', '38.0 ±0.1'],
    ['investment.all', '≈ 335 ±3.8'],
    ['companies.fez.part', '≈ 3.3 ±0.0'],
    ['documents', '109 ±0.0'],
    ['documents.local.part', '≈ 71.6 ±0.0'],
  ])('%s is %s', (key, expected) => {
    expect(printed(figureOf(founding, key))).toBe(expected);
  });

  it('states 22 published numbers in the order of the text', () => {
    const published = founding.figures.filter(({ status }) => status === 'published');
    expect(published.map(({ note, value }) => `${note} ${value}`).join(', ')).toBe(
      'P1 2467.8, P2 217.7, P3 675.6, P4 125, P5 1792.2, P6 302.4, P7 54.9, P8 31.4, P9 76.5, P10 24.5, P11 13.5, ' +
        'P12 8.1, P13 7.7, P14 4.4, P15 154.3, P16 46, P17 515.2, P18 361, P19 12, P20 22, P21 9, P22 78',
    );
  });

  it('takes the year before from the index of the same flow, so its interval is that of two rounded numbers', () => {
    const { lo, hi } = figureOf(founding, 'turnover.base').interval;
    expect(lo).toBeCloseTo(2467.75 / 2.1775, 9);
    expect(hi).toBeCloseTo(2467.85 / 2.1765, 9);
  });
});

describe('a figure whose inputs are missing', () => {
  it('is not derived, and neither are the figures that depend on it', () => {
    const { byKey } = briefingWith(set('trade_index import', null));
    expect(byKey.has('turnover.base')).toBe(true);
    for (const key of ['imports.base', 'balance.base', 'imports.change', 'imports.contribution']) {
      expect(byKey.has(key)).toBe(false);
    }
  });

  it('is not derived by a division by zero', () => {
    const { byKey } = briefingWith(set('trade_share export', 0));
    expect(byKey.has('exports.all')).toBe(false);
    expect(byKey.has('balance.all')).toBe(false);
  });

  it('is not derived where a divisor may be zero: a change that is within the rounding of its two values', () => {
    const { byKey } = briefingWith(
      all(set('trade_index', null), (observations) => [
        ...observations,
        ...observations.filter(({ indicator }) => indicator === 'trade_value').map(yearBefore),
      ]),
    );
    expect(byKey.get('turnover.change')?.value).toBeCloseTo(0.05, 9);
    expect(byKey.has('imports.contribution')).toBe(false);
  });

  it('is not derived where a part is more than the whole', () => {
    const { byKey } = briefingWith(set('trade_value turnover', 0.1));
    expect(byKey.has('imports.contribution')).toBe(false);
  });

  it('leaves a briefing without trade', () => {
    const briefing = briefingWith(all(set('trade_value', null), set('trade_index', null), set('trade_share', null)));
    expect(briefing.tradePeriod).toBeNull();
    expect(briefing.byKey.get('companies')?.value).toBe(361);
  });
});

describe('the interval of a calculated figure', () => {
  const positive = fc.double({ min: 0.5, max: 1e6, noNaN: true });
  const input = fc.tuple(positive, fc.double({ min: 0, max: 0.4, noNaN: true })).map(([value, margin]) => ({
    lo: value - margin,
    hi: value + margin,
  }));
  const formulas: readonly ((values: readonly number[]) => number)[] = [
    ([a = 0, b = 1]) => a / b,
    ([a = 0, b = 1, c = 0]) => a / b - c,
    ([a = 0, b = 1]) => a - a / b,
    ([a = 0, b = 1, c = 1, d = 1]) => a / b - c / d,
    ([a = 0, b = 0, c = 0]) => (1 - (a + b) / 1e7) * c,
  ];

  it('contains the result for every possible value of the inputs, and its ends can be reached', () => {
    const draw = fc.tuple(
      fc.array(input, { minLength: 4, maxLength: 4 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(...formulas),
    );
    fc.assert(
      fc.property(draw, ([inputs, where, formula]) => {
        const { lo, hi } = worstCase(inputs, formula);
        const result = formula(
          inputs.map((interval, at) => interval.lo + (where[at] ?? 0) * (interval.hi - interval.lo)),
        );
        const noise = 1e-9 * Math.max(1, Math.abs(result));
        expect(result).toBeGreaterThanOrEqual(lo - noise);
        expect(result).toBeLessThanOrEqual(hi + noise);
      }),
    );
  });
});

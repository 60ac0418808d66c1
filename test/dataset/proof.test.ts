import { describe, expect, it } from 'vitest';
import { describe as describeViolation, proofOf, rangeOf, vintageOf } from '../../functions/dataset/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset, packageFiles, problemsOf, withObservation } from '../package-files.ts';

it('the range of a published zero has nothing below zero, that of a share of 100 nothing above 100', () => {
  const [value, share] = ['trade_value', 'trade_share'].map((name) =>
    dataset.observations.find(({ indicator }) => indicator === name),
  );
  if (!value || !share) throw new Error('the founding article has values and shares');
  expect(rangeOf({ ...value, value: 0 })).toEqual({ lo: 0, hi: 0.05 });
  expect(rangeOf({ ...share, value: 100 })).toEqual({ lo: 99.95, hi: 100 });
});

const founding = vintageOf(dataset, editionNamed('2021-07')).observations;

describe('the arithmetic proof', () => {
  const round = ({ lo, hi }: { lo: number; hi: number }, decimals: number) => [
    lo.toFixed(decimals),
    hi.toFixed(decimals),
  ];

  it('finds the published figures in agreement, with the ranges that rounding leaves them', () => {
    const checks = proofOf(founding);
    const ranges = checks.map((check) => {
      if ('parts' in check) {
        const decimals = check.check === 'turnover' ? 2 : 1;
        return [check.check, round(check.parts, decimals), round(check.whole, decimals)];
      }
      return check.check === 'shares' ? ['shares', round(check.sum, 2)] : ['part', check.part.value, check.whole.value];
    });
    expect(ranges).toEqual([
      ['turnover', ['2467.70', '2467.90'], ['2467.75', '2467.85']],
      ['bases', ['1132.8', '1133.5'], ['1133.3', '1133.9']],
      ['totals', ['4489.2', '4499.5'], ['4490.9', '4499.3']],
      ['shares', ['57.95', '58.45']],
      ['part', 12, 361],
    ]);
    expect(checks.every(({ agrees }) => agrees)).toBe(true);
  });

  it('checks everything that is known, including the trade of one region', () => {
    const later = proofOf(vintageOf(dataset, editionNamed('2024-07')).observations);
    const region = later.find((check) => check.check === 'turnover' && check.exports.counterpart === 'RU-BRY');
    expect(region).toMatchObject({ agrees: true, period: { code: '2021' } });
  });

  it('allows what rounding explains: 0.1 more turnover can be the sum of the same two numbers', () => {
    expect(problemsOf(withObservation('2467.8,USD', '2467.9,USD'))).toEqual([]);
  });

  it('refuses exports and imports that do not make up turnover', () => {
    const [problem] = problemsOf(withObservation('1792.2,USD', '1972.2,USD'));
    expect(problem).toMatchObject({ file: 'observations.csv', row: 2, column: 'value', value: '2467.8' });
    expect(problem && describeViolation(problem)).toContain(
      'exports + imports (rows 4 and 6) is 2647.7 to 2647.9, turnover (row 2) 2467.75 to 2467.85',
    );
    expect(problem && describeViolation(problem)).toContain(
      'no edition can be made: exports and imports do not make up turnover',
    );
    expect(problem && describeViolation(problem)).toContain('a gap of at least 179.85, more than rounding explains');
    expect(problem && describeViolation(problem)).toMatch(
      /check the values against the source, correct the one that is wrong and run again$/,
    );
  });

  it.each([
    ['a lost decimal point', '675.6,USD', '6756,USD', 4, '6756', '675.6 would fit'],
    ['a lost decimal point of imports', '1792.2,USD', '17922,USD', 6, '17922', '1792.2 would fit'],
    ['a lost decimal point of turnover', '2467.8,USD', '24678,USD', 2, '24678', '2467.8 would fit'],
    ['a decimal point too far left', '1792.2,USD,6,1', '17.922,USD,6,3', 6, '17.922', '1792.2 would fit'],
    ['thousands for millions', '675.6,USD,6', '675.6,USD,3', 4, '675.6', '675600 would fit'],
  ])('names the row of %s, and what would fit, in every check', (_, right, wrong, row, value, says) => {
    const problems = problemsOf(withObservation(right, wrong));
    expect(problems.length).toBeGreaterThan(1);
    for (const problem of problems) {
      expect(problem).toMatchObject({ row, value });
      expect(describeViolation(problem)).toContain(says);
    }
  });

  it('names no value that would fit where no moved decimal point explains it', () => {
    const [problem] = problemsOf(withObservation('675.6,USD', '765.6,USD'));
    expect(problem && describeViolation(problem)).not.toContain('would fit');
  });

  it('refuses an index that was entered as a rate, because the bases no longer meet', () => {
    const problems = problemsOf(withObservation('217.7,IX', '117.7,IX'));
    expect(problems).toHaveLength(1);
    expect(problems.map(describeViolation).join()).toContain('by their indices');
  });

  it('refuses shares of Russia that imply different totals', () => {
    expect(problemsOf(withObservation('54.9,PT', '45.9,PT')).map(describeViolation).join()).toContain('by its share');
  });

  it('refuses regional shares of more than 100 per cent', () => {
    const problems = problemsOf(withObservation('24.5,PT', '74.5,PT'));
    expect(problems.map(describeViolation).join()).toContain(
      'the 5 regional shares of 2021-01/2021-05 add up to more than 100',
    );
  });

  it('refuses a part that is larger than its whole', () => {
    expect(problemsOf(withObservation('RU,2021-07,12,PN', 'RU,2021-07,362,PN'))[0]).toMatchObject({
      row: 20,
      value: '362',
    });
  });

  it('leaves out a check with missing figures', () => {
    const without = founding.filter(({ indicator }) => indicator !== 'trade_index');
    expect(proofOf(without).map(({ check }) => check)).toEqual(['turnover', 'totals', 'shares', 'part']);
  });

  it('accepts the package as it is', () => {
    expect(problemsOf(packageFiles)).toEqual([]);
  });
});

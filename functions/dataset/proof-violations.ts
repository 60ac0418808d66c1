import type { Observation } from './dataset.ts';
import type { Interval } from './interval.ts';
import { newestValues } from './newest-values.ts';
import { type Check, proofOf } from './proof.ts';
import { uncontested } from './publisher.ts';
import type { Violation } from './violation.ts';

/** The disagreements of the newest values that nothing contests, as problems of the rows that they stand in. */
export function proofViolations(observations: readonly Observation[]): readonly Violation[] {
  return proofOf(uncontested(newestValues(observations).newest, observations))
    .filter(({ agrees }) => !agrees)
    .map(violationOf);
}

/** Says what disagrees and by how much, and guesses no cause. */
function violationOf(check: Check): Violation {
  const file = 'observations.csv';
  const column = 'value';
  switch (check.check) {
    case 'shares': {
      const [{ row }] = check.shares as readonly [Observation];
      const expected = `the ${check.shares.length} regional shares of ${check.period.code} add up to more than 100`;
      return { file, row, column, value: printed(check.sum), expected, check };
    }
    case 'part': {
      const { part, whole } = check;
      const expected = `a part of ${whole.value} (${whole.indicator}, row ${whole.row}) cannot be larger`;
      return { file, row: part.row, column, value: String(part.value), expected, check };
    }
    default: {
      const { exports, imports, turnover } = check;
      const gap = Math.max(check.parts.lo - check.whole.hi, check.whole.lo - check.parts.hi);
      const rows = `rows ${exports.row} and ${imports.row}`;
      const what = {
        turnover: `exports + imports (${rows}) is ${printed(check.parts)}, turnover ${printed(check.whole)}`,
        bases: `exports + imports of a year earlier, by their indices (${rows}), is ${printed(check.parts)}, turnover by its index ${printed(check.whole)}`,
        totals: `exports + imports with all countries, by Russia’s shares (${rows}), is ${printed(check.parts)}, turnover by its share ${printed(check.whole)}`,
      }[check.check];
      const claim = {
        turnover: 'exports and imports do not make up turnover',
        bases: 'the growth indices do not fit together',
        totals: 'the shares of Russia do not imply one total',
      }[check.check];
      const far = `a gap of at least ${Number(gap.toFixed(2))}, more than rounding explains`;
      const remedy = 'check the values against the source, correct the one that is wrong and run again';
      const expected = `no edition can be made: ${claim}; ${what}: ${far}; ${remedy}`;
      return { file, row: turnover.row, column, value: String(turnover.value), expected, check };
    }
  }
}

function printed({ lo, hi }: Interval): string {
  return `${Number(lo.toFixed(2))} to ${Number(hi.toFixed(2))}`;
}

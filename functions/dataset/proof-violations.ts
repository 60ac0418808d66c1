import type { Observation } from './dataset.ts';
import type { Interval } from './interval.ts';
import { type Check, proofOf } from './proof.ts';
import type { Violation } from './violation.ts';

/** The disagreements of newest values that nothing contests, as problems of the rows that they stand in. */
export function proofViolations(observations: readonly Observation[]): readonly Violation[] {
  return proofOf(observations)
    .filter(({ agrees }) => !agrees)
    .map(violationOf);
}

function violationOf(check: Check): Violation {
  const file = 'observations.csv';
  const column = 'value';
  switch (check.check) {
    case 'shares': {
      const [{ row }] = check.shares as readonly [Observation];
      const { lo, hi } = printed(check.sum);
      const values = { count: check.shares.length, period: check.period.code, lo, hi };
      return { file, row, column, value: `${lo} to ${hi}`, code: 'shares', values, check };
    }
    case 'part': {
      const { part, whole } = check;
      const values = { whole: whole.value, indicator: whole.indicator, wholeRow: whole.row };
      return { file, row: part.row, column, value: String(part.value), code: 'part', values, check };
    }
    default: {
      const { exports, imports, turnover } = check;
      const [parts, whole] = [printed(check.parts), printed(check.whole)];
      const gap = Math.max(check.parts.lo - check.whole.hi, check.whole.lo - check.parts.hi);
      const values = {
        exportsRow: exports.row,
        importsRow: imports.row,
        partsLo: parts.lo,
        partsHi: parts.hi,
        wholeLo: whole.lo,
        wholeHi: whole.hi,
        gap: Number(gap.toFixed(2)),
      };
      return { file, row: turnover.row, column, value: String(turnover.value), code: check.check, values, check };
    }
  }
}

function printed({ lo, hi }: Interval): Interval {
  return { lo: Number(lo.toFixed(2)), hi: Number(hi.toFixed(2)) };
}

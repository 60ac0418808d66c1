import { amountOf, boundsViolation } from './check-arithmetic.ts';
import type { Observation } from './dataset.ts';
import { common, type Interval, plus } from './interval.ts';
import { boundedChecksOf, type Check, type PairCheck } from './proof.ts';
import type { Violation } from './violation.ts';

/** The disagreements of newest values that nothing contests, as problems of the rows that they stand in. */
export function proofViolations(observations: readonly Observation[]): readonly Violation[] {
  const failed = boundedChecksOf(observations).filter(({ agrees }) => !agrees);
  const slips = failed.flatMap((check) => (check.check === 'turnover' ? slipIn(check) : []));
  return failed.map((check) => violationOf(check, slips));
}

/** A value that lost or gained a decimal point, and what it would be with it. */
interface Slip {
  readonly observation: Observation;
  readonly fits: number;
}

/** By what a value with a decimal point too few or too many, or in another multiplier, is wrong. */
const factors = [0.001, 0.01, 0.1, 10, 100, 1000];

/** The one value of a sum that a moved decimal point would mend; none if several could be it, or none can. */
function slipIn({ exports, imports, turnover }: PairCheck): readonly Slip[] {
  const slips = [exports, imports, turnover].flatMap((observation) =>
    factors.flatMap((factor): readonly Slip[] => {
      const amount = (other: Observation): Interval => {
        const { lo, hi } = amountOf(other);
        return other === observation ? { lo: lo * factor, hi: hi * factor } : { lo, hi };
      };
      const agrees = common(plus(amount(exports), amount(imports)), amount(turnover)) !== null;
      return agrees ? [{ observation, fits: Number((observation.value * factor).toPrecision(12)) }] : [];
    }),
  );
  return slips.length === 1 ? slips : [];
}

function violationOf(check: Check, slips: readonly Slip[]): Violation {
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
      const { exports, imports, turnover, rates } = check;
      const bounds = boundsViolation(
        { ...check.parts, rows: [exports, imports, ...rates.slice(0, 2)] },
        { ...check.whole, rows: [turnover, ...rates.slice(2)] },
      );
      if (bounds) return bounds;
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
      const slip = slips.find(({ observation }) => [exports, imports, turnover].includes(observation));
      const { row, value } = slip?.observation ?? turnover;
      const known = { ...values, turnoverRow: turnover.row, ...(slip && { fits: slip.fits }) };
      return { file, row, column, value: String(value), code: check.check, values: known, check };
    }
  }
}

function printed({ lo, hi }: Interval): Interval {
  return { lo: Number(lo.toFixed(2)), hi: Number(hi.toFixed(2)) };
}

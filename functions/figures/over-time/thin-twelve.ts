import { endOf, type Interval } from '../../dataset/index.ts';
import type { Comparison, FlowOverTime } from './flow.ts';

/** A sum of twelve months that rests on published indices; it is drawn, and never printed as a number. */
export interface ThinSum {
  /** The boundary after its last month. */
  readonly end: number;
  readonly value: number;
  readonly interval: Interval;
}

/**
 * The sums of twelve months before the first that follows from values alone: the value since January, and the rest of
 * the year before at the level that the published indices give it. Empty where an index is missing.
 */
export function thinTwelveOf(flow: FlowOverTime): readonly ThinSum[] {
  const [first] = flow.twelve;
  if (!first || endOf(first) % 12 !== 0) return [];
  const end = endOf(first);
  const year = flow.comparedAt(end);
  if (!year?.base) return [];
  const thin: ThinSum[] = [];
  for (let at = end - 1; at > end - 12; at -= 1) {
    const sum = thinSum(at, flow.comparedAt(at), year.base);
    if (!sum) break;
    thin.unshift(sum);
  }
  return thin;
}

function thinSum(end: number, part: Comparison | null, whole: { readonly value: number; readonly interval: Interval }) {
  if (!part?.base) return null;
  const { value, base } = part;
  const sum = value.value + whole.value - base.value;
  const interval = {
    lo: value.interval.lo + whole.interval.lo - base.interval.hi,
    hi: value.interval.hi + whole.interval.hi - base.interval.lo,
  };
  return { end, value: sum, interval };
}

import type { Figure } from '../figure.ts';
import { bareSum, itself, quotientOf, sumBehind } from './amounts.ts';
import type { Comparison } from './flow.ts';

/** Which of the two flows brought the most of a change of turnover since January. */
export interface FlowDriver {
  readonly direction: 'up' | 'down';
  /** The flow that brought at least half; `both` where each brought about half. */
  readonly flow: 'exports' | 'imports' | 'both';
  /** Whether the other flow moved against it, or not at all. */
  readonly alone: boolean;
  /** Its part of the change in per cent; null where it brought all of it. */
  readonly share: Figure | null;
}

/** Between these shares, in per cent, both flows brought about as much. */
const even = { from: 45, to: 55 } as const;

/**
 * Which flow brought the change of turnover since January; null where a flow is not compared, or where rounding leaves
 * open which way turnover went. `derived` gives the number of the share in the notes.
 */
export function flowDriverOf(
  exports: Comparison | null | undefined,
  imports: Comparison | null | undefined,
  derived: () => string,
): FlowDriver | null {
  const [sold, bought] = [exports?.difference, imports?.difference];
  if (!exports || !imports || !sold || !bought || exports.value.period.code !== imports.value.period.code) return null;
  const lo = sold.interval.lo + bought.interval.lo;
  const hi = sold.interval.hi + bought.interval.hi;
  if (lo <= 0 && hi >= 0) return null;
  const direction = lo > 0 ? 'up' : 'down';
  const against = ({ interval }: Figure) => (direction === 'up' ? interval.hi <= 0 : interval.lo >= 0);
  if (against(sold)) return { direction, flow: 'imports', alone: true, share: null };
  if (against(bought)) return { direction, flow: 'exports', alone: true, share: null };
  const flow = Math.abs(bought.value) >= Math.abs(sold.value) ? 'imports' : 'exports';
  const share =
    flow === 'imports'
      ? shareOf(flow, direction, bought, sold, derived)
      : shareOf(flow, direction, sold, bought, derived);
  if (!share || share.interval.lo < 0 || share.interval.hi > 100) return null;
  const isEven = share.interval.lo >= even.from && share.interval.hi <= even.to;
  return { direction, flow: isEven ? 'both' : flow, alone: false, share: isEven ? null : share };
}

function shareOf(
  flow: 'exports' | 'imports',
  direction: FlowDriver['direction'],
  part: Figure,
  other: Figure,
  derived: () => string,
): Figure | null {
  const subject = `${flow}.contribution.${direction}` as const;
  const label = { key: 'turnover.driver', subject, area: null, product: null, note: derived() };
  const whole = bareSum([...itself(part), ...itself(other)]);
  return quotientOf(label, sumBehind(part), whole, part.period, { unit: 'percent', decimals: 0 });
}

import { common, plus, samePeriod } from '../../dataset/index.ts';
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

/** The value of turnover since January, and the changes of both flows that make up its change. */
export interface TurnoverParts {
  readonly turnover: Comparison;
  readonly exports: Figure;
  readonly imports: Figure;
}

/**
 * Turnover since January with its parts; null where one is missing or not compared, where they are not of one period,
 * and where rounding does not explain why the changes of the flows add up to another than that of turnover.
 */
export function turnoverPartsOf({ turnover, exports, imports }: FlowsToDate): TurnoverParts | null {
  const [whole, sold, bought] = [turnover, exports, imports].map((flow) => flow?.yearToDate);
  if (!whole || !sold?.difference || !bought?.difference) return null;
  if (![sold, bought].every(({ value }) => samePeriod(value.period, whole.value.period))) return null;
  const sum = plus(sold.difference.interval, bought.difference.interval);
  if (whole.difference && !common(whole.difference.interval, sum)) return null;
  return { turnover: whole, exports: sold.difference, imports: bought.difference };
}

/** Flows with their newest values since January. */
type FlowsToDate = Readonly<
  Record<'turnover' | 'exports' | 'imports', { readonly yearToDate: Comparison | null } | null>
>;

/**
 * Which flow brought the change of turnover since January; null where the parts of it are not known, or where rounding
 * leaves open which way turnover went. `derived` gives the number of the share in the notes.
 */
export function flowDriverOf(flows: FlowsToDate, derived: () => string): FlowDriver | null {
  const parts = turnoverPartsOf(flows);
  if (!parts) return null;
  const { exports: sold, imports: bought } = parts;
  const { lo, hi } = plus(sold.interval, bought.interval);
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

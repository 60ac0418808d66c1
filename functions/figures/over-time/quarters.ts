import { monthIndex } from '../../dataset/index.ts';
import type { Figure } from '../figure.ts';
import type { FlowOverTime } from './flow.ts';

/** Quarters of one year that are known only together, because a value since January is missing; the oldest first. */
export function quartersKnownTogether({ months }: FlowOverTime): readonly Figure[] {
  return months.filter(({ period }) => period.months > 3 && period.months % 3 === 0 && monthIndex(period) % 3 === 0);
}

import { type Edition, lastMonth, type Period, parsePeriod } from '../dataset/index.ts';

/**
 * From which age on a figure is shown in another way, in whole months from the end of its period to the month of the
 * edition. Up to a limit, it included, things are as before it.
 */
export const ageLimits = {
  /** Older figures say on the cover how old they are. */
  said: 6,
  /** Older figures are told in the past tense, with their period. */
  past: 12,
  /** An older breakdown of trade no longer leads its edition; older statements shrink to one dated line. */
  leads: 24,
  /** An older figure has no card while there are younger ones for all of them. */
  card: 36,
  /** Older statements leave without a trace; older series stand back in the chart of what is known. */
  gone: 60,
} as const;

/** Whole months from the end of a period to the month of an edition; never below 0. */
export function ageOf(edition: Edition, period: Period): number {
  const month = parsePeriod(edition);
  if (!month) throw new Error(`${edition} is no month`);
  return Math.max(0, lastMonth(month) - lastMonth(period));
}

/** Whether a period is older in an edition than one of the limits. */
export function isOlder(edition: Edition, period: Period, limit: keyof typeof ageLimits): boolean {
  return ageOf(edition, period) > ageLimits[limit];
}

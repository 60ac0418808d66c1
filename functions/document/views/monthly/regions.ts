import type { MonthlyContext } from './monthly-context.ts';

/** The page on regions; null when there is nothing to say. */
export function regionsView(_context: MonthlyContext) {
  return null;
}

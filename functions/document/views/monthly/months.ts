import type { MonthlyContext } from './monthly-context.ts';

/** The page on single months; null when there is nothing to say. */
export function monthsView(_context: MonthlyContext) {
  return null;
}

import type { MonthlyContext } from './monthly-context.ts';

/** The page on data notes; null when there is nothing to say. */
export function recordView(_context: MonthlyContext) {
  return null;
}

import type { MonthlyContext } from './monthly-context.ts';

/** The page on investment and business; null when there is nothing to say. */
export function businessView(_context: MonthlyContext) {
  return null;
}

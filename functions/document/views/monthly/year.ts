import type { MonthlyContext } from './monthly-context.ts';

/** The page on year so far; null when there is nothing to say. */
export function yearView(_context: MonthlyContext) {
  return null;
}

import type { MonthlyContext } from './monthly-context.ts';

/** The page on agreements and what was said; null when there is nothing to say. */
export function documentsView(_context: MonthlyContext) {
  return null;
}

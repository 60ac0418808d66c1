import type { MonthlyContext } from './monthly-context.ts';

/** The page on first page; null when there is nothing to say. */
export function overviewView(_context: MonthlyContext) {
  return null;
}

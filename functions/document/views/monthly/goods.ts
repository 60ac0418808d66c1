import type { MonthlyContext } from './monthly-context.ts';

/** The page on goods; null when there is nothing to say. */
export function goodsView(_context: MonthlyContext) {
  return null;
}

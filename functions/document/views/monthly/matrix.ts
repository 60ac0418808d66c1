import type { MonthlyContext } from './monthly-context.ts';

/** The page on arithmetic proof; null when there is nothing to say. */
export function matrixView(_context: MonthlyContext) {
  return null;
}

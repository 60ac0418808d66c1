import type { Term } from '../figures/index.ts';

/** A number that is printed with decimals takes the plural of a fraction, also where they are zero: «5,00 раза». */
export const anyFraction = 0.5;

/** The number that chooses the plural for a term; null for a term without a number. */
export function numberOf(term: Term): number | null {
  if (term.term === 'count') return term.count;
  if (term.term !== 'figure') return null;
  const { value, decimals } = term.figure;
  switch (term.as) {
    case 'times':
    case 'factor':
      return anyFraction;
    case 'multiple':
      return Number((value / 100).toFixed(value >= 1000 ? 0 : 1));
    default:
      return decimals > 0 ? anyFraction : Number(value.toFixed(0));
  }
}

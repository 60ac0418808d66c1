import type { Figure, Term } from '../figures/index.ts';

/** From this index on, multiples and the growth beside them are told without decimals. */
const tenfold = 1000;

/** A number that is printed with decimals takes the plural of a fraction, also where they are zero: «5,00 раза». */
export const anyFraction = 0.5;

/** The number that chooses the plural for a term; null for a term without a number. */
export function numberOf(term: Term): number | null {
  if (term.term === 'count') return term.count;
  if (term.term !== 'figure') return null;
  const { value, decimals } = term.figure;
  switch (term.as) {
    case 'times':
      return printed(value / 100, decimalsOfTimes(term.figure));
    case 'factor':
      return printed(value / 100, decimalsOfFactor(term.figure));
    case 'multiple':
      return Number((value / 100).toFixed(value >= tenfold ? 0 : 1));
    default:
      return decimals > 0 ? anyFraction : Number(value.toFixed(0));
  }
}

function printed(number: number, decimals: number): number {
  return decimals > 0 ? anyFraction : Number(number.toFixed(0));
}

/** An index from which on titles have no word for a multiple, such as tripled, and give it with one decimal. */
const withoutWords = 350;

/**
 * The decimals of a multiple: two while titles say it in a word, then one, from tenfold on none. Zeros alone are left
 * out, as titles do: «в 5 раз».
 */
export function decimalsOfTimes({ value, decimals }: Pick<Figure, 'value' | 'decimals'>): number {
  if (value >= tenfold) return 0;
  const most = value < withoutWords && decimals > 0 ? 2 : 1;
  const isWhole = value >= 200 && Number.isInteger(Number((value / 100).toFixed(most)));
  return isWhole ? 0 : most;
}

/** The decimals of an index as the multiple that it is exactly, without zeros at the end. */
export function decimalsOfFactor({ value, decimals }: Pick<Figure, 'value' | 'decimals'>): number {
  const exact = (value / 100).toFixed(decimals + 2);
  return exact.replace(/0+$/, '').split('.')[1]?.length ?? 0;
}

/** The decimals of the change that an index tells, in per cent: those of the index, none from tenfold on. */
export function decimalsOfChange({ value, decimals }: Pick<Figure, 'value' | 'decimals'>): number {
  return value >= tenfold ? 0 : decimalsOfFall(value, decimals);
}

/** At least so many decimals, and enough that a fall to an index which left something is not printed as one by 100%. */
export function decimalsOfFall(index: number, decimals: number): number {
  let enough = decimals;
  while (index > 0 && index < 0.5 * 10 ** -enough) enough += 1;
  return enough;
}

import type { Figure } from '../figure.ts';
import { amountOf, bareSum, itself, negated, quotientOf, signedAmountOf, sumBehind } from './amounts.ts';
import type { Comparison } from './flow.ts';
import { merged, type Term } from './line.ts';
import { contributionOf, groupNamed, type LabelOf, type PartNames } from './part-labels.ts';

/** A part as sums need it. */
interface Summand {
  readonly comparison: Comparison | null;
  readonly contribution: Figure | null;
}

/** Several parts taken together: their sum, and what it was a year earlier where that is known of each. */
export interface PartGroup {
  readonly count: number;
  readonly value: Figure;
  readonly base: Figure | null;
  readonly index: Figure | null;
  readonly difference: Figure | null;
  readonly contribution: Figure | null;
  readonly share: Figure | null;
}

/** What is left of a total without a name, and the sum of what has one. */
export interface Remainder {
  /** The sum of the named parts, and its share of the total. */
  readonly named: { readonly value: Figure | null; readonly share: Figure | null };
  /**
   * What is not named: value, the same a year earlier, contribution and share; contributions add up to the growth.
   * There is an index only where each named part has a base: else the rest of both years is not the same goods.
   */
  readonly rest: Readonly<Record<'value' | 'base' | 'index' | 'difference' | 'contribution' | 'share', Figure | null>>;
}

const inPercent = { unit: 'percent', decimals: 1 } as const;
const asIndex = { unit: 'index', decimals: 1 } as const;

const valuesOf = (parts: readonly Summand[]): readonly Term[] =>
  parts.flatMap(({ comparison }) => (comparison ? itself(comparison.value) : []));
const basesOf = (parts: readonly Summand[]): readonly Term[] =>
  parts.flatMap(({ comparison }) => (comparison?.base ? itself(comparison.base) : []));

/** Parts taken together under a code; null where there are none. */
export function groupOf(
  labelOf: LabelOf,
  code: string,
  total: Comparison,
  parts: readonly Summand[],
): PartGroup | null {
  const { period } = total.value;
  const own = groupNamed(code);
  const values = valuesOf(parts);
  const value = amountOf(labelOf('value', own), values, period, true);
  if (!value) return null;
  const bases = parts.every(({ comparison }) => comparison?.base) && total.base ? basesOf(parts) : [];
  const before = total.base && amountOf(labelOf('value', own), bases, total.base.period, true);
  const change = before ? merged([...values, ...negated(bases)]) : null;
  return {
    count: parts.length,
    value,
    base: before,
    index: before && quotientOf(labelOf('index', own), bareSum(values), bareSum(bases), period, asIndex),
    difference: change && signedAmountOf(labelOf('change', own), change, period),
    contribution: change && total.base && contributionOf(labelOf('contribution', own), change, total.base, period),
    share: quotientOf(labelOf('share', own), bareSum(values), sumBehind(total.value), period, inPercent),
  };
}

/** What is left of a total without its named parts. */
export function remainderOf(
  labelOf: LabelOf,
  { kind }: Pick<PartNames, 'kind'>,
  total: Comparison,
  parts: readonly Summand[],
): Remainder {
  const { period } = total.value;
  const own = groupNamed(`${kind}.rest`);
  const named = groupOf(labelOf, `${kind}.named`, total, parts);
  const rest = [...itself(total.value), ...negated(valuesOf(parts))];
  const subject = kind === 'regions' ? 'regions.rest.exports' : 'products.rest';
  const label = { ...labelOf('value', own), subject } as const;
  const value = amountOf(label, rest, period, true);
  const share = quotientOf(labelOf('share', own), bareSum(rest), sumBehind(total.value), period, inPercent);
  const alone = { value, share, base: null, index: null, difference: null, contribution: null };
  const sum = { value: named?.value ?? null, share: named?.share ?? null };
  if (!total.base) return { named: sum, rest: alone };
  const known = parts.filter(({ contribution }) => contribution);
  const before = [...itself(total.base), ...negated(basesOf(known))];
  const change = merged([...itself(total.value), ...negated(valuesOf(known)), ...negated(before)]);
  const isSame = parts.every(({ comparison }) => comparison?.base);
  return {
    named: sum,
    rest: {
      value,
      share,
      base: amountOf(label, before, total.base.period, true),
      index: isSame ? quotientOf(labelOf('index', own), bareSum(rest), bareSum(before), period, asIndex) : null,
      difference: signedAmountOf(labelOf('change', own), change, period),
      contribution: contributionOf(labelOf('contribution', own), change, total.base, period),
    },
  };
}

import { periodFrom } from '../../../dataset/index.ts';
import { type ChangeClass, classifyChange, isLostInRounding, directionOf as wayOf } from '../../change.ts';
import type { Figure } from '../../figure.ts';
import { figureTerm, messageTerm, type Term } from '../../finding.ts';
import { type Comparison, type FlowOverTime, stretchOf } from '../flow.ts';
import type { OverTime } from '../over-time.ts';
import { thresholds } from '../thresholds.ts';

/** The flows that sentences over time are about. */
export type FlowName = 'exports' | 'imports';

/** Exports and imports where both are known. */
interface Both {
  readonly exports: FlowOverTime;
  readonly imports: FlowOverTime;
}

/** The name of a flow inside a sentence. */
export const flowTerm = (name: FlowName | 'turnover') => messageTerm(`clause.${name}`);

/** A count, as a word where the language has one. */
export const count = (number: number): Term => ({ term: 'count', count: number });

/** Both flows; null where one of them is not known. */
export function bothOf({ exports, imports }: OverTime): Both | null {
  return exports && imports ? { exports, imports } : null;
}

/** The class of a comparison, as the words for changes know it. */
export function classOf({ value, base, index }: Comparison): ChangeClass {
  return classifyChange({ value, base: base ?? undefined, index: index ?? undefined });
}

/** Which way a comparison is told. */
export type Way = 'up' | 'down' | 'same' | 'none';

/** Which way a comparison is told: `same` where it is almost unchanged, `none` without a base, or where rounding hides how far it fell. */
export function way(comparison: Comparison): Way {
  const word = classOf(comparison);
  if (word === 'no_base' || word === 'no_value') return 'none';
  if (isLostInRounding({ value: comparison.value, index: comparison.index ?? undefined })) return 'none';
  const direction = wayOf(word);
  return direction === 'none' ? 'same' : direction;
}

/** Whether a change can be told in per cent: not from or to zero, not of a tiny base, and not many times over. */
export function isInPerCent(compared: Comparison): boolean {
  const { index } = compared;
  return index !== null && index.value < thresholds.asMultiple && !/zero|tiny|^no_/.test(classOf(compared));
}

/** The slot of a percentage by which something changed; no slot where there is no index. */
export const change = (index: Figure | null): Record<string, Term> => (index ? { p: figureTerm(index, 'change') } : {});

/** The last month of the period of a figure. */
export function lastMonthOf({ period }: Figure) {
  return periodFrom(stretchOf(period).end - 1, 1);
}

import type { CheckKind } from '../../../dataset/index.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The name of a kind of check. */
export function kindName({ words }: MonthlyContext, kind: CheckKind): string {
  if (kind === 'turnover' || kind === 'totals' || kind === 'shares') return words.message(`proof.${kind}`);
  return words.message(`matrix.check.${kind}`);
}

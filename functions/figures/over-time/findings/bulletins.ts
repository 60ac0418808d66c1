import { periodFrom } from '../../../dataset/index.ts';
import { type Finding, figureTerm, finding, periodAs, periodTerm } from '../../finding.ts';
import { type FlowOverTime, stretchOf } from '../flow.ts';
import type { MissingBulletins } from '../missing-bulletins.ts';
import { isAbove } from '../months-facts.ts';
import { count } from './told.ts';

/** What an index tells of a base that its source has revised since. */
export function revisedBaseFinding({ yearToDate }: FlowOverTime): Finding | null {
  if (!yearToDate?.revised) return null;
  const { implied, published } = yearToDate.revised;
  if (!isAbove(implied, published) && !isAbove(published, implied)) return null;
  return finding('revision.index_base', {
    period: periodTerm(yearToDate.value.period),
    period0: periodTerm(published.period),
    implied: figureTerm(implied, 'bare'),
    printed: figureTerm(published, 'number'),
  });
}

/** As many months without a bulletin are told together with the months around them. */
const mostTogether = 5;

/** What follows from bulletins that were not published; null where nothing does. */
export function missingFinding({ periods, together }: MissingBulletins): Finding | null {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return null;
  if (periods.length > mostTogether) {
    const month = (boundary: number) => periodTerm(periodFrom(boundary - 1, 1));
    const ends = { m1: month(stretchOf(first).end), m2: month(stretchOf(last).end) };
    return finding('missing.long', { n: count(periods.length), ...ends });
  }
  if (!together) return null;
  const months = periodAs(together, 'together');
  if (periods.length === 1) return finding('missing.follows', { period: periodTerm(first), months });
  return finding('missing.several', { list: { term: 'list', items: periods.map(periodTerm) }, months });
}

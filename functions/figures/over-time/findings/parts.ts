import type { Period } from '../../../dataset/index.ts';
import {
  areaTerm,
  codeTerm,
  type Finding,
  figureTerm,
  finding,
  periodTerm,
  productTerm,
  type Term,
} from '../../finding.ts';
import { driversOf, restHasMost } from '../change-facts.ts';
import { stretchOf } from '../flow.ts';
import type { Part, PartsOverTime } from '../parts.ts';
import { thresholds } from '../thresholds.ts';

/**
 * The goods that added most to a flow, or took most from it: with their amounts, or by their names alone; null where
 * none is of weight.
 */
export function driversFinding(
  goods: PartsOverTime,
  direction: 'rose' | 'fell',
  as: 'amounts' | 'names' = 'amounts',
  most: number = thresholds.namedDrivers,
): Finding | null {
  const items = driversOf(goods, direction, most).flatMap(({ product, comparison }): readonly Term[] => {
    if (!product || !comparison?.difference) return [];
    if (as === 'names') return [productTerm(product)];
    const terms = { good: productTerm(product), amount: figureTerm(comparison.difference, 'signed_amount') };
    return [{ term: 'finding', finding: finding('goods.added_by', terms) }];
  });
  if (items.length === 0) return null;
  return finding(`goods.${direction === 'rose' ? 'added' : 'subtracted'}_${goods.flow}`, {
    list: { term: 'list', items, commas: true },
  });
}

/** That most of a change came from goods that are not named; null where it did not, or where that is not certain. */
export function restFinding(goods: PartsOverTime): Finding | null {
  const { contribution, difference } = goods.rest;
  if (!contribution || !difference || !restHasMost(goods)) return null;
  const d = codeTerm(difference.value > 0 ? 'up' : 'down');
  return finding('driver.rest_most', { d, points: figureTerm(contribution, 'points') });
}

/** The goods, or regions, that are named for the first time, again, or no longer since the last bulletin that did. */
export function namingFindings(goods: PartsOverTime): readonly Finding[] {
  const named = (['new', 'back'] as const).flatMap((naming) => {
    const items = goods.parts.filter((part) => part.naming === naming).flatMap(termOf);
    const list = { term: 'list', items, commas: true } as const;
    return items.length > 0 ? [finding(`goods.${naming}`, { period: periodTerm(goods.period), list })] : [];
  });
  const recent = goods.gone.filter(({ lastNamed }) => monthsSince(lastNamed, goods.period) <= thresholds.goneFor);
  const gone = [...Map.groupBy(recent, ({ lastNamed }) => lastNamed.code).values()].flatMap((parts) => {
    const [first] = parts;
    const list = { term: 'list', items: parts.flatMap(termOf), commas: true } as const;
    return first ? [finding('goods.gone', { period: periodTerm(first.lastNamed), list })] : [];
  });
  return [...named, ...gone];
}

function termOf({ product, area }: Part): readonly Term[] {
  return product ? [productTerm(product)] : area ? [areaTerm(area)] : [];
}

function monthsSince(earlier: Period, later: Period): number {
  return stretchOf(later).end - stretchOf(earlier).end;
}

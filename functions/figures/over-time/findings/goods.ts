import type { Finding, Term } from '../../finding.ts';
import { figureTerm, finding, productTerm } from '../../finding.ts';
import { shareWords } from '../../share-words.ts';
import { driversOf, fastestOf, movesOf, offsetIn, restHasMost } from '../change-facts.ts';
import { directionOf, isAbove } from '../months-facts.ts';
import type { Part, PartsOverTime } from '../parts.ts';
import { thresholds } from '../thresholds.ts';
import { driversFinding, restFinding } from './parts.ts';
import { count, flowTerm, way } from './told.ts';

/** A share as a fraction where one names it over its whole interval, else in per cent: «less than a tenth» says little. */
export function sharePart(share: NonNullable<Part['share']>): Term {
  const words = shareWords(share);
  const isSmall = words === 'less_tenth' || words === 'less_one';
  const s = figureTerm(share, isSmall ? 'percent' : 'whole');
  return { term: 'finding', finding: finding(isSmall ? 'fraction.number' : `fraction.${words}`, { s }) };
}

/** Which part of a flow the named goods make up; null where their sum is not known. */
export function namedGoodsFinding({ flow, parts, named }: PartsOverTime): Finding | null {
  if (!named.share) return null;
  return finding(`goods.share_${flow}`, { n: count(parts.length), s: sharePart(named.share) });
}

/** The one of several goods that makes up at least a quarter of a flow, as the end of a sentence on all of them. */
export function aloneFinding({ flow, parts }: PartsOverTime): Finding | null {
  const [first, second] = parts;
  if (!first?.product || !first.share || !second) return null;
  if (first.share.interval.lo < thresholds.alone) return null;
  return finding(`goods.alone_${flow}`, { s: sharePart(first.share), good: productTerm(first.product) });
}

/** The largest of the named goods; null where two may be equally large. */
export function largestGoodFinding({ flow, parts }: PartsOverTime): Finding | null {
  const [first, second] = parts;
  if (!first?.product || !first.comparison) return null;
  if (second?.comparison && !isAbove(first.comparison.value, second.comparison.value)) return null;
  const terms = { good: productTerm(first.product), money: figureTerm(first.comparison.value, 'money') };
  return finding(flow === 'exports' ? 'goods.largest' : 'goods.largest_imports', terms);
}

/**
 * What became of the named goods, the first that holds: those without a name have most of the change; rises and falls
 * offset one another; the largest stayed as it was while others rose; these added most, or took most; all or some rose;
 * this one is the largest.
 */
export function goodsTitle(goods: PartsOverTime): Finding {
  const { flow, total } = goods;
  const direction = directionOf(total);
  const drivers = direction === 'unclear' ? null : driversFinding(goods, direction, 'names');
  return (
    (restHasMost(goods) ? restFinding(goods) : null) ??
    offsetFinding(goods) ??
    (direction === 'rose' ? flatLargestFinding(goods) : null) ??
    drivers ??
    movedFinding(goods) ??
    largestGoodFinding(goods) ??
    finding(`goods.by_heading_${flow}`)
  );
}

/** That rises of some goods and falls of others left the total almost unchanged. */
function offsetFinding(goods: PartsOverTime): Finding | null {
  const offset = way(goods.total) === 'same' ? offsetIn(goods) : null;
  if (!offset) return null;
  return finding('driver.goods_offset', { list1: namesOf(offset.rises), list2: namesOf(offset.falls) });
}

/** That the largest good was almost unchanged while others brought the rise. */
function flatLargestFinding(goods: PartsOverTime): Finding | null {
  const [largest] = goods.parts;
  const drivers = driversOf(goods, 'rose');
  if (!largest?.product || !largest.comparison || drivers.length === 0) return null;
  if (way(largest.comparison) !== 'same' || !largestGoodFinding(goods)) return null;
  return finding('goods.flat_rest_rose', { good: productTerm(largest.product), list: namesOf(drivers) });
}

/** That every good that both years name rose, or how many did; null for fewer than three. */
function movedFinding(goods: PartsOverTime): Finding | null {
  const { count: compared, rose, every, direction } = movesOf(goods);
  if (compared < thresholds.every || rose.length === 0) return null;
  if (every && direction === 'rose')
    return finding(goods.flow === 'exports' ? 'goods.all_rose' : 'goods.all_rose_imports');
  return finding('goods.some_rose', { flow: flowTerm(goods.flow), k: count(rose.length), n: count(compared) });
}

/** The goods that grew fastest, or fell fastest, each with its change in per cent. */
export function fastestGoodsFinding(goods: PartsOverTime, direction: 'rose' | 'fell'): Finding | null {
  const items = fastestOf(goods, direction).flatMap(({ product, comparison }): readonly Term[] => {
    if (!product || !comparison?.index) return [];
    const terms = { good: productTerm(product), p: figureTerm(comparison.index, 'signed_change') };
    return [{ term: 'finding', finding: finding('goods.fastest_item', terms) }];
  });
  if (items.length === 0) return null;
  return finding(direction === 'rose' ? 'goods.fastest' : 'goods.fell_fastest', {
    list: { term: 'list', items, commas: true },
  });
}

/** Among the goods that a list has no room for: the largest rise and the largest fall. */
export function outsideFinding({ parts, listed }: PartsOverTime): Finding | null {
  const outside = parts.slice(listed.length).filter(({ comparison }) => comparison?.difference);
  const change = ({ comparison }: Part) => comparison?.difference?.value ?? 0;
  const ordered = outside.toSorted((a, b) => change(b) - change(a));
  const rise = itemOf(ordered.filter(({ comparison }) => (comparison?.difference?.interval.lo ?? 0) > 0).at(0));
  const fall = itemOf(ordered.filter(({ comparison }) => (comparison?.difference?.interval.hi ?? 0) < 0).at(-1));
  if (rise && fall) return finding('goods.outside', { a: rise.good, x: rise.amount, b: fall.good, y: fall.amount });
  if (rise) return finding('goods.outside_rise', { a: rise.good, x: rise.amount });
  return fall && finding('goods.outside_fall', { b: fall.good, y: fall.amount });
}

function itemOf(part: Part | undefined) {
  const difference = part?.comparison?.difference;
  if (!part?.product || !difference) return null;
  return { good: productTerm(part.product), amount: figureTerm(difference, 'signed_amount') };
}

function namesOf(parts: readonly Part[]): Term {
  const items = parts.flatMap(({ product }) => (product ? [productTerm(product)] : []));
  return { term: 'list', items, commas: true };
}

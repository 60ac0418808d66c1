import type { Area } from '../../../dataset/index.ts';
import { areaTerm, areaTo, codeTerm, type Finding, figureTerm, finding, type Term } from '../../finding.ts';
import { isAll, oneNamed } from '../../market-findings.ts';
import { fastestOf, movesOf, passedIn } from '../change-facts.ts';
import { isAbove } from '../months-facts.ts';
import type { Part, PartsOverTime } from '../parts.ts';
import { thresholds } from '../thresholds.ts';
import { sharePart } from './goods.ts';
import { count } from './told.ts';

/** The regions of parts, the first first. */
const areasOf = (parts: readonly Part[]): readonly Area[] => parts.flatMap(({ area }) => area ?? []);

/** Regions in a sentence after a preposition that says where to. */
const listTo = (parts: readonly Part[]): Term => ({ term: 'list', items: areasOf(parts).map(areaTo) });

/** Which regions exports go to: two that lead, one that leads, the only one, or all that are named. */
export function marketsOverTimeTitle(regions: PartsOverTime): Finding | null {
  const [first, second, third] = regions.parts;
  if (!first?.area || !first.comparison || !first.share) return null;
  if (!second?.area || !second.comparison) return oneNamed(areaTerm(first.area), first.share);
  const { pair } = regions;
  const limit = thresholds.twoLead * (third?.comparison?.value.interval.hi ?? Number.POSITIVE_INFINITY);
  if (pair?.share && second.comparison.value.interval.lo >= limit) {
    const terms = { a: areaTo(first.area), b: areaTo(second.area), s: sharePart(pair.share) };
    return finding('region.two', terms);
  }
  if (!isAbove(first.comparison.value, second.comparison.value)) return namedRegionsFinding(regions);
  return finding('region.leader', { a: areaTerm(first.area), s: sharePart(first.share) });
}

/** Which part of exports the named regions take; null for fewer than two. */
export function namedRegionsFinding({ parts, named }: PartsOverTime): Finding | null {
  if (!named.share || parts.length < 2) return null;
  if (isAll(named.share)) return finding('rank.all_named', { n: count(parts.length) });
  return finding('region.named_part', { n: count(parts.length), s: figureTerm(named.share, 'percent') });
}

/** The region that lies above another which took more a year earlier. */
export function passedFinding(regions: PartsOverTime): Finding | null {
  const { above, below } = passedIn(regions) ?? {};
  if (!above?.area || !below?.area) return null;
  return finding('region.passed', { a: areaTerm(above.area), b: areaTo(below.area) });
}

/** How exports to the named regions moved: all one way, all but one or two, or how many rose. */
export function regionMovesFinding(regions: PartsOverTime): Finding | null {
  const { every, everyBut, direction, count: compared, rose, exceptions } = movesOf(regions);
  const n = count(compared);
  if (every) return finding(direction === 'rose' ? 'region.all_up' : 'region.all_down', { n });
  if (everyBut) {
    const d = codeTerm(direction === 'rose' ? 'up' : 'down');
    const list: Term = { term: 'list', items: areasOf(exceptions).map(areaTerm) };
    return finding('region.all_but', { d, list, n: count(exceptions.length) });
  }
  if (compared < thresholds.every || rose.length === 0) return null;
  return finding('region.some_up', { k: count(rose.length), n });
}

/** The regions to which exports grew fastest, or fell fastest where none is told to have grown. */
export function fastestRegionsFinding(regions: PartsOverTime): Finding | null {
  const rose = fastestOf(regions, 'rose');
  if (rose.length > 0) return finding('region.fastest', { list: listTo(rose) });
  const fell = fastestOf(regions, 'fell');
  return fell.length > 0 ? finding('region.fell_fastest', { list: listTo(fell) }) : null;
}

/** How many of the named regions border Belarus, and which part of exports they take. */
export function borderFinding({ bordering, parts }: PartsOverTime): Finding {
  if (!bordering?.share) return finding('rank.border_none');
  // Of the only one named the share is told elsewhere, and nothing is no part.
  if (parts.length === 1 || bordering.share.value === 0) {
    const n = count(parts.length);
    if (bordering.count === 1) return finding('rank.border_one', { n });
    return finding('rank.border_several', { n, k: count(bordering.count) });
  }
  return finding('region.border', { n: count(bordering.count), s: figureTerm(bordering.share, 'percent') });
}

/** The years whose same months are shown of a region: the newest five at most, counted back from the newest period. */
export function yearsShown({ period, parts }: PartsOverTime): { readonly from: number; readonly to: number } | null {
  const earliest = period.year - thresholds.mostYears + 1;
  const years = parts.flatMap(({ sameMonths }) => sameMonths.map((figure) => figure.period.year));
  const from = Math.min(...years.filter((year) => year >= earliest));
  return period.year - from + 1 >= thresholds.leastYears ? { from, to: period.year } : null;
}

/** How the regions compare with the first of the years shown: all take more, or one alone takes less. */
export function sameMonthsFinding(regions: PartsOverTime): Finding | null {
  const years = yearsShown(regions);
  if (!years) return null;
  const pairs = regions.parts.map((part) => {
    const value = part.comparison?.value;
    const first = part.sameMonths.find(({ period }) => period.year === years.from);
    return { part, isMore: value && first && isAbove(value, first), isLess: value && first && isAbove(first, value) };
  });
  const [less, ...others] = pairs.filter(({ isLess }) => isLess);
  const year0 = codeTerm(years.from);
  if (pairs.length < thresholds.every) return null;
  if (pairs.every(({ isMore }) => isMore)) return finding('region.every_more', { year0 });
  const isAlone = less !== undefined && others.length === 0 && pairs.every(({ isMore, isLess }) => isMore || isLess);
  return isAlone && less.part.area ? finding('region.only_less', { a: areaTo(less.part.area), year0 }) : null;
}

import type { Area, Statement } from '../dataset/index.ts';
import type { Figures } from './change-findings.ts';
import type { Figure } from './figure.ts';
import { type Finding, figureTerm, finding, type Term } from './finding.ts';

/** The regions that the source names as markets, the largest first. */
export function marketsOf(figures: Figures): readonly Figure[] {
  return [...figures.values()].filter(({ subject }) => subject === 'region.share');
}

/** The share of the two largest named markets, or of all of them where no two are larger than the rest. */
export function marketsTitle(figures: Figures): Finding | null {
  const [first, second] = marketsOf(figures);
  const pair = figures.get('regions.pair');
  if (!first?.area) return null;
  if (pair && second?.area) {
    return finding('rank.pair_take', { a: area(first), b: area(second), s: figureTerm(pair, 'whole') });
  }
  if (second) return topTake(figures);
  return oneNamed(area(first), first);
}

/** The only region that the source names: its share, or that it takes all, which is no share to print. */
export function oneNamed(a: Term, share: Figure): Finding {
  if (isAll(share)) return finding('rank.one_takes_all', { a });
  return finding('rank.one_named', { a, s: figureTerm(share, 'percent') });
}

/** Whether a share is the whole, as it is printed: rounding may also have made it of a little less or more. */
export function isAll({ qualifier, value, decimals }: Figure): boolean {
  return qualifier === 'exact' && Number(value.toFixed(decimals)) >= 100;
}

function topTake(figures: Figures): Finding | null {
  const total = figures.get('regions.named');
  if (!total) return null;
  const n = countTerm(marketsOf(figures).length);
  if (total.value >= 100) return finding('rank.all_named', { n });
  return finding('rank.top_take', { n, s: figureTerm(total, 'percent') });
}

/** The share of the named regions, and the share of regions without a name. */
export function marketsStandfirst(figures: Figures): Finding | null {
  const [total, rest] = [figures.get('regions.named'), figures.get('regions.rest')];
  const count = marketsOf(figures).length;
  if (!total || count === 0) return null;
  if (!rest) return count > 1 ? topTake(figures) : null;
  const terms = { n: countTerm(count), s: figureTerm(total, 'percent'), rest: figureTerm(rest, 'percent') };
  return finding(count === 1 ? 'rank.one_and_rest' : 'rank.named_and_rest', terms);
}

function countTerm(count: number): Term {
  return { term: 'count', count };
}

/** How the named markets compare; null for fewer than two. Tested in this order: tie, close, lead. */
export function rankFinding(figures: Figures): Finding | null {
  const markets = marketsOf(figures);
  const [first, second, third] = markets;
  const last = markets.at(-1);
  if (!first?.area || !second?.area || !last) return null;
  const terms = { a: area(first), b: area(second), s: figureTerm(first, 'percent') };
  const tie = markets.filter(({ value }) => value === first.value).length;
  if (tie === 2) return finding('rank.tie', terms);
  if (tie > 2 || first.value < 1.3 * last.value) {
    return finding('rank.close', { least: figureTerm(last, 'percent'), most: figureTerm(first, 'percent') });
  }
  if (third && first.value >= 2 * second.value) return finding('rank.leader_wide', terms);
  if (third && second.value >= 1.5 * third.value) return finding('rank.two_lead', terms);
  return finding('rank.leader', terms);
}

/** How many of the named markets border Belarus. */
export function borderTitle(figures: Figures): Finding | null {
  const markets = marketsOf(figures);
  if (markets.length === 0) return null;
  const bordering = markets.filter((market) => market.area?.bordersBelarus).length;
  const words = (['none', 'one'] as const)[bordering] ?? 'several';
  return finding(`rank.border_${words}`, { k: countTerm(bordering), n: countTerm(markets.length) });
}

/** More regions than a title has room for are counted; the map marks them. */
const mostNamed = 3;

/** Which partner regions are also among the regions that goods are sold to. */
export function overlapTitle(buyers: readonly Area[], partners: readonly Statement[]): Finding | null {
  const regions = partners.flatMap((partner) => partner.area ?? []);
  const markets = new Set(buyers.map(({ code }) => code));
  const both = regions.filter(({ code }) => markets.has(code));
  const n = countTerm(regions.length);
  const [only] = both;
  if (regions.length === 0 || markets.size === 0) return null;
  if (!only) return finding('rank.overlap_none', { n });
  if (both.length === 1) return finding('rank.overlap_one', { n, a: { term: 'area', area: only } });
  if (both.length > mostNamed) return finding('rank.overlap_many', { n, k: countTerm(both.length) });
  const list: Term = { term: 'list', items: both.map((item) => ({ term: 'area', area: item })) };
  return finding('rank.overlap_several', { n, k: countTerm(both.length), list });
}

function area(market: Figure & { readonly area: Area | null }): Term {
  if (!market.area) throw new Error(`${market.key} is a figure of no area`);
  return { term: 'area', area: market.area };
}

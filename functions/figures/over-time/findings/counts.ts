import { endOf } from '../../../dataset/index.ts';
import type { Figure } from '../../figure.ts';
import { type Finding, figureTerm, finding, messageTerm, periodAs, periodTerm, type Term } from '../../finding.ts';
import { shareTerm } from '../../trade-findings.ts';
import { type DocumentCounts, type Stock, type StockChange, yearsBetween } from '../stocks.ts';
import { thresholds } from '../thresholds.ts';
import { count } from './told.ts';

/** What one publisher calls the companies that it counts: three nouns are three series. */
const nouns = { companies: 'companies', organisations: 'organisations', enterprises: 'enterprises' } as const;

/** Whether companies with Russian capital are what a stock counts. */
function nounOf({ indicator }: Stock): keyof typeof nouns | null {
  return indicator in nouns ? (indicator as keyof typeof nouns) : null;
}

/** Companies, or residents of the free zone, against two years earlier, or else one; null for a stock of other things. */
export function stockFinding(stock: Stock): Finding | null {
  const newest = stock.figures.at(-1);
  const counted = countedIn(stock);
  if (!newest || !counted) return null;
  const { subject, terms } = counted;
  const compared = preferred(stock.changes);
  if (compared) {
    const { base, difference } = compared;
    const m0_in = periodAs(base.period, 'in');
    if (difference.value === 0) return finding(`stock.${subject}_same`, { ...terms, m0_in });
    const way = difference.value > 0 ? 'more' : 'fewer';
    return finding(`stock.${subject}_${way}`, { ...terms, d: count(Math.abs(difference.value)), m0_in });
  }
  const before = stock.figures.at(-2);
  if (before && [before, newest].every(({ period }) => period.months === 1)) {
    const slots = {
      n: terms.n,
      n0: figureTerm(before, 'number'),
      m_in: periodAs(newest.period, 'in'),
      m0_in: periodAs(before.period, 'in'),
    };
    return finding('stock.not_yearly', slots);
  }
  return finding(`stock.${subject}`, terms);
}

/** The newest count by itself, with what it is of; null for a stock of other things. */
export function stockCountFinding(stock: Stock): Finding | null {
  const counted = countedIn(stock);
  return counted && finding(`stock.${counted.subject}`, counted.terms);
}

/** What a stock counts, and the slots of its newest count. */
function countedIn(stock: Stock) {
  const noun = nounOf(stock);
  const newest = stock.figures.at(-1);
  const subject = noun ? 'companies' : stock.indicator === 'companies_fez' ? 'zone' : null;
  if (!newest || !subject) return null;
  const n = figureTerm(newest, 'number');
  const named = noun ? { noun: { term: 'finding', finding: finding(`stock.noun.${noun}`, { n }) } as const } : {};
  return { subject, terms: { n, ...named } } as const;
}

/** The change over the span that is told: two years, or else one, or else the shortest. */
function preferred(changes: readonly StockChange[]): StockChange | null {
  const over = (years: number) => changes.find(({ base, difference }) => yearsBetween(base, difference) === years);
  return over(thresholds.stockYears) ?? over(1) ?? changes[0] ?? null;
}

/** The change since the first count that pages still show and that lies a whole number of years back. */
function longest(changes: readonly StockChange[]): StockChange | null {
  const recent = changes.filter(
    ({ base, difference }) => (yearsBetween(base, difference) ?? 0) < thresholds.shownYears,
  );
  return recent.at(-1) ?? null;
}

/** How many cooperation documents there are, against the first of the newest years. */
export function documentsFinding({ totals, changes }: DocumentCounts): Finding | null {
  const newest = totals.at(-1);
  if (!newest) return null;
  const terms = { n: figureTerm(newest, 'number'), m: periodTerm(newest.period) };
  const compared = longest(changes);
  if (!compared || compared.difference.value < 0) return finding('stock.documents', terms);
  const m0 = periodTerm(compared.base.period);
  if (compared.difference.value === 0) return finding('stock.documents_same', { ...terms, m0 });
  return finding('stock.documents_more', { ...terms, m0, d: count(compared.difference.value) });
}

/** That districts and cities signed most of the documents; null where they did not. */
export function documentsWhoFinding(localPart: Figure): Finding | null {
  if (localPart.interval.lo < 100 * thresholds.most) return null;
  return finding('stock.documents_who', { fraction: shareTerm(localPart, false) });
}

/** How each kind of document changed since the day that the sum is compared with. */
export function documentKindsFinding({ kinds, changes }: DocumentCounts): Finding | null {
  const base = longest(changes)?.base;
  if (!base) return null;
  const m0_in = periodAs(base.period, 'in');
  const moved = kinds.flatMap(({ signer, stock }) => {
    const change = stock.changes.find((other) => endOf(other.base) === endOf(base));
    return change ? [{ signer, difference: change.difference }] : [];
  });
  const [first] = moved;
  if (!first || moved.length < kinds.length) return null;
  const areEqual = moved.every(({ difference }) => difference.value === first.difference.value);
  if (areEqual && first.difference.value === 0) return finding('stock.documents_kinds_same', { m0_in });
  if (areEqual && first.difference.value > 0) {
    return finding('stock.documents_kinds_equal', { n: count(first.difference.value), m0_in });
  }
  const items = moved.map(({ signer, difference }): Term => {
    const terms = { name: messageTerm(`signer.${signer}.short`), d: figureTerm(difference, 'signed_number') };
    return { term: 'finding', finding: finding('stock.kind', terms) };
  });
  return finding('stock.documents_kinds', { m0_in, list: { term: 'list', items, commas: true } });
}

/** When documents are counted: twice a year, or else the newest day. */
export function documentDaysFinding({ totals }: DocumentCounts): Finding | null {
  const newest = totals.at(-1);
  if (!newest) return null;
  const isHalfYearly = totals.every(
    (total, at) => endOf(total) % 6 === 0 && (at === 0 || endOf(total) - endOf(totals[at - 1] ?? total) === 6),
  );
  if (totals.length > 1 && isHalfYearly) return finding('stock.each_half_year');
  return finding('stock.latest_count', { m: periodTerm(newest.period) });
}

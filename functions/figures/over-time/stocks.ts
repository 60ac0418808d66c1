import { endOf, type Indicator } from '../../dataset/index.ts';
import type { Figure, FigureSubject } from '../figure.ts';
import { lazy } from '../lazy.ts';
import { signers } from '../signers.ts';
import { amountOf, itself, type Label, negated, signedAmountOf } from './amounts.ts';
import { type SeriesBook, withRussia } from './series.ts';

/** The newest count beside one a whole number of years before it. */
export interface StockChange {
  readonly base: Figure;
  readonly difference: Figure;
}

/** Counts of one publisher on different days. */
export interface Stock {
  readonly indicator: Indicator;
  readonly publisher: string;
  /** The oldest first; there is one at least. */
  readonly figures: readonly Figure[];
  /** The newest count beside those a whole number of years before it, the newest of them first. */
  readonly changes: readonly StockChange[];
}

/** The cooperation documents as one publisher counts them. */
export interface DocumentCounts {
  /** Who signed them, each with its counts, in the order in which texts name them. */
  readonly kinds: readonly { readonly signer: (typeof signers)[number]; readonly stock: Stock }[];
  /** The sums on the days of which all kinds are known, the oldest first. */
  readonly totals: readonly Figure[];
  /** The newest sum beside those a whole number of years before it, the newest of them first. */
  readonly changes: readonly StockChange[];
}

/** The counts that are told over time. */
const indicators = [
  'companies',
  'organisations',
  'enterprises',
  'companies_fez',
  'documents_executive',
  'documents_council',
  'documents_local',
  'documents_oblast',
  'exporters',
] as const satisfies Indicator[];

/** The counts of who states most of them, or publishes the bulletins. `nextNote` numbers calculated lines. */
export function stocksOf(book: SeriesBook, nextNote: () => string): readonly Stock[] {
  return indicators.flatMap((indicator) => {
    const series = book.find(withRussia(indicator, '_Z', 'PN'));
    const [newest] = series?.figures ?? [];
    if (!series || !newest) return [];
    const { figures, publisher } = series;
    const changes = changesOf(figures, `${series.key}.change`, newest.subject, nextNote());
    return {
      indicator,
      publisher,
      figures,
      get changes() {
        return changes();
      },
    };
  });
}

/** The documents by who signed them; null where one publisher does not count all three kinds. */
export function documentCountsOf(stocks: readonly Stock[], nextNote: () => string): DocumentCounts | null {
  const kinds = signers.flatMap((signer) => {
    const stock = stocks.find(({ indicator }) => indicator === `documents_${signer}`);
    return stock ? { signer, stock } : [];
  });
  const [first, ...others] = kinds;
  const isWhole =
    kinds.length === signers.length && others.every(({ stock }) => stock.publisher === first?.stock.publisher);
  if (!first || !isWhole) return null;
  const label: Label = { key: 'documents.total', subject: 'documents', area: null, product: null, note: nextNote() };
  const totals = first.stock.figures.flatMap(({ period }) => {
    const counts = kinds.flatMap(
      ({ stock }) => stock.figures.find((count) => endOf(count) === endOf({ period })) ?? [],
    );
    return counts.length === kinds.length ? (amountOf(label, counts.flatMap(itself), period, false) ?? []) : [];
  });
  const changes = changesOf(totals, 'documents.total.change', 'documents', nextNote());
  return {
    kinds,
    totals,
    get changes() {
      return changes();
    },
  };
}

/** The newest of counts beside those a whole number of years before it: none in another month, none that is not exact. */
function changesOf(
  counts: readonly Figure[],
  key: string,
  subject: FigureSubject,
  note: string,
): () => readonly StockChange[] {
  return lazy(() => {
    const newest = counts.at(-1);
    if (!newest || !isDated(newest)) return [];
    const yearly = counts.filter((count) => count !== newest && isDated(count) && yearsBetween(count, newest) !== null);
    return yearly.toReversed().flatMap((base) => {
      const label = { key: `${key}.${base.period.code}`, subject, area: null, product: null, note };
      const difference = signedAmountOf(label, [...itself(newest), ...negated(itself(base))], newest.period);
      return difference ? { base, difference } : [];
    });
  });
}

/** Counts of a day within a known month: «about» and «in 2022» cannot be compared. */
function isDated({ period, qualifier }: Figure): boolean {
  return period.months === 1 && qualifier === 'exact';
}

/** How many years lie between two counts; null where they are of different months of the year. */
export function yearsBetween(earlier: Figure, later: Figure): number | null {
  const months = endOf(later) - endOf(earlier);
  return months % 12 === 0 ? months / 12 : null;
}

import {
  allProducts,
  endOf,
  isSinceJanuary,
  lastDay,
  ofSeries,
  type Period,
  publisherOf,
  type SeriesOf,
  sinceJanuaryTo,
  type Vintage,
} from '../../dataset/index.ts';

/** A bulletin: the values since January that it states, and when it came out. */
export interface Bulletin {
  readonly period: Period;
  /** The day, month or year on which its first value was published, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly published: string;
}

/** The bulletins of a publisher on trade with Russia, the oldest first; a revision is no bulletin of its own. */
export function bulletinsOf({ observations, revised }: Vintage, publisher: string): readonly Bulletin[] {
  const first = new Map<number, string>();
  const isTrade = ({ indicator, counterpart, refArea, product }: SeriesOf) =>
    indicator === 'trade_value' && counterpart === 'RU' && refArea === 'BY-HO' && product === allProducts;
  for (const value of [...ofSeries(observations, isTrade), ...ofSeries(revised, isTrade)]) {
    if (!isSinceJanuary(value) || publisherOf(value) !== publisher) continue;
    const { source } = value;
    const known = first.get(endOf(value));
    if (known === undefined || lastDay(source.published) < lastDay(known)) first.set(endOf(value), source.published);
  }
  const ordered = [...first].toSorted(([a], [b]) => a - b);
  return ordered.map(([end, published]) => ({ period: sinceJanuaryTo(end), published }));
}

/** Bulletins that came out on the day of the next one, each with that one. */
export function lateOf(
  bulletins: readonly Bulletin[],
): readonly { readonly late: Bulletin; readonly with: Bulletin }[] {
  return bulletins.flatMap((late, index) => {
    const next = bulletins[index + 1];
    return next && next.published === late.published ? [{ late, with: next }] : [];
  });
}

import { byCode, endOf, type Indicator } from '../../dataset/index.ts';
import type { Figure } from '../figure.ts';
import type { SeriesBook } from './series.ts';

/** A value that another publisher than that of the bulletins states of investment, companies or documents. */
export interface Elsewhere {
  readonly indicator: Indicator;
  readonly publisher: string;
  readonly figure: Figure;
}

/** What other publishers than that of the bulletins count and measure; their definitions may differ. */
const indicators: ReadonlySet<Indicator> = new Set<Indicator>([
  'investment',
  'companies',
  'organisations',
  'enterprises',
  'companies_fez',
  'exporters',
  'documents_executive',
  'documents_council',
  'documents_local',
  'documents_oblast',
]);

/** The values of other publishers on business and documents, the newest period first. */
export function elsewhereOf(book: SeriesBook): readonly Elsewhere[] {
  const wanted = book.all.filter(
    ({ indicator, refArea, counterpart }) => indicators.has(indicator) && refArea === 'BY-HO' && counterpart === 'RU',
  );
  const series = wanted.flatMap((of) => [...(book.find(of) ? [book.find(of)] : []), ...book.besides(of)]);
  return series
    .flatMap((found) =>
      found && found.publisher !== book.publisher
        ? found.figures.map((figure) => ({ indicator: found.of.indicator, publisher: found.publisher, figure }))
        : [],
    )
    .toSorted((a, b) => endOf(b.figure) - endOf(a.figure) || byCode(a.figure.key, b.figure.key));
}

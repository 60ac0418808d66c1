import { allProducts, endOf } from '../../dataset/index.ts';
import type { Figure } from '../figure.ts';
import type { FlowOverTime } from './flow.ts';
import { impliedByShare, type PartsOverTime, type PartValues, partsOverTime } from './parts.ts';
import { flows, type SeriesBook } from './series.ts';

/** What the parts of a flow are made from. */
export interface PartsOf {
  readonly book: SeriesBook;
  readonly derived: () => string;
  readonly exports: FlowOverTime | null;
  readonly imports: FlowOverTime | null;
}

/** The products that are named in trade with Russia. */
export function goodsOf(name: 'exports' | 'imports', { book, derived, ...of }: PartsOf): PartsOverTime | null {
  const flow = of[name];
  const wanted = book.all.filter(
    (series) =>
      series.indicator === 'trade_value' &&
      series.flow === flows[name] &&
      series.unit === 'USD' &&
      series.refArea === 'BY-HO' &&
      series.counterpart === 'RU' &&
      series.product !== allProducts,
  );
  const values = wanted
    .flatMap((series) => book.find(series) ?? [])
    .map((series): PartValues => {
      const { area, product, of: what } = series;
      return {
        code: what.product,
        area,
        product,
        ends: series.ends,
        valueAt: series.sinceJanuary,
        shareAt: () => null,
      };
    });
  if (!flow || values.length === 0) return null;
  return partsOverTime({ kind: 'products', flow: name, nextNote: derived }, flow, values);
}

/** The Russian regions that exports go to, by the values that are published or by their shares of all exports. */
export function regionsOf({ book, derived, exports }: PartsOf): PartsOverTime | null {
  if (!exports) return null;
  const wanted = book.all.filter(
    ({ indicator, flow, refArea, counterpart, product, unit }) =>
      refArea === 'BY-HO' &&
      counterpart.startsWith('RU-') &&
      product === allProducts &&
      flow === 'export' &&
      (indicator === 'region_share' || (indicator === 'trade_value' && unit === 'USD')),
  );
  const totals = new Map(exports.sinceJanuary.map((figure) => [endOf(figure), figure]));
  const note = derived();
  const byRegion = Map.groupBy(wanted, ({ counterpart }) => counterpart);
  const values = [...byRegion].map(([code, series]): PartValues => {
    const found = series.flatMap((of) => book.find(of) ?? []);
    const shares = found.find(({ of }) => of.indicator === 'region_share');
    const stated = found.find(({ of }) => of.indicator === 'trade_value');
    const area = found[0]?.area ?? null;
    const label = { key: `exports.${code}.value`, subject: 'region.exports', area, product: null, note } as const;
    const implied = (end: number) => {
      const [share, total] = [shares?.sinceJanuary(end), totals.get(end)];
      return share && total ? impliedByShare(label, share, total) : null;
    };
    const sold = (shares?.ends ?? []).filter((end) => totals.has(end));
    const made = new Map<number, Figure | null>();
    return {
      code,
      area,
      product: null,
      ends: [...new Set([...(stated?.ends ?? []), ...sold])].toSorted((a, b) => a - b),
      valueAt(end) {
        const known = made.get(end);
        if (known !== undefined) return known;
        const value = stated?.sinceJanuary(end) ?? implied(end);
        made.set(end, value);
        return value;
      },
      shareAt: (end) => shares?.sinceJanuary(end) ?? null,
    };
  });
  const known = values.filter(({ ends }) => ends.length > 0);
  if (known.length === 0) return null;
  return partsOverTime({ kind: 'regions', flow: 'exports', nextNote: derived }, exports, known);
}

import {
  type Area,
  allProducts,
  areInOrder,
  byAge,
  bySeries,
  endOf,
  type Flow,
  type Indicator,
  isSinceJanuary,
  monthIndex,
  type Observation,
  type Product,
  placeOfEnd,
  publisherOf,
  replaces,
  type SeriesOf,
  seriesNamed,
  type Vintage,
} from '../../dataset/index.ts';
import type { Figure, FigureSubject } from '../figure.ts';
import { lazy } from '../lazy.ts';
import { publishedFigure } from '../published-figure.ts';
import { type Line, lineOf, spanKey } from './line.ts';

/** A value that a later one of the same publisher replaced by another number. */
export interface Revision {
  readonly before: Figure;
  readonly after: Figure;
}

/** The values that one publisher states of one thing: they differ in nothing but their period and publication. */
export interface Series {
  /** Its name: what is measured, with whom, of which goods, and by whom where another publishes the bulletins. */
  readonly key: string;
  /** The number in the notes that its values share. */
  readonly note: string;
  readonly of: SeriesOf;
  readonly publisher: string;
  readonly area: Area | null;
  readonly product: Product | null;
  /** The newest value of each period, the oldest period first. */
  readonly values: readonly Observation[];
  /** The same as figures, made when they are asked for, and the last of them. */
  readonly figures: readonly Figure[];
  readonly newest: Figure | null;
  /** The ends of the exact values since January, as the boundary after their last month, in order. */
  readonly ends: readonly number[];
  /** The exact value since January that ends at a boundary; null where none is published. */
  sinceJanuary(end: number): Figure | null;
  /** What the values make of the months, for amounts that add up; worked out when it is asked for. */
  readonly line: Line;
  readonly revisions: readonly Revision[];
  /** Values stated on one day for one period, none of which says that it revises another. */
  readonly contested: readonly (readonly Figure[])[];
}

/** The series of a vintage. */
export interface SeriesBook {
  /** Who publishes the bulletins: who states most values of trade with Russia; null where nobody states any. */
  readonly publisher: string | null;
  /** The series of the publisher of the bulletins, else of who states most of its values; null where nobody does. */
  find(of: SeriesOf): Series | null;
  /** What others state of the same; the series that {@link SeriesBook.find} gives is not among them. */
  besides(of: SeriesOf): readonly Series[];
  /** For how many periods somebody states a value. */
  periods(of: SeriesOf): number;
  /** What there is a series of. */
  readonly all: readonly SeriesOf[];
}

/** The flows of trade, under the codes of the data. */
export const flows = { turnover: 'turnover', exports: 'export', imports: 'import' } as const satisfies Record<
  string,
  Flow
>;

/** A flow of trade. */
export type FlowName = keyof typeof flows;

/** What trade with Russia, or investment from there, has in common. */
export function withRussia(indicator: Indicator, flow: Flow, unit: SeriesOf['unit']): SeriesOf {
  return { indicator, flow, unit, refArea: 'BY-HO', counterpart: 'RU', product: allProducts };
}

/**
 * Sorts a vintage into series. `nextNote` gives the next number of the notes; a series takes one when it is first found,
 * and `overTimeOf` finds all that it uses at once, in one order.
 */
export function seriesBookOf(vintage: Vintage, nextNote: () => string): SeriesBook {
  const groups = new Map(bySeries(vintage.observations));
  for (const [key, older] of bySeries(vintage.revised)) groups.set(key, [...(groups.get(key) ?? []), ...older]);
  const byPublisher = new Map<string, ReadonlyMap<string, readonly Observation[]>>();
  const publishersOf = (of: SeriesOf) => {
    const key = seriesNamed(of);
    const known = byPublisher.get(key) ?? ofEachPublisher(groups.get(key) ?? []);
    byPublisher.set(key, known);
    return known;
  };
  const flows = (['turnover', 'export', 'import'] as const).flatMap((flow) => [
    ...publishersOf(withRussia('trade_value', flow, 'USD')),
  ]);
  const publisher = busiest(flows);
  const mainOf = (of: SeriesOf) => {
    const known = publishersOf(of);
    return publisher !== null && known.has(publisher) ? publisher : busiest([...known]);
  };
  const made = new Map<readonly Observation[], Series>();
  const seriesFrom = (of: SeriesOf, from: string): Series | null => {
    const observations = publishersOf(of).get(from);
    if (!observations) return null;
    const known = made.get(observations) ?? makeSeries({ of, from, publisher }, observations, vintage, nextNote());
    made.set(observations, known);
    return known;
  };
  return {
    publisher,
    find(of) {
      const main = mainOf(of);
      return main === null ? null : seriesFrom(of, main);
    },
    besides(of) {
      const main = mainOf(of);
      const others = [...publishersOf(of).keys()].filter((name) => name !== main);
      return others.flatMap((name) => seriesFrom(of, name) ?? []);
    },
    periods: (of) => new Set(groups.get(seriesNamed(of))?.map(({ period }) => period.code)).size,
    all: [...groups.values()].flatMap(([first]) => first ?? []),
  };
}

/** Values by who states them; those of most series are all of one publisher. */
function ofEachPublisher(values: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const [first] = values;
  const publisher = first && publisherOf(first);
  if (publisher !== undefined && values.every((value) => publisherOf(value) === publisher)) {
    return new Map([[publisher, values]]);
  }
  return Map.groupBy(values, publisherOf);
}

/** The name under which most values stand; of several that with the newest one. */
function busiest(groups: readonly (readonly [name: string, values: readonly Observation[]])[]): string | null {
  const counts = new Map<string, { readonly count: number; readonly end: number }>();
  for (const [name, values] of groups) {
    const { count, end } = counts.get(name) ?? { count: 0, end: 0 };
    counts.set(name, { count: count + values.length, end: Math.max(end, ...values.map(endOf)) });
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b.count - a.count || b.end - a.end);
  return first?.[0] ?? null;
}

function makeSeries(
  { of, from, publisher }: { readonly of: SeriesOf; readonly from: string; readonly publisher: string | null },
  observations: readonly Observation[],
  { areas, products }: Vintage,
  note: string,
): Series {
  const key = keyOf(of, from === publisher ? null : from);
  const area = of.counterpart === 'RU' ? null : (areas.get(of.counterpart) ?? null);
  const product = products.get(of.product) ?? null;
  const subject = subjectOf(of);
  const name = { subject, area, product, group: 'series', note } as const;
  const figureOf = (observation: Observation) =>
    publishedFigure(`${key}.${observation.period.code}`, name, observation);
  const adds = ['trade_value', 'investment'].includes(of.indicator);
  const made = new Map<Observation, Figure>();
  const figure = (observation: Observation) => {
    const known = made.get(observation) ?? figureOf(observation);
    made.set(observation, known);
    return known;
  };
  const { newest, repeated } = newestByPeriod(observations);
  const toDate = newest.filter((value) => isExact(value) && isSinceJanuary(value));
  const stated = [...repeated].map((group) => {
    const [last, ...older] = newestFirst(group);
    const others = older.filter(({ value }) => last && value !== last.value);
    return { last, others };
  });
  const figures = lazy(() => newest.map(figure));
  const line = lazy(() => lineOf(adds ? newest.filter(isExact).map(figure) : [], of.indicator !== 'trade_value'));
  return {
    key,
    note,
    of,
    publisher: from,
    area,
    product,
    values: newest,
    get figures() {
      return figures();
    },
    get newest() {
      const last = newest.at(-1);
      return last ? figure(last) : null;
    },
    get line() {
      return line();
    },
    ends: toDate.map(endOf),
    sinceJanuary(end) {
      const value = toDate[placeOfEnd(toDate, end)];
      return value ? figure(value) : null;
    },
    revisions: stated.flatMap(({ last, others }) => {
      const before = others.find((other) => last && replaces(last, other));
      return last && before ? [{ before: figureOf(before), after: figure(last) }] : [];
    }),
    contested: stated.flatMap(({ last, others }) => {
      const rivals = others.filter((other) => last && !replaces(last, other));
      return last && rivals.length > 0 ? [[figure(last), ...rivals.map(figureOf)]] : [];
    }),
  };
}

function isExact({ qualifier }: Observation): boolean {
  return qualifier === 'exact';
}

/** The newest value of each period, the oldest period first, and all values of the periods that have several. */
function newestByPeriod(observations: readonly Observation[]) {
  // Rows of bulletins come in this order, and then each period has one.
  if (areInOrder(observations)) return { newest: observations, repeated: [] };
  const newest = new Map<number, Observation>();
  const several = new Map<number, Observation[]>();
  for (const observation of observations) {
    const key = spanKey(monthIndex(observation.period), endOf(observation));
    const known = newest.get(key);
    if (!known || replaces(observation, known)) newest.set(key, observation);
    if (known) several.set(key, [...(several.get(key) ?? [known]), observation]);
  }
  return { newest: [...newest.values()].toSorted((a, b) => byAge(a.period, b.period)), repeated: several.values() };
}

/** Orders the values for one period so that each comes before those that it replaces. */
function newestFirst(group: readonly Observation[]): readonly Observation[] {
  return group.toSorted((a, b) => Number(replaces(b, a)) - Number(replaces(a, b)));
}

function keyOf({ indicator, flow, refArea, counterpart, product, unit }: SeriesOf, publisher: string | null): string {
  const goods = product === allProducts ? [] : [product];
  const reporter = refArea === 'BY-HO' ? [] : ['by', refArea];
  const currency = unit === 'RUB' || unit === 'BYN' ? [unit] : [];
  const name = [indicator, flow, counterpart, ...goods, ...reporter, ...currency].join('.');
  return publisher === null ? name : `${name}@${publisher.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

const tradeNames = { turnover: 'turnover', export: 'exports', import: 'imports' } as const;

/** What a value is of: the message that names it in the table of figures. */
function subjectOf({ indicator, flow, counterpart, refArea, product }: SeriesOf): FigureSubject {
  const isWhole = counterpart === 'RU' && refArea === 'BY-HO' && product === allProducts;
  if (flow === '_Z') return investmentSubjects[indicator] ?? 'investment';
  const name = tradeNames[flow];
  switch (indicator) {
    case 'trade_index':
      return isWhole ? `${name}.index` : `history.trade_index.${flow}`;
    case 'trade_share':
      return isWhole ? `${name}.share` : `history.trade_share.${flow}`;
    case 'trade_change':
      return `history.trade_change.${flow}`;
    case 'region_share':
      return flow === 'export' ? 'region.share' : `history.region_share.${flow}`;
    case 'milkavita_share':
    case 'komintern_share':
      return `history.${indicator}`;
    default:
      return isWhole ? name : `history.trade_value.${flow}`;
  }
}

const investmentSubjects: Readonly<Partial<Record<Indicator, FigureSubject>>> = {
  investment: 'investment',
  investment_share: 'investment.share',
  companies: 'companies',
  organisations: 'history.organisations',
  enterprises: 'history.enterprises',
  companies_fez: 'companies.fez',
  documents_executive: 'documents.executive',
  documents_council: 'documents.council',
  documents_local: 'documents.local',
  documents_oblast: 'history.documents_oblast',
  regions_documents: 'history.regions_documents',
  exporters: 'history.exporters',
  regions_supplied: 'history.regions_supplied',
  tourists: 'history.tourists',
};

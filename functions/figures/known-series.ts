import {
  type Area,
  byAge,
  lastMonth,
  monthIndex,
  type Observation,
  ofSeries,
  type Period,
  type SeriesOf,
  seriesNamed,
  type Vintage,
} from '../dataset/index.ts';
import { ageOf } from './age.ts';
import { busiestRegion } from './developments.ts';
import type { Figure } from './figure.ts';
import type { FigureBuilder } from './figure-builder.ts';

/** What is known of one subject, whoever published it: all its periods, and its latest values. */
export interface KnownSeries {
  readonly id: KnownId;
  /** What it belongs to. Of each theme only the latest figure is told on the first page. */
  readonly theme: KnownTheme;
  /** The region that it is about; null where it is about Russia as a whole. */
  readonly area: Area | null;
  /** Every period or date that has a value, the oldest first. */
  readonly periods: readonly Period[];
  readonly latest: Figure;
  /** The last value of the same kind that ended before the latest begins; it may be in another currency. */
  readonly earlier: Figure | null;
  /** Other values for the period of the latest: of others, or of another kind. */
  readonly beside: readonly Figure[];
  /** Whole months from the end of its latest period to the edition. */
  readonly age: number;
}

/** The subjects, in the order in which they are told where they are equally old. */
export const knownIds = [
  'share_exports',
  'trade_with',
  'companies',
  'suppliers',
  'zone',
  'documents',
  'investment',
  'share_turnover',
  'growth',
  'flows',
  'regions',
] as const;
/** One of the subjects. */
export type KnownId = (typeof knownIds)[number];

/** A theme of several subjects. */
export type KnownTheme = 'share' | 'region' | 'business' | 'documents' | 'investment' | 'growth' | 'breakdown';

const themes: Readonly<Record<KnownId, KnownTheme>> = {
  share_exports: 'share',
  trade_with: 'region',
  companies: 'business',
  suppliers: 'business',
  zone: 'business',
  documents: 'documents',
  investment: 'investment',
  share_turnover: 'share',
  growth: 'growth',
  flows: 'breakdown',
  regions: 'breakdown',
};

/** Whether a value is of a kind, such as `trade_share export`, between Gomel Oblast and Russia. */
const isKind =
  (...kinds: readonly string[]) =>
  ({ indicator, flow, counterpart }: SeriesOf) =>
    counterpart === 'RU' && kinds.includes(`${indicator} ${flow}`);

/** Which series a subject has; of two for one period the kind that comes first is told. */
function isOf(id: KnownId, region: string | null): (series: SeriesOf) => boolean {
  switch (id) {
    case 'share_exports':
      return isKind('trade_share export');
    case 'share_turnover':
      return isKind('trade_share turnover');
    case 'trade_with':
      return ({ indicator, flow, refArea, counterpart }) =>
        region !== null &&
        [refArea, counterpart].includes(region) &&
        flow === 'turnover' &&
        ['trade_value', 'trade_change', 'trade_index'].includes(indicator);
    case 'companies':
      return isKind('enterprises _Z', 'organisations _Z', 'companies _Z');
    case 'suppliers':
      return isKind('exporters _Z');
    case 'zone':
      return isKind('companies_fez _Z');
    case 'documents':
      return isKind('documents_local _Z', 'documents_oblast _Z', 'documents_executive _Z', 'documents_council _Z');
    case 'investment':
      return isKind('investment _Z');
    case 'growth':
      return isKind('trade_index export', 'trade_change export');
    case 'flows':
      return isKind('trade_value turnover', 'trade_value export', 'trade_value import');
    case 'regions':
      return ({ indicator }) => indicator === 'region_share';
  }
}

/** Kinds in the order in which they are preferred for one period. */
const preferred = ['trade_value', 'enterprises', 'organisations', 'companies', 'documents_local', 'documents_oblast'];

/** Everything that an edition knows by subject, the youngest first. */
export function knownSeriesOf(builder: FigureBuilder, vintage: Vintage): readonly KnownSeries[] {
  const region = busiestRegion(vintage);
  const all = knownIds.flatMap((id): readonly KnownSeries[] => {
    const values = ofSeries(vintage.observations, isOf(id, region)).toSorted(lastIsTold);
    const last = values.at(-1);
    const latest = last && builder.figureOf(last);
    if (!latest) return [];
    const figures = (of: readonly Observation[]) => of.flatMap((value) => builder.figureOf(value) ?? []);
    const series = values.filter(
      (value) => inAnyUnit(value) === inAnyUnit(last) && lastMonth(value.period) < monthIndex(last.period),
    );
    return [
      {
        id,
        theme: themes[id],
        area: id === 'trade_with' ? (vintage.areas.get(region ?? '') ?? null) : null,
        periods: [...new Map(values.map(({ period }) => [period.code, period])).values()],
        latest,
        earlier: figures(series).at(-1) ?? null,
        beside: figures(values.filter((value) => value !== last && value.period.code === last.period.code)),
        age: ageOf(vintage.edition, last.period),
      },
    ];
  });
  return all.toSorted((a, b) => a.age - b.age);
}

/** The series of a value, whatever its unit. */
function inAnyUnit(observation: Observation): string {
  return seriesNamed({ ...observation, unit: 'USD' });
}

/** The oldest first, and of one period the preferred kind last. */
function lastIsTold(a: Observation, b: Observation): number {
  const rank = ({ indicator }: Observation) => (preferred.indexOf(indicator) + preferred.length) % preferred.length;
  return byAge(a.period, b.period) || rank(b) - rank(a);
}

import {
  byAge,
  byCode,
  type Indicator,
  type Observation,
  ofSeries,
  type SeriesOf,
  type Vintage,
} from '../dataset/index.ts';
import type { Figure } from './figure.ts';
import type { FigureBuilder } from './figure-builder.ts';

/** The series that later publications continue, in the order in which they are shown. */
export const developmentIds = [
  'companies',
  'fez',
  'documents',
  'region',
  'investment',
  'share',
  'share_exports',
  'exporters',
  'growth',
] as const;
/** One of the series. */
export type DevelopmentId = (typeof developmentIds)[number];

/** One value of a series. */
export interface Point {
  readonly figure: Figure;
  /** True where a line may connect it with the point before: same wording, both exact, nothing inferred. */
  readonly joined: boolean;
}

/** Values with the same wording from the same side. Only these can be connected. */
export interface SeriesLine {
  /** What its values count, or who reports them. */
  readonly name: string;
  /** False for another reporter or another level than the first line's. */
  readonly own: boolean;
  readonly points: readonly Point[];
}

/** A series with two values or more. */
export interface Development {
  readonly id: DevelopmentId;
  readonly lines: readonly SeriesLine[];
  /** True where publications may count differently, so that their values are not compared. */
  readonly contested: boolean;
}

/** The series whose publications may count differently. */
const contestable: readonly DevelopmentId[] = ['share', 'share_exports', 'exporters'];

/** True where there are several publishers or an inferred value. The values of one publisher can be compared. */
function isContested(observations: readonly Observation[]): boolean {
  const publishers = new Set(observations.map(({ source }) => source.publisher.en));
  return publishers.size > 1 || observations.some(({ status }) => status !== 'A');
}

/** Which series belong to a line, and whether its values may be connected. */
interface LineRule {
  readonly name: string;
  readonly own: boolean;
  readonly joins: boolean;
  readonly matches: (series: SeriesOf) => boolean;
}

const withRussia =
  (indicator: Indicator, flow = '_Z') =>
  (candidate: SeriesOf) =>
    candidate.indicator === indicator && candidate.flow === flow && candidate.counterpart === 'RU';

const counted = (indicator: Indicator, own = true, joins = true): LineRule => ({
  name: indicator,
  own,
  joins,
  matches: withRussia(indicator),
});

const amounts = (name: string, matches: LineRule['matches'], own = true): LineRule => ({
  name,
  own,
  joins: false,
  matches,
});

/**
 * The lines of each series. Values with different wording are never one line: companies, organisations and
 * enterprises; the figures of the two sides; dollars and roubles; an index and a change.
 */
function rulesOf(id: DevelopmentId, region: string | null): readonly LineRule[] {
  switch (id) {
    case 'companies':
      return [counted('companies'), counted('organisations'), counted('enterprises')];
    case 'fez':
      return [counted('companies_fez')];
    case 'documents':
      return [
        counted('documents_local'),
        counted('documents_executive', false, false),
        counted('documents_oblast', false, false),
      ];
    case 'region': {
      const turnover = (candidate: SeriesOf) => candidate.indicator === 'trade_value' && candidate.flow === 'turnover';
      return [
        amounts('region', (candidate) => turnover(candidate) && candidate.counterpart === region),
        amounts('mirror', (candidate) => turnover(candidate) && candidate.refArea === region, false),
      ];
    }
    case 'investment':
      return (['USD', 'RUB'] as const).map((unit) =>
        amounts(unit, (candidate) => withRussia('investment')(candidate) && candidate.unit === unit, unit === 'USD'),
      );
    case 'share':
      return [amounts('share', withRussia('trade_share', 'turnover'))];
    case 'share_exports':
      return [amounts('share', withRussia('trade_share', 'export'))];
    case 'exporters':
      return [counted('exporters', true, false)];
    case 'growth':
      return [
        amounts('index', withRussia('trade_index', 'export')),
        amounts('change', withRussia('trade_change', 'export')),
      ];
  }
}

/** The number of newest values of a line that are shown; older ones stay in the Data Package. */
const maxPoints = 12;

/** Every series with two values or more; none in the first edition. */
export function developmentsOf(builder: FigureBuilder, vintage: Vintage): readonly Development[] {
  return matchSeries(vintage).map(({ id, lines }) => ({
    id,
    lines: lines.map((line) => seriesLine(line, builder)),
    contested: contestable.includes(id) && isContested(lines.flatMap(({ matched }) => matched)),
  }));
}

/** The observations that the page on developments shows. */
export function shownObservations(vintage: Vintage): readonly Observation[] {
  return matchSeries(vintage).flatMap(({ lines }) => lines.flatMap(({ matched }) => matched));
}

interface MatchedLine {
  readonly rule: LineRule;
  readonly matched: readonly Observation[];
}

function matchSeries(
  vintage: Vintage,
): readonly { readonly id: DevelopmentId; readonly lines: readonly MatchedLine[] }[] {
  if (!vintage.news) return [];
  const region = busiestRegion(vintage);
  return developmentIds.flatMap((id) => {
    const lines = rulesOf(id, region)
      .map((rule) => ({ rule, matched: newestOf(ofSeries(vintage.observations, rule.matches)) }))
      .filter(({ matched }) => matched.length > 0);
    const values = lines.reduce((sum, { matched }) => sum + matched.length, 0);
    // The title of the documents names the local ones.
    const hasSubject = id !== 'documents' || lines.some(({ rule }) => rule.own);
    return values >= 2 && hasSubject ? [{ id, lines }] : [];
  });
}

function newestOf(observations: readonly Observation[]): readonly Observation[] {
  return observations.toSorted((a, b) => byAge(a.period, b.period)).slice(-maxPoints);
}

function seriesLine({ rule: { name, own, joins }, matched }: MatchedLine, builder: FigureBuilder): SeriesLine {
  const isPlain = (observation: Observation | undefined) =>
    observation?.qualifier === 'exact' && observation.status === 'A';
  const points = matched.flatMap((observation, index): readonly Point[] => {
    const figure = builder.figureOf(observation);
    const joined = joins && index > 0 && isPlain(observation) && isPlain(matched[index - 1]);
    return figure ? [{ figure, joined }] : [];
  });
  return { name, own, points };
}

/** The Russian region with the most known values of turnover, from either side; null where there are none. */
export function busiestRegion({ observations }: Vintage): string | null {
  const regions = ofSeries(observations, ({ indicator, flow }) => indicator === 'trade_value' && flow === 'turnover')
    .map(({ refArea, counterpart }) => (counterpart === 'BY-HO' ? refArea : counterpart))
    .filter((area) => area !== 'RU');
  const counts = [...Map.groupBy(regions, (area) => area)].map(([area, all]) => ({ area, count: all.length }));
  return counts.toSorted((a, b) => b.count - a.count || byCode(a.area, b.area))[0]?.area ?? null;
}

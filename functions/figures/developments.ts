import { byAge, byCode, type Indicator, type Observation, type Vintage } from '../dataset/index.ts';
import type { Figure } from './figure.ts';
import type { FigureBuilder } from './figure-builder.ts';

/** The series that later publications carry on, in the order in which they are shown. */
export const developmentIds = [
  'companies',
  'fez',
  'documents',
  'region',
  'investment',
  'share',
  'exporters',
  'growth',
] as const;
/** One of the series. */
export type DevelopmentId = (typeof developmentIds)[number];

/** One value of a series. */
export interface Point {
  readonly figure: Figure;
  /** True where a line may lead here from the point before: same wording, both exact, nothing inferred. */
  readonly joined: boolean;
}

/** Values of one wording from one side; only these can be joined. */
export interface SeriesLine {
  /** What its values are called, and whose they are. */
  readonly name: string;
  /** False for another reporter or another level than the first line's. */
  readonly own: boolean;
  readonly points: readonly Point[];
}

/** A series with two values or more. */
export interface Development {
  readonly id: DevelopmentId;
  readonly lines: readonly SeriesLine[];
  /** True where publications may not count alike, so that their values are not compared. */
  readonly contested: boolean;
}

/** The series of which publications do not say alike what they count. */
const unlike: readonly DevelopmentId[] = ['share', 'exporters'];

/** Where several publishers state values, or one had to be inferred; one office's own values of a series are alike. */
function isContested(taken: readonly Observation[]): boolean {
  const publishers = new Set(taken.map(({ source }) => source.publisher.en));
  return publishers.size > 1 || taken.some(({ status }) => status !== 'A');
}

/** Which observations make a line, and whether its values may be joined by a line. */
interface StrandRule {
  readonly name: string;
  readonly own: boolean;
  readonly joins: boolean;
  readonly takes: (observation: Observation) => boolean;
}

const withRussia =
  (indicator: Indicator, flow = '_Z') =>
  (candidate: Observation) =>
    candidate.indicator === indicator && candidate.flow === flow && candidate.counterpart === 'RU';

const counted = (indicator: Indicator, own = true, joins = true): StrandRule => ({
  name: indicator,
  own,
  joins,
  takes: withRussia(indicator),
});

const amounts = (name: string, takes: StrandRule['takes'], own = true): StrandRule => ({
  name,
  own,
  joins: false,
  takes,
});

/**
 * The lines of each series. What publications call differently is never one line: companies, organisations and
 * enterprises; what one side counts and what the other does; dollars and roubles; an index and a change.
 */
function rulesOf(id: DevelopmentId, region: string | null): readonly StrandRule[] {
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
      const turnover = (candidate: Observation) =>
        candidate.indicator === 'trade_value' && candidate.flow === 'turnover';
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
    case 'exporters':
      return [counted('exporters', true, false)];
    case 'growth':
      return [
        amounts('index', withRussia('trade_index', 'export')),
        amounts('change', withRussia('trade_change', 'export')),
      ];
  }
}

/** As many values of a line are shown, the newest; older ones stay in the Data Package. */
const mostPoints = 12;

/** Every series that has two values or more; none in an edition of one publication. */
export function developmentsOf(builder: FigureBuilder, vintage: Vintage): readonly Development[] {
  return strandsOf(vintage).flatMap(({ id, lines }) => [
    {
      id,
      lines: lines.map((line) => published(line, builder)),
      contested: unlike.includes(id) && isContested(lines.flatMap(({ taken }) => taken)),
    },
  ]);
}

/** The observations that the page on developments shows. */
export function shownObservations(vintage: Vintage): readonly Observation[] {
  return strandsOf(vintage).flatMap(({ lines }) => lines.flatMap(({ taken }) => taken));
}

interface TakenStrand {
  readonly rule: StrandRule;
  readonly taken: readonly Observation[];
}

function strandsOf(
  vintage: Vintage,
): readonly { readonly id: DevelopmentId; readonly lines: readonly TakenStrand[] }[] {
  if (!vintage.news) return [];
  const region = busiestRegion(vintage);
  return developmentIds.flatMap((id) => {
    const lines = rulesOf(id, region)
      .map((rule) => ({ rule, taken: newestOf(vintage.observations.filter(rule.takes)) }))
      .filter(({ taken }) => taken.length > 0);
    const values = lines.reduce((sum, { taken }) => sum + taken.length, 0);
    return values >= 2 ? [{ id, lines }] : [];
  });
}

function newestOf(observations: readonly Observation[]): readonly Observation[] {
  return observations.toSorted((a, b) => byAge(a.period, b.period)).slice(-mostPoints);
}

function published({ rule: { name, own, joins }, taken }: TakenStrand, builder: FigureBuilder): SeriesLine {
  const isPlain = (observation: Observation | undefined) =>
    observation?.qualifier === 'exact' && observation.status === 'A';
  const points = taken.flatMap((observation, index): readonly Point[] => {
    const figure = builder.figureOf(observation);
    const joined = joins && index > 0 && isPlain(observation) && isPlain(taken[index - 1]);
    return figure ? [{ figure, joined }] : [];
  });
  return { name, own, points };
}

/** The Russian region of whose turnover most values are known, from either side. */
function busiestRegion({ observations }: Vintage): string | null {
  const regions = observations
    .filter(({ indicator, flow }) => indicator === 'trade_value' && flow === 'turnover')
    .map(({ refArea, counterpart }) => (counterpart === 'BY-HO' ? refArea : counterpart))
    .filter((area) => area !== 'RU');
  const counts = [...Map.groupBy(regions, (area) => area)].map(([area, all]) => ({ area, count: all.length }));
  return counts.toSorted((a, b) => b.count - a.count || byCode(a.area, b.area))[0]?.area ?? null;
}

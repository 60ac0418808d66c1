import {
  type Area,
  byAge,
  byCode,
  bySeries,
  type Flow,
  type Indicator,
  latestOf,
  type Observation,
  seriesOf,
  type Vintage,
} from '../dataset/index.ts';
import { shownObservations } from './developments.ts';
import type { FigureSubject, HistoryGroup } from './figure.ts';
import type { FigureBuilder } from './figure-builder.ts';

/** The subjects of later values that already have a name on the pages on the newest breakdown. */
const known: Readonly<Record<string, FigureSubject>> = {
  'trade_share turnover': 'turnover.share',
  'trade_share export': 'exports.share',
  'trade_share import': 'imports.share',
  'investment _Z': 'investment',
  'investment_share _Z': 'investment.share',
  'documents_executive _Z': 'documents.executive',
  'documents_council _Z': 'documents.council',
  'documents_local _Z': 'documents.local',
  'companies _Z': 'companies',
};

/**
 * Adds all other figures of an edition: those of the page on developments, those published in its month, and the newest
 * value of every other series. Older values stay in the Data Package.
 */
export function historyFigures(builder: FigureBuilder, vintage: Vintage): void {
  const rest = statedObservations(vintage).filter((observation) => !builder.figureOf(observation));
  const byGroup = Map.groupBy(rest.toSorted(inOrder), ({ indicator }) => groupOf(indicator));
  for (const group of historyGroups) {
    builder.begin(group);
    for (const observation of byGroup.get(group) ?? []) publish(builder, vintage, observation);
  }
}

/** The groups in the order of the table of figures. */
const historyGroups = ['history.business', 'history.documents', 'history.trade'] as const satisfies HistoryGroup[];

function groupOf(indicator: Indicator): HistoryGroup {
  if (/^(trade|region)_/.test(indicator)) return 'history.trade';
  return indicator.includes('documents') ? 'history.documents' : 'history.business';
}

function publish(builder: FigureBuilder, vintage: Vintage, observation: Observation): void {
  const { indicator, flow, refArea, counterpart, unit, period } = observation;
  const partner = counterpart === 'BY-HO' ? refArea : counterpart;
  const plain = subjectOf(observation);
  const isRussia = partner === 'RU';
  const subject = (isRussia && known[`${indicator} ${flow}`]) || plain;
  const area: Area | null = vintage.areas.get(partner) ?? null;
  const key = `history.${indicator}.${flow}.${refArea}.${counterpart}.${unit}.${period.code}`;
  builder.publish({ key, subject, area: isRussia && !plain.includes('trade') ? null : area }, observation);
}

/** The subject of a value. Trade has one per flow, and others where the other side reports it (`mirror`). */
function subjectOf({ indicator, flow, counterpart }: Observation): FigureSubject {
  switch (indicator) {
    case 'trade_value':
    case 'trade_index':
    case 'trade_change':
      return `history.${counterpart === 'BY-HO' ? 'mirror.' : ''}${indicator}.${directionOf(flow)}`;
    case 'trade_share':
      return `history.trade_share.${directionOf(flow)}`;
    case 'region_share':
      return `history.region_share.${directionOf(flow)}`;
    default:
      return `history.${indicator}`;
  }
}

/** The flow of a value of trade. Throws where it has none, which the checks of the dataset prevent. */
function directionOf(flow: Flow): Exclude<Flow, '_Z'> {
  if (flow === '_Z') throw new Error('a value of trade has no flow');
  return flow;
}

function statedObservations(vintage: Vintage): readonly Observation[] {
  const { observations, news } = vintage;
  const fresh = [...(news?.added ?? []), ...(news?.revised ?? []).map(({ after }) => after)];
  const series = bySeries(observations);
  const newest = [...series.values()].flatMap((values) => latestOf(values) ?? []);
  const before = fresh.flatMap((observation) => {
    const values = series.get(seriesOf(observation)) ?? [];
    return latestOf(values.filter(({ period }) => byAge(period, observation.period) < 0)) ?? [];
  });
  return [...new Set([...newest, ...shownObservations(vintage), ...fresh, ...before])];
}

function inOrder(a: Observation, b: Observation): number {
  return (
    byCode(a.indicator, b.indicator) ||
    byCode(a.counterpart, b.counterpart) ||
    byAge(a.period, b.period) ||
    byCode(a.flow, b.flow)
  );
}

import { type Area, byAge, type Observation, seriesOf, type Vintage } from '../dataset/index.ts';
import { shownObservations } from './developments.ts';
import type { Sheet } from './sheet.ts';

/** The subjects of later values that the pages on the newest breakdown have a name for already. */
const known: Readonly<Record<string, string>> = {
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
 * What else an edition states: the values of the page on developments, what its month published, and the newest value
 * of every other series. Older values stay in the Data Package.
 */
export function historyFigures(sheet: Sheet, vintage: Vintage): void {
  sheet.begin('history');
  const rest = stated(vintage).filter((observation) => !sheet.figureOf(observation));
  for (const observation of rest.toSorted(inOrder)) {
    const { indicator, flow, refArea, counterpart, unit, period } = observation;
    const mirrored = counterpart === 'BY-HO' && /^trade_(value|index|change)$/.test(indicator);
    const partner = counterpart === 'BY-HO' ? refArea : counterpart;
    const name = `${indicator} ${flow}`;
    const plain = `history.${mirrored ? 'mirror.' : ''}${name.replace(' _Z', '').replace(' ', '.')}`;
    const isRussia = partner === 'RU';
    const subject = (isRussia && known[name]) || plain;
    const area: Area | null = vintage.areas.get(partner) ?? null;
    const key = `history.${indicator}.${flow}.${refArea}.${counterpart}.${unit}.${period.code}`;
    sheet.publish({ key, subject, area: isRussia && !plain.includes('trade') ? null : area }, observation);
  }
}

function stated(vintage: Vintage): readonly Observation[] {
  const { observations, news } = vintage;
  const fresh = [...(news?.added ?? []), ...(news?.revised ?? []).map(({ after }) => after)];
  const bySeries = Map.groupBy(observations, seriesOf);
  const newest = [...bySeries.values()].flatMap(
    (series) => series.toSorted((a, b) => byAge(a.period, b.period)).at(-1) ?? [],
  );
  const before = fresh.flatMap((observation) => {
    const older = (bySeries.get(seriesOf(observation)) ?? []).filter(
      ({ period }) => byAge(period, observation.period) < 0,
    );
    return older.toSorted((a, b) => byAge(a.period, b.period)).at(-1) ?? [];
  });
  return [...new Set([...newest, ...shownObservations(vintage), ...fresh, ...before])];
}

function inOrder(a: Observation, b: Observation): number {
  return (
    a.indicator.localeCompare(b.indicator, 'en') ||
    a.counterpart.localeCompare(b.counterpart, 'en') ||
    byAge(a.period, b.period) ||
    a.flow.localeCompare(b.flow, 'en')
  );
}

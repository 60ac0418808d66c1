import { type Area, byAge, type Observation, type Vintage } from '../dataset/index.ts';
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

/** Everything else that a vintage knows: the values that no page states as its own, from the oldest to the newest. */
export function historyFigures(sheet: Sheet, vintage: Vintage): void {
  sheet.begin('history');
  const rest = vintage.observations.filter((observation) => !sheet.figureOf(observation));
  for (const observation of rest.toSorted(inOrder)) {
    const { indicator, flow, refArea, counterpart, unit, period } = observation;
    const mirrored = counterpart === 'BY-HO';
    const partner = mirrored ? refArea : counterpart;
    const name = `${indicator} ${flow}`;
    const plain = `history.${mirrored ? 'mirror.' : ''}${name.replace(' _Z', '').replace(' ', '.')}`;
    const isRussia = partner === 'RU';
    const subject = (isRussia && known[name]) || plain;
    const area: Area | null = vintage.areas.get(partner) ?? null;
    const key = `history.${indicator}.${flow}.${refArea}.${counterpart}.${unit}.${period.code}`;
    sheet.publish({ key, subject, area: isRussia && !plain.includes('trade') ? null : area }, observation);
  }
}

function inOrder(a: Observation, b: Observation): number {
  return (
    a.indicator.localeCompare(b.indicator, 'en') ||
    a.counterpart.localeCompare(b.counterpart, 'en') ||
    byAge(a.period, b.period) ||
    a.flow.localeCompare(b.flow, 'en')
  );
}

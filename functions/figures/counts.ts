import type { Area } from '../dataset/index.ts';
import type { Briefing } from './briefing.ts';
import type { Figure } from './figure.ts';
import { marketsOf } from './market-findings.ts';

/**
 * How many things of each kind a briefing names, such as sources and regions. Figures that share a number in the notes
 * count once.
 */
export function countsOf(briefing: Briefing) {
  const { figures, byKey, statements, proof, sources } = briefing;
  const notes = (status: Figure['status']) =>
    new Set(figures.filter((figure) => figure.status === status).map(({ note }) => note)).size;
  const named = (topic: string) => statements.filter((statement) => statement.topic === topic);
  const codes = (areas: readonly (Area | null)[]) => new Set(areas.flatMap((area) => area?.code ?? []));
  const markets = marketsOf(byKey).map(({ area }) => area);
  const partners = codes(named('partner_region').map(({ area }) => area));
  const both = [...codes(markets)].filter((code) => partners.has(code)).length;
  return {
    publishedFigures: notes('published'),
    calculatedFigures: notes('calculated'),
    sources: sources.length,
    proofChecks: proof.length,
    namedMarkets: markets.length,
    marketsThatBorderBelarus: markets.filter((area) => area?.bordersBelarus).length,
    partnerRegions: partners.size,
    partnersThatAreMarkets: both,
    partnersThatAreNot: partners.size - both,
    marketsThatAreNotPartners: markets.length - both,
    exportGoods: named('export_good').length,
    sectors: named('sector').length + named('promising_sector').length,
    enterprises: named('enterprise').length,
  } as const satisfies Readonly<Record<string, number>>;
}

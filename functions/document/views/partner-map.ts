import type { Area, Statement } from '../../dataset/index.ts';
import { type Finding, marketsOf } from '../../figures/index.ts';
import type { MapPlace, PartnerMap } from '../charts.ts';
import { isInInset, isOnPartnerMap } from './map-windows.ts';
import { beyondMap, countriesOf, homeOf, placeOf } from './markets.ts';
import { altText, areaName, sourcesOf, type ViewContext } from './view-context.ts';

/** What a map of partner regions shows. */
interface PartnersShown {
  readonly title: Finding | null;
  /** The statements that name the regions. */
  readonly statements: readonly Statement[];
  /** The regions that goods are sold to, and whether those that are no partners are drawn too. */
  readonly markets: readonly Area[];
  readonly drawsMarkets: boolean;
  /** The key to the marks; counts where it is not given. */
  readonly key?: PartnerMap['key'];
}

/** The map of the partner regions, with the buyers that the older breakdown of trade names; null without partners. */
export function partnersView(context: ViewContext) {
  const { briefing, words } = context;
  const map = partnerMapView(context, {
    title: briefing.findings.cooperation.overlap ?? briefing.findings.cooperation.title,
    statements: briefing.statements.filter(({ topic }) => topic === 'partner_region'),
    markets: marketsOf(briefing.byKey).flatMap(({ area }) => area ?? []),
    drawsMarkets: true,
  });
  return map && { ...map, subtitle: words.message('subtitle.partners') };
}

/** A map of partner regions; null where no statement names one. */
export function partnerMapView(context: ViewContext, { title, statements, markets, drawsMarkets, key }: PartnersShown) {
  const { words, charts } = context;
  const partners = statements.flatMap(({ area }) => area ?? []);
  if (partners.length === 0) return null;
  const isMarket = new Set(markets.map(({ code }) => code));
  const isPartner = new Set(partners.map(({ code }) => code));
  const printed = statements.find((statement) => statement.printed !== null);
  const star = (statement: Statement) => (statement === printed ? '*' : '');
  const places = statements.flatMap((statement) => {
    const { area } = statement;
    if (!area) return [];
    return { ...placeOf(words.text(area.label) + star(statement), area), market: isMarket.has(area.code) };
  });
  const others = drawsMarkets ? markets.filter(({ code }) => !isPartner.has(code)) : [];
  const both = partners.filter(({ code }) => isMarket.has(code));
  const seen = partners.filter(isOnPartnerMap);
  const names = (areas: readonly Area[]) => areas.map((area) => words.text(area.name)).join(', ');
  charts.set('partner-map', {
    kind: 'partner-map',
    home: homeOf(context),
    countries: countriesOf(context),
    partners: places,
    markets: sharedPlaces(context, others),
    caption: insetCaption(context, partners),
    key: key ?? keyOf(context, partners, others, both),
    unnamed: words.message('map.unnamed'),
    alt: altText(
      context,
      title,
      words.message('alt.partner_map', { list: names(seen), both: names(both) || words.message('alt.none') }),
    ),
  });
  const sources = statements.map(({ source }) => ({ sources: [source] }));
  const beyond = beyondMap(
    context,
    [...partners, ...others].filter((area) => !isOnPartnerMap(area)),
  );
  return { title, ...sourcesOf(context, sources), printed: printed?.printed ?? null, beyond };
}

/** Places of the markets; a city and the region around it share one disc and one label of two lines. */
function sharedPlaces(context: ViewContext, areas: readonly Area[]): readonly MapPlace[] {
  const { words } = context;
  const cityOf = (code: string) => areas.find(({ enclosedBy }) => enclosedBy === code);
  return areas.flatMap((area) => {
    if (area.enclosedBy !== null && areas.some(({ code }) => code === area.enclosedBy)) return [];
    const city = cityOf(area.code);
    const label = words.text(area.label);
    const name = city ? words.message('map.shared', { a: words.text(city.label), b: label }) : label;
    return placeOf(name, area);
  });
}

function insetCaption(context: ViewContext, partners: readonly Area[]): string | null {
  const { words } = context;
  const [inset] = partners.filter(isInInset);
  const [east] = partners
    .filter((area) => isOnPartnerMap(area) && !isInInset(area))
    .toSorted((a, b) => b.longitude - a.longitude);
  if (!inset || !east) return null;
  const degrees = words.number(Math.round(inset.longitude - east.longitude), 0);
  return words.message('map.inset', { a: words.text(inset.name), b: words.text(east.name), degrees });
}

function keyOf(
  context: ViewContext,
  partners: readonly Area[],
  others: readonly Area[],
  both: readonly Area[],
): PartnerMap['key'] {
  const { words } = context;
  const markets = others.length + both.length;
  const city = others.find(({ enclosedBy }) => others.some(({ code }) => code === enclosedBy));
  const around = others.find(({ code }) => code === city?.enclosedBy);
  const marketSlots = { k: others.length, n: markets };
  const note =
    city && around
      ? words.message('map.export_market_shared', {
          ...marketSlots,
          a: areaName(context, city, others),
          b: words.text(around.name),
        })
      : words.message('map.export_market_note', marketSlots);
  const rows = [
    {
      mark: 'partner' as const,
      count: partners.length - both.length,
      name: words.message('map.region'),
      note: words.message('map.region_note', { k: partners.length - both.length, n: partners.length }),
    },
    { mark: 'market' as const, count: others.length, name: words.message('map.export_market'), note },
    {
      mark: 'both' as const,
      count: both.length,
      name: words.message('map.both', { list: both.map((area) => words.text(area.label)).join(', ') }),
      note: words.message('map.both_note'),
    },
  ];
  return rows.filter(({ count }) => count > 0);
}

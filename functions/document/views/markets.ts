import type { Area } from '../../dataset/index.ts';
import { type Figure, marketsOf } from '../../figures/index.ts';
import type { MapPlace, RankedBar } from '../charts.ts';
import type { Inline } from '../inline.ts';
import { pageReference } from '../page-reference.ts';
import type { Words } from '../words.ts';
import { isOnMarketMap } from './map-windows.ts';
import {
  altList,
  altText,
  areaName,
  calculated,
  figureOf,
  figuresOf,
  numberLabel,
  percentLabel,
  percentText,
  showing,
  sourcesOf,
  type ViewContext,
} from './view-context.ts';

/** A named market: its area and its share. */
interface Market {
  readonly area: Area;
  readonly share: Figure;
}

/** The page on where exports go; null when the source names no market and no goods. */
export function marketsView(context: ViewContext) {
  const { briefing, words } = context;
  const markets = marketsOf(briefing.byKey).flatMap((share) => (share.area ? { area: share.area, share } : []));
  const [first] = markets;
  const goods = goodsView(context);
  if (!first && !goods) return null;
  const ranking = first ? rankingView(context, markets) : null;
  return {
    title: briefing.findings.markets.title ?? briefing.findings.markets.goods,
    standfirst: briefing.findings.markets.standfirst,
    period: first ? words.period(first.share.period) : null,
    ranking,
    map: first ? mapView(context, markets) : null,
    goods,
  };
}

function rankingView(context: ViewContext, markets: readonly Market[]) {
  const { briefing, words, charts } = context;
  const areas = markets.map(({ area }) => area);
  const values = markets.map(({ area }) => figureOf(context, `region.exports.${area.code}`));
  const rest = figureOf(context, 'regions.rest');
  const restValue = figureOf(context, 'regions.rest.exports');
  const pair = figureOf(context, 'regions.pair');
  const title = briefing.findings.markets.rank ?? briefing.findings.markets.title;
  const bar = (name: string, share: Figure, value: Figure | undefined): RankedBar => ({
    name,
    value: share.value,
    label: percentLabel(context, share),
    amount: value ? numberLabel(context, value) : null,
  });
  const restBar = rest ? bar(words.message('label.other_regions'), rest, restValue) : null;
  const bars = markets.map(({ area, share }, index) => bar(areaName(context, area, areas), share, values[index]));
  const [first] = markets;
  charts.set('ranking', {
    kind: 'ranked-bars',
    heads: [words.message('label.share'), words.message('label.value')],
    bars,
    rest: restBar,
    shows: [
      ...markets.flatMap(({ area, share }, index) => showing([share, values[index]], areaName(context, area, areas))),
      ...showing([rest, restValue], words.message('label.other_regions')),
    ],
    pair: pair ? { label: percentLabel(context, pair), word: words.message('label.together') } : null,
    alt: altText(
      context,
      title,
      words.message('alt.ranking', {
        period: first ? words.period(first.share.period) : '',
        list: altList(
          context,
          [...bars, ...(restBar ? [restBar] : [])].map(({ name, label }) => [name, label.text]),
        ),
      }),
    ),
  });
  const sold = [...markets.map(({ share }) => share), ...values.flatMap((value) => value ?? [])];
  const all = [...sold, ...figuresOf(context, ['regions.named', 'regions.rest', 'regions.rest.exports'])];
  return {
    title,
    ...sourcesOf(context, sold),
    refs: values.some(Boolean) ? calculated(all) : null,
    rest: restBar !== null,
    values: values.some(Boolean),
  };
}

/** The map of the markets in the west of Russia; null where it would show none. Those beyond it are named under it. */
function mapView(context: ViewContext, all: readonly Market[]) {
  const { briefing, words, charts } = context;
  const markets = all.filter(({ area }) => isOnMarketMap(area));
  const beyond = all.filter((market) => !markets.includes(market));
  if (markets.length === 0) return null;
  const areas = markets.map(({ area }) => area);
  const partners = partnerAreas(context);
  const isPartner = new Set(partners.map(({ code }) => code));
  const isMarket = new Set(areas.map(({ code }) => code));
  const onlyPartners = partners.filter(({ code }) => !isMarket.has(code));
  charts.set('market-map', {
    kind: 'market-map',
    home: homeOf(context),
    countries: countriesOf(context),
    markets: markets.map(({ area, share }) => ({
      ...placeOf(areaName(context, area, areas), area),
      share: share.value,
      label: percentLabel(context, share).text,
      partner: isPartner.has(area.code),
    })),
    shows: markets.flatMap(({ area, share }) => showing([share], areaName(context, area, areas))),
    partners: onlyPartners.map((area) => placeOf(words.text(area.name), area)),
    key: {
      home: words.message('map.gomel'),
      market: words.message('map.market'),
      partner: partners.length > 0 ? partnerKey(words) : null,
    },
    alt: altText(
      context,
      briefing.findings.markets.border,
      words.message('alt.market_map', {
        list: altList(
          context,
          markets.map(({ area, share }) => [words.text(area.name), percentText(context, share)]),
        ),
      }),
    ),
  });
  return {
    title: briefing.findings.markets.border,
    ...sourcesOf(
      context,
      markets.map(({ share }) => share),
    ),
    apart: cityAndRegion(context, areas),
    beyond: beyondMap(
      context,
      beyond.map(({ area }) => area),
    ),
  };
}

/** The names of areas that a map does not show; null where it shows all. */
export function beyondMap({ words }: ViewContext, areas: readonly Area[]): string | null {
  return areas.length > 0 ? areas.map(({ name }) => words.text(name)).join(', ') : null;
}

/** What the diamond of a partner means, and where all partners are. */
function partnerKey(words: Words): Inline {
  const page = pageReference(words);
  const [before = '', after = ''] = words.message('map.partner', { page }).split(page);
  return [{ text: before }, { text: page, pageOf: 'cooperation' }, { text: after }];
}

/** A city and the region around it, where both are among the areas; null where none are. */
export function cityAndRegion(context: ViewContext, areas: readonly Area[]) {
  const city = areas.find(({ enclosedBy }) => areas.some(({ code }) => code === enclosedBy));
  const around = areas.find(({ code }) => code === city?.enclosedBy);
  if (!city || !around) return null;
  return { a: areaName(context, city, areas), b: areaName(context, around, areas) };
}

/** The regions of the partner statements, in the order of the statements. */
export function partnerAreas({ briefing }: ViewContext): readonly Area[] {
  return briefing.statements.filter(({ topic }) => topic === 'partner_region').flatMap(({ area }) => area ?? []);
}

/** An area as a place on a map. */
export function placeOf(name: string, { longitude, latitude }: Area): MapPlace {
  return { name, longitude, latitude };
}

/** The city of Gomel as a place on a map. */
export function homeOf({ briefing, words }: ViewContext): MapPlace {
  return placeOf(words.message('map.gomel'), briefing.home);
}

/** The two countries that maps name, in capitals. */
export function countriesOf({ words }: ViewContext) {
  const capitals = (key: 'label.russia' | 'label.belarus') => words.message(key).toUpperCase();
  return { russia: capitals('label.russia'), belarus: capitals('label.belarus') };
}

function goodsView(context: ViewContext) {
  const { briefing, words } = context;
  const goods = briefing.statements.filter(({ topic }) => topic === 'export_good');
  if (goods.length === 0) return null;
  const sources = goods.map(({ source }) => ({ sources: [source] }));
  return {
    title: briefing.findings.markets.goods,
    items: goods.map(({ text, detail }) => ({ text: words.text(text), detail: words.text(detail) || null })),
    ...sourcesOf(context, sources),
  };
}

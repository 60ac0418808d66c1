import type { Area } from '../../dataset/index.ts';
import { type Figure, marketsOf } from '../../figures/index.ts';
import type { Place, RankedBar } from '../charts.ts';
import type { Inline } from '../nodes.ts';
import { pageNumberOf } from '../read-inline.ts';
import {
  altList,
  altText,
  areaName,
  calculated,
  figureOf,
  figuresOf,
  numberLabel,
  percentLabel,
  sourcesOf,
  type Writing,
} from './writing.ts';

/** A named market: its area and its share. */
interface Market {
  readonly area: Area;
  readonly share: Figure;
}

/** The page on where exports go; null when the source names no market and no goods. */
export function marketsView(writing: Writing) {
  const { briefing, words } = writing;
  const markets = marketsOf(briefing.byKey).flatMap((share) => (share.area ? { area: share.area, share } : []));
  const [first] = markets;
  const goods = goodsView(writing, first !== undefined);
  if (!first && !goods) return null;
  const ranking = first ? rankingView(writing, markets) : null;
  return {
    title: briefing.findings.markets.title ?? briefing.findings.markets.goods,
    standfirst: briefing.findings.markets.standfirst,
    period: first ? words.period(first.share.period) : null,
    ranking,
    map: first ? mapView(writing, markets) : null,
    goods,
  };
}

function rankingView(writing: Writing, markets: readonly Market[]) {
  const { briefing, words, charts } = writing;
  const areas = markets.map(({ area }) => area);
  const values = markets.map(({ area }) => figureOf(writing, `region.exports.${area.code}`));
  const rest = figureOf(writing, 'regions.rest');
  const restValue = figureOf(writing, 'regions.rest.exports');
  const pair = figureOf(writing, 'regions.pair');
  const title = briefing.findings.markets.rank ?? briefing.findings.markets.title;
  const bar = (name: string, share: Figure, value: Figure | undefined): RankedBar => ({
    name,
    value: share.value,
    label: percentLabel(writing, share),
    amount: value ? numberLabel(writing, value) : null,
  });
  const restBar = rest ? bar(words.message('label.other_regions'), rest, restValue) : null;
  const bars = markets.map(({ area, share }, index) => bar(areaName(writing, area, areas), share, values[index]));
  const [first] = markets;
  charts.set('ranking', {
    kind: 'ranked-bars',
    heads: [words.message('label.share'), words.message('label.value')],
    bars,
    rest: restBar,
    pair: pair ? { label: percentLabel(writing, pair), word: words.message('label.together') } : null,
    alt: altText(
      writing,
      title,
      words.message('alt.ranking', {
        period: first ? words.period(first.share.period) : '',
        list: altList(
          writing,
          [...bars, ...(restBar ? [restBar] : [])].map(({ name, label }) => [name, label.text]),
        ),
      }),
    ),
  });
  const shown = [...markets.map(({ share }) => share), ...values.flatMap((value) => value ?? [])];
  const all = [...shown, ...figuresOf(writing, ['regions.named', 'regions.rest', 'regions.rest.exports'])];
  return {
    title,
    ...sourcesOf(writing, shown),
    refs: values.some(Boolean) ? calculated(all) : null,
    rest: restBar !== null,
  };
}

function mapView(writing: Writing, markets: readonly Market[]) {
  const { briefing, words, charts } = writing;
  const areas = markets.map(({ area }) => area);
  const partners = partnerAreas(writing);
  const isPartner = new Set(partners.map(({ code }) => code));
  const isMarket = new Set(areas.map(({ code }) => code));
  const onlyPartners = partners.filter(({ code }) => !isMarket.has(code));
  charts.set('market-map', {
    kind: 'market-map',
    home: homeOf(writing),
    countries: countriesOf(writing),
    markets: markets.map(({ area, share }) => ({
      ...placeOf(areaName(writing, area, areas), area),
      share: share.value,
      label: words.percent(share.value, share.decimals),
      partner: isPartner.has(area.code),
    })),
    partners: onlyPartners.map((area) => placeOf(words.text(area.name), area)),
    key: {
      home: words.message('map.gomel'),
      market: words.message('map.market'),
      partner: partners.length > 0 ? withPage(words.message('map.partner', { page: pagePlace }), 'cooperation') : null,
    },
    alt: altText(
      writing,
      briefing.findings.markets.border,
      words.message('alt.market_map', {
        list: altList(
          writing,
          markets.map(({ area, share }) => [words.text(area.name), words.percent(share.value, share.decimals)]),
        ),
      }),
    ),
  });
  return {
    title: briefing.findings.markets.border,
    ...sourcesOf(
      writing,
      markets.map(({ share }) => share),
    ),
    apart: besideEachOther(writing, areas),
  };
}

/** Marks the place of a page number in a message until layout knows it. */
const pagePlace = '{page}';

function withPage(text: string, section: string): Inline {
  const [before = '', after = ''] = text.split(pagePlace);
  return [{ text: before }, pageNumberOf(section), { text: after }];
}

function besideEachOther(writing: Writing, areas: readonly Area[]) {
  const city = areas.find(({ enclosedBy }) => areas.some(({ code }) => code === enclosedBy));
  const around = areas.find(({ code }) => code === city?.enclosedBy);
  if (!city || !around) return null;
  return { a: areaName(writing, city, areas), b: areaName(writing, around, areas) };
}

/** The regions of the partner statements, in the order of the statements. */
export function partnerAreas({ briefing }: Writing): readonly Area[] {
  return briefing.statements.filter(({ topic }) => topic === 'partner_region').flatMap(({ area }) => area ?? []);
}

/** An area as a place on a map. */
export function placeOf(name: string, { longitude, latitude }: Area): Place {
  return { name, longitude, latitude };
}

/** Gomel itself. */
export function homeOf({ briefing, words }: Writing): Place {
  return placeOf(words.message('map.gomel'), briefing.home);
}

/** The two countries that maps name, in capitals. */
export function countriesOf({ words }: Writing) {
  const capitals = (key: string) => words.message(key).toUpperCase();
  return { russia: capitals('label.russia'), belarus: capitals('label.belarus') };
}

/** The goods stand under the markets where there are any, else right under the title. */
function goodsView(writing: Writing, underMarkets: boolean) {
  const { briefing, words } = writing;
  const goods = briefing.statements.filter(({ topic }) => topic === 'export_good');
  if (goods.length === 0) return null;
  const sources = goods.map(({ source }) => ({ sources: [source] }));
  return {
    top: underMarkets ? '624' : '195',
    title: briefing.findings.markets.goods,
    items: goods.map(({ text, detail }) => ({ text: words.text(text), detail: words.text(detail) || null })),
    ...sourcesOf(writing, sources),
  };
}

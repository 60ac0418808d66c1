import type { Statement } from '../../dataset/index.ts';
import { marketsOf, signers } from '../../figures/index.ts';
import type { MapPlace, PartnerMap } from '../charts.ts';
import { isInInset, isOnPartnerMap } from './map-windows.ts';
import { beyondMap, countriesOf, homeOf, partnerAreas, placeOf } from './markets.ts';
import { saidView } from './said.ts';
import { marksFor, thingsPerMark } from './things-per-mark.ts';
import {
  altList,
  altText,
  areaName,
  asOf,
  figureOf,
  figuresOf,
  numberLabel,
  sourcesOf,
  type ViewContext,
} from './view-context.ts';

/** The page on documents, partner regions and the meeting; null when there is nothing to show. */
export function cooperationView(context: ViewContext) {
  const { briefing } = context;
  const title = briefing.findings.cooperation.title;
  if (!title) return null;
  return {
    title,
    standfirst: briefing.findings.cooperation.standfirst,
    documents: documentsView(context),
    partners: partnersView(context),
    said: saidView(context),
  };
}

/** The number of squares that fit in eight lines. */
const maxSquares = 312;

function documentsView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const known = signers.flatMap((signer) => {
    const figure = figureOf(context, `documents.${signer}`);
    return figure ? { signer, figure } : [];
  });
  if (known.length === 0) return null;
  const ordered = known.toSorted((a, b) => b.figure.value - a.figure.value);
  const each = thingsPerMark(ordered[0]?.figure.value ?? 0, maxSquares);
  const rows = ordered.map(({ signer, figure }) => ({
    name: words.message(`label.documents.${signer}`),
    count: marksFor(figure.value, each),
    label: numberLabel(context, figure, 0).text,
  }));
  const title = briefing.findings.cooperation.signers;
  const alt = altText(
    context,
    title,
    words.message('alt.documents', {
      each,
      list: altList(
        context,
        rows.map(({ name, label }) => [name, label]),
      ),
    }),
  );
  charts.set('documents', { kind: 'units', rows, alt });
  const [largest] = ordered;
  const total = figureOf(context, 'documents');
  const part = figureOf(context, `documents.${largest?.signer}.part`);
  return {
    title,
    each,
    asOf: largest ? asOf(context, largest.figure) : null,
    ...sourcesOf(
      context,
      known.map(({ figure }) => figure),
    ),
    total: total && part ? total : null,
    terms: rows.map(({ label }) => label).join(' + '),
    part: part ?? null,
    largest: largest ? words.message(`signer.${largest.signer}`) : '',
    refs: figuresOf(context, ['documents', `documents.${largest?.signer}.part`]),
  };
}

function partnersView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const statements = briefing.statements.filter(({ topic }) => topic === 'partner_region');
  const partners = partnerAreas(context);
  if (partners.length === 0) return null;
  const title = briefing.findings.cooperation.overlap ?? briefing.findings.cooperation.title;
  const markets = marketsOf(briefing.byKey).flatMap(({ area }) => area ?? []);
  const isMarket = new Set(markets.map(({ code }) => code));
  const isPartner = new Set(partners.map(({ code }) => code));
  const printed = statements.find((statement) => statement.printed !== null);
  const star = (statement: Statement) => (statement === printed ? '*' : '');
  const places = statements.flatMap((statement) => {
    const { area } = statement;
    if (!area) return [];
    return { ...placeOf(words.text(area.label) + star(statement), area), market: isMarket.has(area.code) };
  });
  const others = markets.filter(({ code }) => !isPartner.has(code));
  const both = partners.filter(({ code }) => isMarket.has(code));
  const seen = partners.filter(isOnPartnerMap);
  const names = (areas: typeof partners) => areas.map((area) => words.text(area.name)).join(', ');
  charts.set('partner-map', {
    kind: 'partner-map',
    home: homeOf(context),
    countries: countriesOf(context),
    partners: places,
    markets: sharedPlaces(context, others),
    caption: insetCaption(context, partners),
    key: keyOf(context, partners, others, both),
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
function sharedPlaces(context: ViewContext, areas: ReturnType<typeof partnerAreas>): readonly MapPlace[] {
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

function insetCaption(context: ViewContext, partners: ReturnType<typeof partnerAreas>): string | null {
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
  partners: ReturnType<typeof partnerAreas>,
  others: ReturnType<typeof partnerAreas>,
  both: ReturnType<typeof partnerAreas>,
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

import type { Area } from '../../../dataset/index.ts';
import {
  borderFinding,
  type Figure,
  type Finding,
  fastestRegionsFinding,
  finding,
  marketsOverTimeTitle,
  namedRegionsFinding,
  namingFindings,
  type Part,
  type PartsOverTime,
  passedFinding,
  regionMovesFinding,
  sameMonthsFinding,
  tenseOf,
  yearsShown,
} from '../../../figures/index.ts';
import type { RankedRegion, RegionColumns } from '../../breakdown-charts.ts';
import type { Label } from '../../charts.ts';
import { cityAndRegion, countriesOf, homeOf } from '../markets.ts';
import { altList, altText, percentText, showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { amountLabel, changeLabel, currentParts, indexText, missingLabel, present } from './part-labels.ts';

/** A region that the newest bulletin names. */
type Region = Part & {
  readonly area: Area;
  readonly share: Figure;
  readonly comparison: NonNullable<Part['comparison']>;
};

/** The page on where exports go; null where the newest bulletin names no region. */
export function regionsView(context: MonthlyContext) {
  const { briefing, overTime } = context;
  const regions = currentParts(context, overTime.regions, overTime.exports);
  const title = regions && marketsOverTimeTitle(regions);
  if (!regions || !title) return null;
  const { dated, isPast } = tenseOf(briefing.edition, regions.period);
  const clauses = [
    isPast ? null : passedFinding(regions),
    regionMovesFinding(regions),
    namedRegionsFinding(regions),
  ].filter((clause) => clause !== null && clause.message !== title.message);
  return {
    title: dated(title),
    standfirst: joined(clauses),
    ranking: rankingView(context, regions),
    map: mapView(context, regions),
    columns: columnsView(context, regions),
  };
}

/** The first two clauses as one sentence. */
function joined([first, second]: readonly (Finding | null)[]): Finding | null {
  if (!first || !second) return first ?? null;
  return finding('title.with_tail', {
    clauses: { term: 'finding', finding: first },
    tail: { term: 'finding', finding: second, begins: 'lowered' },
  });
}

function namedIn(parts: readonly Part[]): readonly Region[] {
  return parts.flatMap((part) => {
    const { area, share, comparison } = part;
    return area && share && comparison ? [{ ...part, area, share, comparison }] : [];
  });
}

function rankingView(context: MonthlyContext, regions: PartsOverTime) {
  const { words, charts } = context;
  const title = fastestRegionsFinding(regions) ?? finding('region.by_region');
  const listed = namedIn(regions.listed);
  const compares = listed.some(({ comparison }) => comparison.base);
  const rows = rowsOf(context, regions, compares);
  const period = words.period(regions.period);
  const items = rows.map(({ place, name, label, change }) => {
    const slots = { a: name, value: label.text, change: change.text };
    return place ? words.message('alt.ranking_item', { place, ...slots }) : words.message('alt.ranking_other', slots);
  });
  charts.set('region-ranking', {
    kind: 'region-ranking',
    heads: {
      region: words.message('label.region'),
      value: words.message('unit.short.USD'),
      change: words.message(compares ? 'label.year_on_year' : 'label.share'),
    },
    rows,
    shows: rows.flatMap(({ name, figures }) => showing(figures, name)),
    alt: altText(
      context,
      title,
      words.message(compares ? 'alt.ranking_change' : 'alt.ranking', { period, list: items.join('; ') }),
    ),
  });
  const { base } = regions.total;
  const values = listed.flatMap(({ comparison }) => [comparison.value, ...(comparison.base ? [comparison.base] : [])]);
  const groups = [regions.more, regions.rest].flatMap((group) => group?.value ?? []);
  const changes = listed.flatMap(({ comparison, share }) => (compares ? (comparison.index ?? []) : share));
  return {
    title,
    period,
    year0: compares && base ? String(base.period.year) : null,
    hasRest: rows.some(({ place }) => place === null),
    naming: namingFindings(regions),
    refs: [...values, ...changes, ...groups],
    ...sourcesOf(context, values),
  };
}

function rowsOf(context: MonthlyContext, regions: PartsOverTime, compares: boolean): readonly RankedRegion[] {
  const { words } = context;
  const { listed, more, rest, parts } = regions;
  const shareLabel = (share: Figure | null) =>
    share ? { text: words.percent(share.value, 1), calculated: share.status === 'calculated' } : missingLabel(context);
  const named = namedIn(listed).map((region, index): RankedRegion => {
    const { area, comparison, share, rank, rankBefore } = region;
    const isMoved = rank !== null && rankBefore !== null && rank !== rankBefore;
    return {
      place: String(index + 1),
      name: words.text(area.label),
      moved: isMoved ? { up: rank < rankBefore, label: rankMark(context, rankBefore) } : null,
      value: comparison.value.value,
      base: comparison.base?.value ?? null,
      label: amountLabel(context, comparison.value),
      change: compares ? changeLabel(context, region) : shareLabel(share),
      figures: present([comparison.value, comparison.base, comparison.index, share]),
    };
  });
  const together = (name: string, value: Figure, change: Label, figures: readonly Figure[]): RankedRegion => ({
    place: null,
    name,
    moved: null,
    value: value.value,
    base: null,
    label: amountLabel(context, value),
    change,
    figures,
  });
  const others = more
    ? [
        together(
          words.message('region.more_named', { n: parts.length - listed.length }),
          more.value,
          compares ? changeLabel(context, more) : shareLabel(more.share),
          present([more.value, more.base, more.index, more.share]),
        ),
      ]
    : [];
  if (!rest.value || rest.value.interval.lo <= 0) return [...named, ...others];
  const grown = rest.index ? { text: indexText(context, rest.index), calculated: true } : missingLabel(context);
  const restRow = together(
    words.message('label.other_regions'),
    rest.value,
    compares ? grown : shareLabel(rest.share),
    present([rest.value, rest.base, rest.index, rest.share]),
  );
  return [...named, ...others, restRow];
}

function rankMark({ words }: MonthlyContext, place: number): string {
  return words.message('region.rank_mark', { place0: words.message('ordinal.place', { n_number: place }) });
}

function mapView(context: MonthlyContext, regions: PartsOverTime) {
  const { words, charts } = context;
  const title = borderFinding(regions);
  const all = namedIn(regions.parts);
  const named = new Set(regions.listed.map(({ code }) => code));
  charts.set('region-map', {
    kind: 'region-map',
    home: homeOf(context),
    countries: countriesOf(context),
    regions: all.map(({ area, share }) => ({
      name: words.text(area.label),
      longitude: area.longitude,
      latitude: area.latitude,
      share: share.value,
      inside: words.percent(share.value, 0),
      beside: words.percent(share.value, 1),
      named: named.has(area.code),
    })),
    shows: all.flatMap(({ area, share }) => showing([share], words.text(area.label))),
    outside: words.message('map.outside'),
    alt: altText(
      context,
      title,
      words.message('alt.market_map', {
        list: altList(
          context,
          all.map(({ area, share }) => [words.text(area.name), percentText(context, share)]),
        ),
      }),
    ),
  });
  return {
    title,
    period: words.period(regions.period),
    apart: cityAndRegion(
      context,
      all.map(({ area }) => area),
    ),
    ...sourcesOf(
      context,
      all.map(({ comparison }) => comparison.value),
    ),
  };
}

function columnsView(context: MonthlyContext, regions: PartsOverTime) {
  const { words, charts } = context;
  const years = yearsShown(regions);
  if (!years) return null;
  const { period } = regions;
  const title = sameMonthsFinding(regions) ?? finding('region.by_year');
  const listed = namedIn(regions.parts).slice(0, mostPanels);
  const shown = listed.flatMap(({ sameMonths }) => sameMonths.filter((figure) => figure.period.year >= years.from));
  const panels = listed.map((region): RegionColumns['panels'][number] => ({
    name: words.text(region.area.label),
    columns: Array.from({ length: years.to - years.from + 1 }, (_, at) => {
      const figure = region.sameMonths.find((of) => of.period.year === years.from + at);
      return figure ? { value: figure.value, label: amountLabel(context, figure) } : null;
    }),
  }));
  const items = panels.map(({ name, columns }) => {
    const known = columns.filter((column) => column !== null);
    const [s0, s1] = [known[0]?.label.text ?? '', known.at(-1)?.label.text ?? ''];
    return words.message('alt.share_item', { label: name, s0, s1 });
  });
  const [year0, year] = [String(years.from), String(years.to)];
  const isWhole = period.months === 12;
  const slots = { months: words.monthsOf(period), year0, year };
  const list = items.join('; ');
  charts.set('region-columns', {
    kind: 'region-columns',
    years: [year0, year],
    panels,
    shows: listed.flatMap(({ area, sameMonths }) => {
      const figures = sameMonths.filter(({ period }) => period.year >= years.from);
      return showing(figures, words.text(area.label));
    }),
    alt: altText(
      context,
      title,
      isWhole
        ? words.message('alt.multiples_years', { year0, year, list })
        : words.message('alt.multiples', { ...slots, list }),
    ),
  });
  return {
    title,
    subtitle: isWhole
      ? words.message('region.multiples_subtitle_years', { year0, year })
      : words.message('region.multiples_subtitle', slots),
    refs: shown,
    ...sourcesOf(context, shown),
  };
}

/** As many regions have a chart of their own. */
const mostPanels = 10;

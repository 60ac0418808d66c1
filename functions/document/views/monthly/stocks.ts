import { endOf, lastMonth, monthIndex } from '../../../dataset/index.ts';
import {
  type Elsewhere,
  type Figure,
  type OverTime,
  type Stock,
  stockFinding,
  tenseOf,
  thresholds,
} from '../../../figures/index.ts';
import { altList, altText, numberLabel, showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { newestYears } from './shown-years.ts';

/** The companies with Russian capital: as the bulletins count them, or else as who counted them most. */
export function companiesOf({ stocks, publisher }: OverTime): Stock | null {
  const nouns = ['companies', 'organisations', 'enterprises'];
  const counted = stocks.filter(({ indicator }) => nouns.includes(indicator));
  return (
    counted.find((stock) => stock.publisher === publisher) ??
    counted.toSorted((a, b) => b.figures.length - a.figures.length)[0] ??
    null
  );
}

/** The residents of the free zone with Russian capital. */
export function zoneOf({ stocks }: OverTime): Stock | null {
  return stocks.find(({ indicator }) => indicator === 'companies_fez') ?? null;
}

/** A count over time as a line, with what others count beside it as rings; one count alone as a number with its day. */
export function stockView(context: MonthlyContext, name: 'companies' | 'zone', stock: Stock | null) {
  const { briefing, charts, words } = context;
  const shown = newestYears(stock?.figures ?? []);
  const newest = shown.at(-1);
  if (!stock || !newest) return null;
  const title = tenseOf(briefing.edition, newest.period).dated(stockFinding(stock));
  const isLine = shown.length > 1;
  const rings = isLine ? ringsOf(context, stock, shown) : [];
  charts.set(`stock-${name}`, isLine ? lineOf(context, title, shown, rings) : numberOf(context, title, newest));
  const publishers = new Set(rings.map(({ publisher }) => publisher));
  return {
    title,
    isLine,
    subtitle: words.message(subtitleOf(stock, name)),
    refs: [...shown, ...rings.map(({ figure }) => figure)],
    rings,
    ring: publishers.size === 1 ? publisherOf(context, rings[0]) : null,
    severalRings: publishers.size > 1,
    ...sourcesOf(context, shown),
  };
}

/** What is counted, as far as the title does not say it. */
function subtitleOf(stock: Stock, name: 'companies' | 'zone') {
  const message = stockFinding(stock)?.message ?? '';
  if (message === 'stock.not_yearly') return `subtitle.stock.${name}` as const;
  return /_(more|fewer|same)$/.test(message) ? (`subtitle.stock_of.${name}` as const) : 'subtitle.stock';
}

/** What others state of the same, in the years that the axis shows. */
function ringsOf({ overTime }: MonthlyContext, { indicator }: Stock, shown: readonly Figure[]): readonly Elsewhere[] {
  const newest = shown.at(-1);
  return overTime.elsewhere.filter(
    ({ indicator: other, figure }) =>
      other === indicator && newest && figure.period.year > newest.period.year - thresholds.shownYears - 1,
  );
}

function lineOf(
  context: MonthlyContext,
  title: ReturnType<typeof stockFinding>,
  shown: readonly Figure[],
  rings: readonly Elsewhere[],
) {
  const { words } = context;
  const all = [...shown, ...rings.map(({ figure }) => figure)];
  const firstYear = Math.min(...all.map(({ period }) => period.year));
  const lastYear = Math.max(...all.map(({ period }) => Math.floor(lastMonth(period) / 12)));
  const start = monthIndex({ year: firstYear, month: 1 });
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => ({
    name: String(firstYear + index),
    start: 12 * index,
  }));
  const middle = (figure: Figure) => endOf(figure) - figure.period.months / 2 - start;
  const text = (figure: Figure) => numberLabel(context, figure).text;
  const list = altList(
    context,
    shown.map((figure) => [words.period(figure.period), text(figure)]),
  );
  const others = rings.map((ring) => besideItem(context, ring)).join(', ');
  const beside = others === '' ? '' : ` ${words.message('beside.list', { list: others })}`;
  return {
    kind: 'stock-line' as const,
    axis: { months: 12 * years.length, years },
    points: shown.map((figure) => ({ at: middle(figure), value: figure.value, label: text(figure) })),
    rings: rings.map((ring) => ({
      at: middle(ring.figure),
      value: ring.figure.value,
      label: `${text(ring.figure)} ${publisherOf(context, ring)}`,
    })),
    shows: [...showing(shown), ...rings.map((ring) => ({ figure: ring.figure, apart: publisherOf(context, ring) }))],
    alt: altText(context, title, words.message('alt.stock', { list }) + beside),
  };
}

function numberOf(context: MonthlyContext, title: ReturnType<typeof stockFinding>, figure: Figure) {
  const { words } = context;
  const [value, label] = [numberLabel(context, figure).text, words.period(figure.period)];
  const alt = altText(context, title, `${label}: ${value}`);
  return { kind: 'cells' as const, cells: [{ value, label }], shows: showing([figure]), alt };
}

/** A value of another publisher in a list: «361 (BelTA, July 2021)». */
export function besideItem(context: MonthlyContext, { figure, publisher }: Elsewhere): string {
  const { words } = context;
  const by = publisherOf(context, { figure, publisher });
  const value = numberLabel(context, figure).text;
  return words.message('beside.item', { value, publisher: by, period: words.period(figure.period) });
}

/** The publisher of a value in the language. */
function publisherOf({ words }: MonthlyContext, other: Pick<Elsewhere, 'figure' | 'publisher'> | undefined): string {
  const [source] = other?.figure.sources ?? [];
  return source ? words.text(source.publisher) : (other?.publisher ?? '');
}

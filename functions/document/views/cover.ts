import { ageOf, type Figure, isOlder } from '../../figures/index.ts';
import type { Card, Tone } from '../charts.ts';
import type { AgeCard } from '../dated-charts.ts';
import { capitalise } from '../words.ts';
import { ageText } from './latest/age-card.ts';
import { newsView } from './news.ts';
import {
  altText,
  calculated,
  figureOf,
  figuresOf,
  numberLabel,
  numberText,
  showing,
  sizeLabel,
  sourcesOf,
  type ViewContext,
} from './view-context.ts';

const tones = ['turnover', 'exports', 'imports', 'balance'] as const satisfies readonly Tone[];

/** The first page: its band, the key figures, the summary and the slope chart of exports and imports. */
export function coverView(context: ViewContext) {
  const { briefing, words } = context;
  const cards = cardsOf(context);
  for (const card of cards) context.charts.set(card.tone, card);
  const news = newsView(context);
  return {
    ...bandOf(context),
    news,
    cards: cards.map(({ tone }) => tone),
    brief: !news ? briefing.findings.brief : news.nothing ? briefing.findings.brief.slice(0, 2) : [],
    briefPeriod: news && briefing.tradePeriod ? words.period(briefing.tradePeriod) : null,
    slope: slopeView(context),
  };
}

/** The band: in the first edition the period of trade, in later ones the edition and the date of its newest source. */
function bandOf({ briefing, words }: ViewContext) {
  const { tradePeriod, edition, sources, news } = briefing;
  const month = words.date(edition);
  if (!news) {
    const headline = capitalise(tradePeriod ? words.period(tradePeriod) : month);
    return { headline, contents: words.message('cover.contents') };
  }
  const [newest] = sources;
  const published = newest ? words.message('cover.published', { date: words.date(newest.published) }) : '';
  return {
    headline: capitalise(words.message('edition', { period: month })),
    contents: published,
  };
}

/** The key figures of trade. */
export function cardsOf(context: ViewContext): readonly (Card | AgeCard)[] {
  const values = tones.flatMap((tone) => figuresOf(context, [tone, `${tone}.base`]));
  const scale = Math.max(0, ...values.map(({ value }) => Math.abs(value)));
  return tones.flatMap((tone) => {
    const figure = figureOf(context, tone);
    if (!figure) return [];
    const isDated = context.briefing.news && isOlder(context.briefing.edition, figure.period, 'past');
    return isDated ? datedCard(context, tone, figure) : cardOf(context, tone, figure, scale);
  });
}

function cardOf(context: ViewContext, tone: Tone, figure: Figure, scale: number): Card {
  const { words } = context;
  const base = figureOf(context, `${tone}.base`);
  const label = words.message(`label.card.${tone}`);
  const bars = [base, figure].flatMap((bar) => (bar ? { figure: bar, label: words.yearsOf(bar.period) } : []));
  const money = words.figure(figure, 'signed_money', 'plain');
  const slots = { label, period: words.period(figure.period), money };
  return {
    kind: 'card',
    tone,
    label,
    value: numberLabel(context, figure),
    unit: unitOf(context, figure),
    change: changeOf(context, tone),
    bars: bars.map((bar) => ({
      label: bar.label,
      value: Math.abs(bar.figure.value),
      amount: bar.figure === base ? numberLabel(context, bar.figure) : null,
      calculated: bar.figure.status === 'calculated',
    })),
    scale,
    shows: showing([base, figure, figureOf(context, tone === 'balance' ? 'balance.change' : `${tone}.index`)]),
    alt: base
      ? words.message('alt.card', {
          ...slots,
          period0: words.period(base.period),
          money0: words.figure(base, 'signed_money', 'plain'),
        })
      : words.message('alt.card_one', slots),
  };
}

/** A key figure of more than a year ago: its age stands where others have the bars of two years. */
function datedCard(context: ViewContext, tone: Tone, figure: Figure): AgeCard {
  const { words, briefing } = context;
  const label = words.message(`label.card.${tone}`);
  const slots = { label, period: words.period(figure.period), money: words.figure(figure, 'signed_money', 'plain') };
  return {
    kind: 'age-card',
    tone,
    label,
    qualifier: null,
    value: numberLabel(context, figure),
    unit: unitOf(context, figure),
    change: changeOf(context, tone),
    age: ageText(words, ageOf(briefing.edition, figure.period)),
    bar: null,
    shows: showing([figure, figureOf(context, tone === 'balance' ? 'balance.change' : `${tone}.index`)]),
    alt: words.message('alt.card_one', slots),
  };
}

/** The unit of a card; in a later edition with the period, because the band does not name it. */
function unitOf({ briefing, words }: ViewContext, { period }: Figure): string {
  if (!briefing.news) return words.message('unit.usd_m.card');
  return words.message('unit.dated', { period: words.compactPeriod(period) });
}

/** From this index on, a rise is also written as a multiple, «в 2,18 раза»; below it, only as a percentage. */
const minMultiple = 200;

/** The change on a card: a multiple and a percentage, or money for the balance. */
function changeOf(context: ViewContext, tone: Tone): Card['change'] {
  const { words } = context;
  const index = figureOf(context, `${tone}.index`);
  const change = figureOf(context, 'balance.change');
  const onYear = words.message('label.on_year');
  if (tone === 'balance') return change ? { strong: numberLabel(context, change), rest: onYear } : null;
  if (!index) return null;
  const yearOnYear = words.message('label.year_on_year');
  const growth = words.qualified(index, words.growth(index));
  const isCalculated = index.status === 'calculated';
  if (index.value < minMultiple || index.qualifier !== 'exact') {
    return { strong: { text: growth, calculated: isCalculated }, rest: yearOnYear };
  }
  const times = words.times(index, 'times');
  const rest = words.message('label.card.growth', { growth });
  return { strong: { text: times, calculated: isCalculated }, rest };
}

/** The slope chart of exports and imports; null where one of its values is not known. */
export function slopeView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const keys = ['exports', 'exports.base', 'imports', 'imports.base', 'balance', 'balance.base'];
  const figures = figuresOf(context, keys);
  const [exports, exports0, imports, imports0, balance, balance0] = figures;
  if (!exports || !exports0 || !imports || !imports0 || !balance || !balance0) return null;
  const money = (figure: Figure) => words.figure(figure, 'money', 'plain');
  const line = (tone: 'exports' | 'imports', from: Figure, to: Figure) => ({
    tone,
    name: words.message(`label.${tone}`),
    from: from.value,
    to: to.value,
    fromLabel: numberLabel(context, from),
    toLabel: numberLabel(context, to),
    toName: nameWithChange(context, tone),
  });
  const gap = (figure: Figure) => ({
    word: words.message(gapWord(figure)),
    label: words.language === 'en' ? sizeLabel(context, figure) : numberLabel(context, figure),
  });
  charts.set('slope', {
    kind: 'slope',
    periods: [capitalise(words.period(exports0.period)), capitalise(words.period(exports.period))],
    lines: [line('imports', imports0, imports), line('exports', exports0, exports)],
    gaps: [gap(balance0), gap(balance)],
    shows: showing(figures),
    alt: altText(
      context,
      briefing.findings.trade.slope,
      words.message('alt.slope', {
        period0: words.period(exports0.period),
        period: words.period(exports.period),
        e0: money(exports0),
        e1: money(exports),
        i0: money(imports0),
        i1: money(imports),
        b0: numberText(context, balance0, false),
        b1: numberText(context, balance, false),
      }),
    ),
  });
  const base = figuresOf(context, ['turnover.base', 'exports.base', 'imports.base', 'balance.base']);
  const refs = exports0.status === 'calculated' ? calculated(base) : null;
  return {
    title: briefing.findings.trade.slope,
    ...sourcesOf(context, figures),
    refs,
    baseYear: words.yearsOf(exports0.period),
  };
}

/** The key of the word for a balance: deficit, surplus, or balance where it rounds to zero. */
function gapWord({ value, decimals }: Figure): 'label.balance' | 'label.deficit' | 'label.surplus' {
  if (Math.abs(value) < 0.5 * 10 ** -decimals) return 'label.balance';
  return value < 0 ? 'label.deficit' : 'label.surplus';
}

function nameWithChange(context: ViewContext, tone: 'exports' | 'imports'): string {
  const { words } = context;
  const index = figureOf(context, `${tone}.index`);
  const name = words.message(`label.${tone}`);
  if (!index) return name;
  const times = words.qualified(index, words.message('number.times_sign', { n: words.figureText(index, 'times') }));
  return words.message('label.times_named', { name, times });
}

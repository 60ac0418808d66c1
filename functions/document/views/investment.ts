import { monthIndex } from '../../dataset/index.ts';
import { type Figure, marginOf } from '../../figures/index.ts';
import { marksFor, thingsPerMark } from './things-per-mark.ts';
import {
  altList,
  altText,
  asOf,
  figureOf,
  figuresOf,
  numberLabel,
  percentLabel,
  percentText,
  showing,
  sourcesOf,
  type ViewContext,
} from './view-context.ts';

/** The page on investment and companies; null when neither is known. */
export function investmentView(context: ViewContext) {
  const { briefing } = context;
  const [amounts, companies] = [amountsView(context), companiesView(context)];
  if (!amounts && !companies) return null;
  return {
    title: briefing.findings.investment.title,
    standfirst: briefing.findings.investment.standfirst,
    origin: originView(context),
    amounts,
    companies,
  };
}

function originView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const keys = ['investment', 'investment.share', 'investment.all', 'investment.rest', 'investment.rest.share'];
  const figures = figuresOf(context, keys);
  const [amount, share, all, rest, restShare] = figures;
  const title = briefing.findings.investment.hundred;
  if (!amount || !share || !all || !rest || !restShare || !title) return null;
  const total = numberLabel(context, all);
  charts.set('origin', {
    kind: 'origin-bar',
    share: share.value,
    shareLabel: percentLabel(context, share).text,
    name: words.message('label.russia'),
    amount: numberLabel(context, amount).text,
    restAmount: numberLabel(context, rest),
    restName: {
      text: `${words.message('label.other_countries')}\u00a0 ${percentLabel(context, restShare).text}`,
      calculated: true,
    },
    shows: showing(figures),
    total: { ...total, text: words.message('label.sum', { value: total.text }) },
    alt: altText(
      context,
      title,
      words.message('alt.origin', {
        period: words.period(amount.period),
        money: words.figure(amount, 'money', 'plain'),
        s: percentText(context, share),
        rest: words.figure(rest, 'money', 'plain'),
      }),
    ),
  });
  const margin = marginOf(all);
  return {
    title,
    period: words.period(amount.period),
    ...sourcesOf(context, figures),
    refs: [all],
    amount: numberLabel(context, amount).text,
    share: percentLabel(context, share).text,
    margin: share.decimals === 0 ? words.money(margin, margin >= 1 ? 0 : 1, 'USD', false) : null,
  };
}

function amountsView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const figures = figuresOf(context, ['investment', 'investment.base', 'investment.other']);
  const title = briefing.findings.investment.amounts;
  const [first, second] = figures;
  if (!first || !title) return null;
  const byPeriod = figures.toSorted((a, b) => monthIndex(a.period) - monthIndex(b.period));
  charts.set('amounts', {
    kind: 'time-strips',
    shows: showing(byPeriod),
    strips: byPeriod
      .map((figure) => ({ figure, period: figure.period }))
      .map(({ figure, period }) => ({
        start: monthIndex(period),
        months: period.months,
        label: numberLabel(context, figure).text,
        period: words.compactPeriod(period),
        length: words.message('label.months', { n: String(period.months), n_number: period.months }),
      })),
    alt: altText(
      context,
      title,
      words.message('alt.amounts', {
        list: altList(
          context,
          byPeriod.map((figure) => [words.period(figure.period), words.figure(figure, 'money', 'plain')]),
        ),
      }),
    ),
  });
  const unequal = second !== undefined && second.period.months !== first.period.months;
  return { title, unequal, ...sourcesOf(context, figures) };
}

/** The most dots that can still be distinguished in their square. */
const maxDots = 1600;

function companiesView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const companies = figureOf(context, 'companies');
  const zone = figureOf(context, 'companies.fez');
  const part = figureOf(context, 'companies.fez.part');
  const title = briefing.findings.investment.companies;
  if (!companies || !title) return null;
  const number = (figure: Figure) => numberLabel(context, figure, 0).text;
  const label = number(companies);
  const each = thingsPerMark(companies.value, maxDots);
  charts.set('companies', {
    kind: 'dots',
    shows: showing([companies, zone, part]),
    count: marksFor(companies.value, each),
    label,
    words: words
      .message('label.companies_with', { n_number: companies.value, n_qualifier: companies.qualifier })
      .split('|'),
    part: zone ? { count: marksFor(zone.value, each), label: number(zone), name: words.message('label.in_fez') } : null,
    alt: altText(
      context,
      title,
      zone
        ? words.message('alt.companies', { n: label, k: number(zone), each })
        : words.message('alt.companies_alone', { n: label, each }),
    ),
  });
  return {
    title,
    each,
    asOf: asOf(context, companies),
    ...sourcesOf(context, [companies]),
    part: part ?? null,
    refs: part ? [part] : [],
  };
}

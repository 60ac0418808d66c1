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
  sourcesOf,
  type Writing,
} from './writing.ts';

/** The page on investment and companies; null when neither is known. */
export function investmentView(writing: Writing) {
  const { briefing } = writing;
  const [amounts, companies] = [amountsView(writing), companiesView(writing)];
  if (!amounts && !companies) return null;
  return {
    title: briefing.findings.investment.title,
    standfirst: briefing.findings.investment.standfirst,
    origin: originView(writing),
    amounts,
    companies,
    columns: amounts && companies ? '5 7' : '12 12',
  };
}

function originView(writing: Writing) {
  const { briefing, words, charts } = writing;
  const keys = ['investment', 'investment.share', 'investment.all', 'investment.rest', 'investment.rest.share'];
  const figures = figuresOf(writing, keys);
  const [amount, share, all, rest, restShare] = figures;
  const title = briefing.findings.investment.hundred;
  if (!amount || !share || !all || !rest || !restShare || !title) return null;
  const total = numberLabel(writing, all);
  charts.set('origin', {
    kind: 'origin-bar',
    share: share.value,
    shareLabel: words.percent(share.value, share.decimals),
    name: words.message('label.russia'),
    amount: words.number(amount.value, amount.decimals),
    restAmount: numberLabel(writing, rest),
    restName: {
      text: `${words.message('label.other_countries')}\u00a0 ${percentLabel(writing, restShare).text}`,
      calculated: true,
    },
    total: { ...total, text: words.message('label.sum', { value: total.text }) },
    alt: altText(
      writing,
      title,
      words.message('alt.origin', {
        period: words.period(amount.period),
        money: words.figure(amount, 'money', 'plain'),
        s: words.figureText(share, 'percent'),
        rest: words.figure(rest, 'money', 'plain'),
      }),
    ),
  });
  const margin = marginOf(all);
  return {
    title,
    period: words.period(amount.period),
    ...sourcesOf(writing, figures),
    refs: [all],
    amount: words.number(amount.value, amount.decimals),
    share: words.percent(share.value, share.decimals),
    margin: share.decimals === 0 ? words.number(margin, margin >= 1 ? 0 : 1) : null,
  };
}

function amountsView(writing: Writing) {
  const { briefing, words, charts } = writing;
  const figures = figuresOf(writing, ['investment', 'investment.base', 'investment.other']);
  const title = briefing.findings.investment.amounts;
  const [first, second] = figures;
  if (!first || !title) return null;
  const inTime = figures.toSorted((a, b) => monthIndex(a.period) - monthIndex(b.period));
  charts.set('amounts', {
    kind: 'time-strips',
    strips: inTime.map(({ period, value, decimals }) => ({
      start: monthIndex(period),
      months: period.months,
      label: words.number(value, decimals),
      period: words.compactPeriod(period),
      length: words.message('label.months', { n: String(period.months), n_number: period.months }),
    })),
    alt: altText(
      writing,
      title,
      words.message('alt.amounts', {
        list: altList(
          writing,
          inTime.map((figure) => [words.period(figure.period), words.figure(figure, 'money', 'plain')]),
        ),
      }),
    ),
  });
  const unequal = second !== undefined && second.period.months !== first.period.months;
  return { title, unequal, ...sourcesOf(writing, figures) };
}

/** The dots that can still be told apart in their square. */
const mostDots = 1600;

function companiesView(writing: Writing) {
  const { briefing, words, charts } = writing;
  const companies = figureOf(writing, 'companies');
  const zone = figureOf(writing, 'companies.fez');
  const part = figureOf(writing, 'companies.fez.part');
  const title = briefing.findings.investment.companies;
  if (!companies || !title) return null;
  const number = (figure: Figure) => words.number(figure.value, 0);
  const label = number(companies);
  const each = thingsPerMark(companies.value, mostDots);
  charts.set('companies', {
    kind: 'dots',
    count: marksFor(companies.value, each),
    label,
    words: words.message('label.companies_with', { n: label, n_number: companies.value }).split('|'),
    part: zone ? { count: marksFor(zone.value, each), label: number(zone), name: words.message('label.in_fez') } : null,
    alt: altText(
      writing,
      title,
      zone
        ? words.message('alt.companies', { n: label, k: number(zone), each })
        : words.message('alt.companies_alone', { n: label, each }),
    ),
  });
  return {
    title,
    each,
    asOf: asOf(writing, companies),
    ...sourcesOf(writing, [companies]),
    part: part ?? null,
    refs: part ? [part] : [],
  };
}

import {
  type Finding,
  investmentAmountFinding,
  investmentFinding,
  investmentShareFinding,
  investmentShareTitle,
  type OverTime,
  stockCountFinding,
  tenseOf,
} from '../../../figures/index.ts';
import { altList, altText, percentLabel, percentText, showing, sourcesOf } from '../view-context.ts';
import { besideView } from './beside.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { quartersView } from './quarters.ts';
import { equalShares, newestYears } from './shown-years.ts';
import { companiesOf, stockView, zoneOf } from './stocks.ts';

/** The page on investment and business; null where nothing on it is known twice: then the older page stands instead. */
export function businessView(context: MonthlyContext) {
  const { overTime, briefing } = context;
  if (!isKnownTwice(overTime)) return null;
  const quarters = quartersView(context);
  const share = sharesView(context);
  const companies = stockView(context, 'companies', companiesOf(overTime));
  const zone = stockView(context, 'zone', zoneOf(overTime));
  const amount = overTime.investment?.yearToDate ?? null;
  const tense = tenseOf(briefing.edition, amount?.value.period ?? null);
  const counted = companiesOf(overTime);
  const title = tense.dated(investmentFinding(overTime)) ?? (counted && stockCountFinding(counted));
  return {
    title: title ?? investmentShareFinding(overTime),
    standfirst: tense.inTense(investmentAmountFinding(overTime)),
    quarters,
    row: share || companies || zone ? { share, companies, zone } : null,
    beside: besideView(
      context,
      [companies, zone].flatMap((view) => view?.rings ?? []),
    ),
  };
}

/** Whether one of the charts over time has two figures to show. */
function isKnownTwice(overTime: OverTime): boolean {
  const { investment, investmentShares } = overTime;
  const counted = [companiesOf(overTime), zoneOf(overTime)].map((stock) => newestYears(stock?.figures ?? []));
  return [investment?.quarters ?? [], equalShares(investmentShares), ...counted].some(({ length }) => length > 1);
}

/** Russia’s share of foreign investment in equal periods of the newest years; null where fewer than two are known. */
function sharesView(context: MonthlyContext) {
  const { overTime, words, charts, briefing } = context;
  const shares = equalShares(overTime.investmentShares);
  const newest = shares.at(-1);
  if (!newest || shares.length < 2) return null;
  const title: Finding | null = tenseOf(briefing.edition, newest.period).dated(investmentShareTitle(overTime));
  charts.set('investment-shares', {
    kind: 'share-columns',
    shows: showing(shares),
    columns: shares.map((share) => ({
      name: String(share.period.year),
      value: share.value,
      label: {
        ...percentLabel(context, share),
        text: words.qualified(share, words.number(share.value, share.decimals)),
      },
    })),
    alt: altText(
      context,
      title,
      altList(
        context,
        shares.map((share) => [words.period(share.period), percentText(context, share)]),
      ),
    ),
  });
  const isYear = newest.period.months === 12;
  return {
    title,
    subtitle: isYear
      ? words.message('subtitle.investment_share_years')
      : words.message('subtitle.investment_share', { months: words.allMonthsOf(newest.period) }),
    refs: shares,
    isWhole: shares.every(({ decimals }) => decimals === 0),
    ...sourcesOf(context, shares),
  };
}

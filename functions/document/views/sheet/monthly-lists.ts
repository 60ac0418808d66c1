import type { Period } from '../../../dataset/index.ts';
import {
  type Figure,
  isTold,
  type Part,
  type PartsOverTime,
  type Stock,
  yearsBetween,
} from '../../../figures/index.ts';
import type { Label } from '../../charts.ts';
import { capitalise } from '../../words.ts';
import type { MonthlyContext } from '../monthly/monthly-context.ts';
import { growthLabel } from '../monthly/monthly-words.ts';
import { amountLabel, changeLabel, currentParts } from '../monthly/part-labels.ts';
import { companiesOf, zoneOf } from '../monthly/stocks.ts';
import { numberLabel, percentLabel } from '../view-context.ts';
import type { SheetList } from './frame.ts';
import { type ListRow, setList } from './short-lists.ts';

/** The heads over amounts since January and what stands under each: its change, or its share where none is known. */
function partsSubtitle({ words }: MonthlyContext, period: Period, compares: boolean): string {
  return words.message(compares ? 'sheet.parts_change' : 'sheet.parts_share', { period: words.compactPeriod(period) });
}

function partRows(context: MonthlyContext, parts: PartsOverTime, name: (part: Part) => string): readonly ListRow[] {
  const compares = parts.listed.some(({ comparison }) => comparison?.base);
  return parts.listed.flatMap((part): readonly ListRow[] => {
    const { comparison, share } = part;
    if (!comparison) return [];
    const { value } = comparison;
    const under = compares ? changeLabel(context, part) : share && percentLabel(context, share);
    return [
      {
        name: name(part),
        value: amountLabel(context, value),
        under,
        amount: value.value,
        details: [],
        figures: shownOf(part, compares),
      },
    ];
  });
}

/** The largest goods of exports; null where the newest bulletin names none. */
export function goodsList(context: MonthlyContext): SheetList | null {
  const { overTime, words } = context;
  const goods = currentParts(context, overTime.goods.exports, overTime.exports);
  if (!goods) return null;
  const heading = words.message('sheet.goods');
  const rows = partRows(context, goods, ({ product }) => (product ? capitalise(words.good(product)) : ''));
  if (!setList(context, 'sheet-goods', 'exports', heading, rows)) return null;
  const compares = goods.listed.some(({ comparison }) => comparison?.base);
  return {
    heading,
    subtitle: partsSubtitle(context, goods.period, compares),
    chart: 'sheet-goods',
  };
}

/** The largest markets; null where the newest bulletin names none. */
export function regionsList(context: MonthlyContext): SheetList | null {
  const { overTime, words } = context;
  const regions = currentParts(context, overTime.regions, overTime.exports);
  if (!regions) return null;
  const heading = words.message('sheet.regions');
  const rows = partRows(context, regions, ({ area }) => (area ? words.text(area.label) : ''));
  if (!setList(context, 'sheet-regions', 'exports', heading, rows)) return null;
  const compares = regions.listed.some(({ comparison }) => comparison?.base);
  return {
    heading,
    subtitle: partsSubtitle(context, regions.period, compares),
    chart: 'sheet-regions',
  };
}

/** Investment, companies and documents; null where nothing is known of them. */
export function businessList(context: MonthlyContext): SheetList | null {
  const { overTime, words } = context;
  const heading = words.message('sheet.business');
  const invested = overTime.investment?.yearToDate;
  const share = overTime.investmentShares.at(-1);
  const documents = overTime.documents?.totals.at(-1);
  const rows: readonly ListRow[] = [
    ...(invested
      ? [
          {
            ...plainRow(words.message('coverage.row.investment'), amountLabel(context, invested.value), invested.value),
            under: invested.index && isTold(invested) ? growthLabel(context, invested.index) : null,
            details: unitDetails(context, invested.value),
          },
        ]
      : []),
    ...(share
      ? [
          {
            ...plainRow(words.message('sheet.investment_share'), percentLabel(context, share), share),
            details: [
              words.message('sheet.of_investment', { period: words.compactPeriod(share.period) }),
              words.compactPeriod(share.period),
            ],
          },
        ]
      : []),
    ...stockRows(context, words.message('coverage.row.companies'), companiesOf(overTime)),
    ...stockRows(context, words.message('coverage.row.zone'), zoneOf(overTime)),
    ...(documents
      ? [
          {
            ...plainRow(words.message('coverage.row.documents'), numberLabel(context, documents), documents),
            details: [words.compactPeriod(documents.period)],
          },
        ]
      : []),
  ];
  if (!setList(context, 'sheet-business', 'turnover', heading, rows)) return null;
  return { heading, subtitle: words.message('sheet.business_sub'), chart: 'sheet-business' };
}

/** The value of a part, and its change or its share. */
function shownOf({ comparison, share }: Part, compares: boolean): readonly Figure[] {
  const under = compares ? comparison?.index : share;
  return [...(comparison ? [comparison.value] : []), ...(under ? [under] : [])];
}

function plainRow(name: string, value: Label, ...figures: readonly Figure[]): ListRow {
  return { name, value, under: null, amount: null, details: [], figures };
}

/** The unit and period of an amount, in ever fewer words. */
function unitDetails({ words }: MonthlyContext, { period }: Figure): readonly string[] {
  const compact = words.compactPeriod(period);
  return [words.message('unit.dated', { period: compact }), compact];
}

/** A count with the one a year before it, or else the one before. */
function stockRows(context: MonthlyContext, name: string, stock: Stock | null): readonly ListRow[] {
  const { words } = context;
  const newest = stock?.figures.at(-1);
  if (!stock || !newest) return [];
  const yearly = stock.changes.find(({ base }) => yearsBetween(base, newest) === 1)?.base;
  const before = yearly ?? stock.figures.at(-2);
  const period = words.compactPeriod(newest.period);
  const earlier = before && {
    period: words.compactPeriod(before.period),
    value: numberLabel(context, before).text,
  };
  const details = earlier
    ? [words.message('sheet.before', { period, period0: earlier.period, value: earlier.value }), period]
    : [period];
  return [{ ...plainRow(name, numberLabel(context, newest), newest), details }];
}

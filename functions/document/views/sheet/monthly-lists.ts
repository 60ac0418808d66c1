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

/** The largest goods of exports; null where the newest bulletin names none. */
export function goodsList(context: MonthlyContext): SheetList | null {
  const { overTime, words } = context;
  const goods = currentParts(context, overTime.goods.exports, overTime.exports);
  return partsList(context, 'goods', goods, ({ product }) => (product ? capitalise(words.good(product)) : ''));
}

/** The largest markets; null where the newest bulletin names none. */
export function regionsList(context: MonthlyContext): SheetList | null {
  const { overTime, words } = context;
  const regions = currentParts(context, overTime.regions, overTime.exports);
  return partsList(context, 'regions', regions, ({ area }) => (area ? words.text(area.label) : ''));
}

/** Amounts since January by part; under each stands its change, or its share where no change is known. */
function partsList(
  context: MonthlyContext,
  kind: 'goods' | 'regions',
  parts: PartsOverTime | null,
  name: (part: Part) => string,
): SheetList | null {
  if (!parts) return null;
  const { words } = context;
  const heading = words.message(`sheet.${kind}`);
  const chart = `sheet-${kind}`;
  const compares = parts.listed.some(({ comparison }) => comparison?.base);
  const rows = parts.listed.flatMap((part): readonly ListRow[] => {
    const { comparison, share } = part;
    if (!comparison) return [];
    const { value } = comparison;
    const under = compares ? changeLabel(context, part) : share && percentLabel(context, share);
    const figures = shownOf(part, compares);
    return [{ ...plainRow(name(part), amountLabel(context, value), ...figures), under, amount: value.value }];
  });
  if (!setList(context, chart, 'exports', heading, rows)) return null;
  const period = words.compactPeriod(parts.period);
  return { heading, subtitle: words.message(compares ? 'sheet.parts_change' : 'sheet.parts_share', { period }), chart };
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

import { type Area, type Edition, lastMonth, periodFrom } from '../dataset/index.ts';
import type { Development, DevelopmentId } from './developments.ts';
import type { Figure, FigureUnit } from './figure.ts';
import {
  compactPeriodTerm,
  type FigureForm,
  type Finding,
  figureTerm,
  finding,
  messageTerm,
  periodTerm,
  type Term,
} from './finding.ts';
import type { TradeKnown } from './news.ts';
import { tenseOf } from './tense.ts';

/**
 * The title of the page on developments: whether anything on it is newer than the breakdown of trade, and whether that
 * is still recent in the edition.
 */
export function developmentsTitle(
  developments: readonly Development[],
  trade: TradeKnown | null,
  edition: Edition,
): Finding {
  if (!trade?.isFull) return finding('dev.title.alone');
  const known = lastMonth(trade.period);
  const newest = Math.max(...developments.map(lastOf));
  const m = periodTerm(periodFrom(known, 1));
  if (newest <= known) return finding('dev.title.beside', { m });
  const last = periodFrom(newest, 1);
  return tenseOf(edition, last).inTense(finding('dev.title.no_breakdown', { m, last: periodTerm(last) }));
}

/** How values of a unit are written in the title of a series. */
const forms: Readonly<Record<FigureUnit, FigureForm>> = {
  USD: 'brief_money',
  RUB: 'brief_money',
  BYN: 'brief_money',
  percent: 'percent',
  index: 'signed_change',
  count: 'number',
};

/**
 * The title of a series: the name of its newest value, the value and its period, «Enterprises: 441 (July 2024)». Older
 * values are only in the chart, because a sentence would compare them: publications may count differently, or use other
 * currencies and periods of other length. Throws for a series without a value of its own.
 */
export function developmentTitle({ id, lines }: Development): Finding {
  const values = lines.flatMap(({ name, own, points }) =>
    id === 'documents' && !own ? [] : points.map(({ figure }) => ({ name, figure })),
  );
  const newest = values.toSorted((a, b) => lastMonth(a.figure.period) - lastMonth(b.figure.period)).at(-1);
  if (!newest) throw new Error(`the series ${id} has no value of its own`);
  const { figure } = newest;
  return finding('dev.title.newest', {
    name: nameOf(id, newest.name, figure.area),
    value: figureTerm(figure, formOf(figure)),
    period: compactPeriodTerm(figure.period),
  });
}

/** How a value is written in a title or with its period. */
export function formOf({ unit, signed }: Figure): FigureForm {
  return unit === 'percent' && signed ? 'signed_percent' : forms[unit];
}

/** The last month of the newest value of a series, in months since year 0. */
export function lastOf(development: Development): number {
  return Math.max(...valuesOf(development).map(({ period }) => lastMonth(period)));
}

function valuesOf({ lines }: Development): readonly Figure[] {
  return lines.flatMap(({ points }) => points.map(({ figure }) => figure));
}
/** The name of the newest value of a series: the region, or for companies the noun of their publication. */
function nameOf(id: DevelopmentId, line: string, area: Area | null): Term {
  if (id === 'region') return area ? { term: 'area', area } : messageTerm('value.missing');
  const noun = nouns.find((known) => known === line);
  return messageTerm(`dev.name.${id === 'companies' && noun ? noun : id}`);
}

const nouns = ['companies', 'organisations', 'enterprises'] as const;

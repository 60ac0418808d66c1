import { type Area, lastMonth, type Period } from '../dataset/index.ts';
import type { Development, DevelopmentId, Point } from './developments.ts';
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

/** What the page on developments says first: whether anything that it shows is newer than the breakdown of trade. */
export function developmentsTitle(developments: readonly Development[], tradePeriod: Period | null): Finding {
  if (!tradePeriod) return finding('dev.title.alone');
  const newest = Math.max(...developments.flatMap(valuesOf).map(({ period }) => lastMonth(period)));
  return newest > lastMonth(tradePeriod)
    ? finding('dev.title.no_breakdown', { period: periodTerm(tradePeriod) })
    : finding('dev.title.beside', { period: periodTerm(tradePeriod) });
}

/** How values of a unit are written in the title of a series. */
const forms: Readonly<Record<FigureUnit, FigureForm>> = {
  USD: 'number',
  RUB: 'number',
  BYN: 'number',
  percent: 'percent',
  index: 'signed_change',
  count: 'number',
};

/**
 * The title of a series: its name and `count` of its last values, of the first line that has several, else of all:
 * «Companies: 361, then 450, then 441». Values that contradict each other stand side by side without «then»; of values
 * over periods of unlike length the newest stands alone, with its period; currencies are not put beside each other.
 */
export function developmentTitle({ id, lines, contested }: Development, count: number): Finding {
  const units = new Set(lines.flatMap(({ points }) => points.map(({ figure }) => figure.unit)));
  const [dollars, roubles] = ['USD', 'RUB'].map((unit) => lines.find(({ name }) => name === unit)?.points.at(-1));
  if (id === 'investment' && units.size > 1 && dollars && roubles) {
    return finding('dev.title.currencies');
  }
  const shown = id === 'documents' ? (lines[0]?.points ?? []) : inTime(lines.flatMap(({ points }) => points));
  const figures = shown.map(({ figure }) => figure);
  const name = nameOf(id, lines[0]?.points[0]?.figure.area ?? null);
  const newest = figures.at(-1);
  if (newest && !contested && areUnlike(figures)) {
    const value = figureTerm(newest, formOf(newest));
    return finding('dev.title.newest', { name, value, period: compactPeriodTerm(newest.period) });
  }
  const [first, ...rest] = distinct(figures)
    .slice(-count)
    .map((figure) => figureTerm(figure, formOf(figure)));
  const link = contested ? 'dev.beside' : 'dev.then';
  const list = rest.reduce<Term>(
    (a, b) => ({ term: 'finding', finding: finding(link, { a, b }) }),
    first ?? messageTerm('value.missing'),
  );
  return finding('dev.title.list', { name, list });
}

/** A series is called by its message; that of a region by the name of the region. */
function nameOf(id: DevelopmentId, area: Area | null): Term {
  if (id !== 'region') return messageTerm(`dev.name.${id}`);
  return area ? { term: 'area', area } : messageTerm('value.missing');
}

/** True for totals over periods of different length, which are never compared; a count holds for its date. */
function areUnlike(figures: readonly Figure[]): boolean {
  return new Set(figures.filter(({ unit }) => unit !== 'count').map(({ period }) => period.months)).size > 1;
}

function formOf({ unit, signed }: Figure): FigureForm {
  return unit === 'percent' && signed ? 'signed_percent' : forms[unit];
}

function inTime(points: readonly Point[]): readonly Point[] {
  return points.toSorted((a, b) => lastMonth(a.figure.period) - lastMonth(b.figure.period));
}

/** Values that follow each other and are the same are told once. */
function distinct(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(
    ({ value, qualifier }, index) => value !== figures[index - 1]?.value || qualifier !== figures[index - 1]?.qualifier,
  );
}

function valuesOf({ lines }: Development): readonly Figure[] {
  return lines.flatMap(({ points }) => points.map(({ figure }) => figure));
}

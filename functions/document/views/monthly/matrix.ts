import { endOf, type KindOfCheck, type Period, periodFrom, samePeriod, yearEarlier } from '../../../dataset/index.ts';
import type { CheckMark } from '../../record-charts.ts';
import { capitalise } from '../../words.ts';
import { bulletinDetail, bulletinSource } from './bulletin-detail.ts';
import { kindName } from './check-names.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** As many months have a mark; the sums count all. */
const mostMonths = 57;

/** From this many bulletins on the matrix has something to show; before, the newest bulletin stands in detail alone. */
const leastBulletins = 6;

/** From this many on it stands above the detail, below it before. */
const firstFrom = 12;

/** As many periods are named as a reason why checks were not possible, the newest; the marks show all. */
const mostNamed = 3;

/** The marks in the order of the key. */
const marks = ['passed', 'nothing', 'revised', 'none'] as const satisfies readonly CheckMark[];

const keyNames = {
  passed: 'matrix.key.passed',
  nothing: 'matrix.key.nothing',
  revised: 'matrix.key.revised',
  none: 'matrix.key.no_bulletin',
} as const;

/** The page on arithmetic proof: every check of every bulletin, and those of the newest; null without any. */
export function matrixView(context: MonthlyContext) {
  const { words, overTime } = context;
  const { bulletins, passed } = overTime.checks;
  if (passed === 0) return null;
  const detail = bulletinDetail(context);
  const figure = bulletins.length >= leastBulletins || !detail ? matrixFigure(context) : null;
  const isFirst = bulletins.length >= firstFrom;
  return {
    passed: { n: words.number(passed, 0), n_number: passed },
    above: isFirst ? figure : null,
    detail,
    below: isFirst ? null : figure,
  };
}

function matrixFigure(context: MonthlyContext) {
  const { words, charts, overTime } = context;
  const { bulletins, kinds, passed } = overTime.checks;
  const last = bulletins.at(-1) ?? 0;
  const first = Math.max(bulletins[0] ?? 0, last - mostMonths + 1);
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const drawn = new Set(bulletins);
  const rows = kinds.map((kind) => ({
    name: kindName(context, kind.kind),
    marks: marksOf(kind, months, drawn),
    passed: words.number(kind.passed, 0),
    possible: kind.passed,
  }));
  const seen = new Set(rows.flatMap((row) => row.marks));
  charts.set('matrix', {
    kind: 'check-matrix',
    key: marks.filter((mark) => seen.has(mark)).map((mark) => ({ mark, name: words.message(keyNames[mark]) })),
    years: yearsOf(months),
    months: months.map((end) => words.compactPeriod(periodFrom(end - 1, 1))),
    head: words.message('matrix.head.passed'),
    rows: rows.map(({ name, marks: own, passed: sum }) => ({ name, marks: own, passed: sum })),
    all: { name: words.message('matrix.all'), passed: words.number(passed, 0) },
    alt: words.message('alt.matrix', {
      n: rows.length,
      k: words.number(bulletins.length, 0),
      k_number: bulletins.length,
      list: rows
        .map(({ name, passed: sum }) => words.message('matrix.row', { check: name, k: sum, n: sum }))
        .join('; '),
      total: words.number(passed, 0),
    }),
  });
  const shown = months.filter((end) => drawn.has(end)).length;
  return {
    heading: capitalise(words.message('matrix.kinds', { n: rows.length })),
    sources: bulletinSource(context),
    why: whyNot(context, seen, months),
    window:
      shown < bulletins.length
        ? words.message('matrix.window', {
            k: words.number(shown, 0),
            k_number: shown,
            n: words.number(bulletins.length, 0),
          })
        : null,
  };
}

function marksOf(
  { states }: KindOfCheck,
  months: readonly number[],
  bulletins: ReadonlySet<number>,
): readonly CheckMark[] {
  const isDueAlways = [...bulletins].every((bulletin) => states.has(bulletin));
  return months.map((end) => states.get(end) ?? (isDueAlways && !bulletins.has(end) ? 'none' : 'due'));
}

/** The years of months that are known by their ends, with how many of each there are. */
function yearsOf(ends: readonly number[]) {
  const years = Map.groupBy(ends, (end) => Math.floor((end - 1) / 12));
  return [...years].map(([year, those]) => ({ name: String(year), months: those.length }));
}

/** Why some checks were not possible, in a line; null where all were. */
function whyNot({ words, overTime }: MonthlyContext, seen: ReadonlySet<CheckMark>, months: readonly number[]) {
  const { missing, bulletins, checks, revisions } = overTime;
  const [first] = bulletins;
  const names = (periods: readonly Period[]) =>
    words.list(periods.slice(-mostNamed).map((period) => words.period(period)));
  const gaps = missing.flatMap(({ periods }) => periods).filter((period) => months.includes(endOf({ period })));
  const unfit = checks.kinds
    .filter(({ kind }) => kind === 'index')
    .flatMap(({ states }) => bulletins.filter(({ period }) => states.get(endOf({ period })) === 'revised'))
    .map(({ period }) => period);
  // An index does not fit because its value was revised, or its base; where no revision is known, it was the base.
  const known = revisions.map(({ after }) => after.period);
  const isKnown = (period: Period) => known.some((revised) => samePeriod(revised, period));
  const revised = unfit.filter(isKnown);
  const unknown = unfit.filter((period) => !isKnown(period) && !isKnown(yearEarlier(period)));
  const items = [
    ...(seen.has('nothing') && first ? [words.message('matrix.why.before', { year: String(first.period.year) })] : []),
    ...(gaps.length > 0 ? [words.message('matrix.why.missing', { period: names(gaps) })] : []),
    ...revised.slice(-mostNamed).map((period) => words.message('matrix.why.revised', { period: words.period(period) })),
    ...(unknown.length > 0 ? [words.message('matrix.why.base', { period: names(unknown) })] : []),
  ];
  return items.length > 0 ? words.message('matrix.why', { list: items.join('; ') }) : null;
}

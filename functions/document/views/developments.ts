import { monthIndex, type Period } from '../../dataset/index.ts';
import {
  type Development,
  developmentsTitle,
  developmentTitle,
  type Figure,
  isFull,
  isMoney,
  type Point,
  type SeriesLine,
} from '../../figures/index.ts';
import type { Shown, TimeKey } from '../charts.ts';
import type { TimeMark } from '../time-charts.ts';
import type { Words } from '../words.ts';
import { othersView } from './other-figures.ts';
import { altList, altText, sourcesOf, type ViewContext } from './view-context.ts';

/** Under more series than these a page has no room for a table of other figures. */
const mostWithOthers = 4;

/** The page on series that later publications continue; null in an edition without any. */
export function developmentsView(context: ViewContext) {
  const { briefing } = context;
  const { developments, tradePeriod } = briefing;
  if (developments.length === 0) return null;
  return {
    year: String(axisOf(context).firstYear),
    title: developmentsTitle(
      developments,
      tradePeriod && { period: tradePeriod, isFull: isFull(briefing.byKey) },
      briefing.edition,
    ),
    figures: developmentFigures(context, developments),
    others: developments.length <= mostWithOthers ? othersView(context) : null,
  };
}

/**
 * The figures of some of the series, on the axis of all of them. Sets their charts and that of the key. `numbered` gives
 * the figure under whose number a value stands in the data notes.
 */
export function developmentFigures(
  context: ViewContext,
  developments: readonly Development[],
  numbered = (figure: Figure) => figure,
) {
  const { words, charts } = context;
  const axis = axisOf(context);
  charts.set('time-key', timeKey(words));
  return developments.map((development) => {
    const marks = marksOf(context, development, axis.start);
    const title = developmentTitle(development);
    const all = valuesOf(development);
    charts.set(`multiple-${development.id}`, {
      kind: 'multiple',
      axis: { months: axis.months, years: axis.years },
      marks,
      shows: shownOf(development, words),
      alt: altText(
        context,
        title,
        altList(
          context,
          all.map((figure) => [periodOf(words, figure), writtenValue(words, figure)]),
        ),
      ),
    });
    return {
      id: `development-${development.id}`,
      chart: `multiple-${development.id}`,
      title,
      subtitle: words.message(`dev.subtitle.${development.id}`),
      roubles: development.lines.some(({ name }) => name === 'RUB'),
      disagree: development.contested && all.length > 2,
      refs: all.map(numbered),
      ...sourcesOf(context, all),
    };
  });
}

/** The values of a series; those of a line that others report with who reports them. */
function shownOf({ lines }: Development, words: Words): readonly Shown[] {
  return lines.flatMap(({ points, own }) =>
    points.map(({ figure }) => (own ? { figure } : { figure, apart: words.publishers(figure.sources) })),
  );
}

/** The axis of all charts: from January of the first year to the month of the edition. */
function axisOf({ briefing }: ViewContext) {
  const figures = briefing.developments.flatMap(valuesOf);
  const firstYear = Math.min(...figures.map(({ period }) => period.year));
  const [year = 0, month = 0] = briefing.edition.split('-').map(Number);
  const start = monthIndex({ year: firstYear, month: 1 });
  const months = monthIndex({ year, month }) + 1 - start;
  const years = Array.from({ length: Math.ceil(months / 12) }, (_, index) => ({
    name: String(firstYear + index),
    start: index * 12,
  }));
  return { firstYear, start, months, years };
}

function marksOf(context: ViewContext, { id, lines }: Development, start: number): readonly TimeMark[] {
  const { words } = context;
  const several = lines.length > 1;
  const marks: TimeMark[] = [];
  for (const line of lines) {
    for (const [index, point] of line.points.entries()) {
      const { figure } = point;
      const shape = shapeOf(figure, line);
      marks.push({
        shape,
        start: monthIndex(figure.period) - start,
        months: figure.period.months,
        value: figure.unit === 'index' ? figure.value - 100 : figure.value,
        qualifier: figure.qualifier,
        own: line.own,
        label: writtenValue(words, figure),
        word: wordOf(words, id, line, figure, several && index === line.points.length - 1),
        from: point.joined ? marks.length - 1 : null,
      });
    }
  }
  return marks;
}

/** A count belongs to a date, or to a year whose day is not known. Amounts and shares cover their period. */
function shapeOf({ unit, period }: Figure, { name }: SeriesLine): TimeMark['shape'] {
  if (name === 'RUB') return 'block';
  if (period.months === 1) return 'date';
  return unit === 'count' ? 'year' : 'period';
}

/** The lines that need a label where a series has several: what they count, or who reports them. */
const namedLines = [
  'companies',
  'organisations',
  'enterprises',
  'documents_local',
  'documents_executive',
  'documents_oblast',
  'mirror',
] as const;

/** The label under a value: the months of a part of a year, or the label of its line. */
function wordOf(words: Words, id: Development['id'], line: SeriesLine, figure: Figure, isLast: boolean): string | null {
  const { period, area } = figure;
  const months = period.months > 1 && period.months < 12 ? words.shortMonthsOf(period) : null;
  if (id === 'share' && period.months === 1) return words.message('dev.said_in', { period: words.period(period) });
  const named = isLast && namedLines.find((name) => name === line.name);
  return named ? words.message(`dev.line.${named}`, { area: area ? words.text(area.label) : '' }) : months;
}

function writtenValue(words: Words, figure: Figure): string {
  const { unit, value, decimals } = figure;
  if (unit === 'index') return words.qualified(figure, words.growth(figure));
  if (unit === 'percent') return words.qualified(figure, words.percent(value, decimals, figure.signed));
  if (isMoney(unit) && unit !== 'USD') return words.qualified(figure, words.money(value, decimals, unit, true));
  return words.qualified(figure, words.number(value, decimals));
}

function periodOf(words: Words, { period }: { readonly period: Period }): string {
  return words.period(period);
}

function valuesOf({ lines }: Development): readonly Figure[] {
  return lines.flatMap(({ points }) => points.map(({ figure }: Point) => figure));
}

function timeKey(words: Words) {
  const word = (name: keyof TimeKey['words']) => words.message(`dev.key.${name}`);
  const entries = {
    date: word('date'),
    year: word('year'),
    period: word('period'),
    about: word('about'),
    more_than: word('more_than'),
    nearly: word('nearly'),
    joined: word('joined'),
  };
  return {
    kind: 'time-key' as const,
    words: entries,
    alt: words.message('dev.key.alt', { list: Object.values(entries).join('; ') }),
  };
}

import { lastMonth } from '../../dataset/index.ts';
import { type Figure, isMoney } from '../../figures/index.ts';
import type { Words } from '../words.ts';
import { sourcesOf, type ViewContext } from './view-context.ts';

/** As many other figures have room in their table, and where what was said stands below it. */
const mostOthers = { alone: 8, aboveStatements: 4 } as const;

/** The figures of no series, the newest first; null without any. */
export function othersView(context: ViewContext, room: keyof typeof mostOthers = 'alone') {
  const { words } = context;
  const figures = otherFigures(context).slice(0, mostOthers[room]);
  if (figures.length === 0) return null;
  context.tables.set(
    'others',
    figures.map((figure) => ({ figure, apart: words.publishers(figure.sources) })),
  );
  const rows = figures.map((figure) => ({
    note: figure.note,
    name: words.message(`figure.${figure.subject}`, { area: figure.area ? words.text(figure.area.name) : '' }),
    value: valueText(words, figure),
    period: words.compactPeriod(figure.period),
    publisher: words.publishers(figure.sources),
  }));
  return { rows, ...sourcesOf(context, figures) };
}

/** Published figures of no series and not of the old breakdown, the newest first. */
function otherFigures({ briefing }: ViewContext): readonly Figure[] {
  const inSeries = new Set(
    briefing.developments.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ figure }) => figure.key))),
  );
  return briefing.figures
    .filter(({ status, key, group }) => status === 'published' && group.startsWith('history') && !inSeries.has(key))
    .toSorted((a, b) => lastMonth(b.period) - lastMonth(a.period));
}

function valueText(words: Words, figure: Figure): string {
  const { unit, value, decimals, signed } = figure;
  if (isMoney(unit)) return words.qualified(figure, words.money(value, decimals, unit, true));
  const isRatio = unit === 'percent' || unit === 'index';
  return words.qualified(figure, isRatio ? words.percent(value, decimals, signed) : words.number(value, decimals));
}

import { type Figure, isMoney, tiesFindings } from '../../../figures/index.ts';
import type { Words } from '../../words.ts';
import { developmentFigures } from '../developments.ts';
import { saidView } from '../said.ts';
import { sourcesOf } from '../view-context.ts';
import type { LatestContext } from './latest-context.ts';
import { otherFigures } from './other-figures.ts';
import { numberedBy } from './register.ts';
import { splitSeries } from './split-series.ts';

/** The page on investment, business and cooperation; null when nothing is known of them. */
export function tiesView(context: LatestContext) {
  const { latestFirst } = context;
  const titles = tiesFindings(latestFirst.series);
  const figures = developmentFigures(context, splitSeries(context).others, numberedBy(context));
  const others = othersView(context);
  if (!titles || (figures.length === 0 && !others)) return null;
  return { ...titles, figures, others, said: saidView(context) };
}

/** The figures of no series, the newest first; null without any. */
function othersView(context: LatestContext) {
  const { words } = context;
  const figures = otherFigures(context);
  if (figures.length === 0) return null;
  const rows = figures.map((figure) => ({
    note: figure.note,
    name: words.message(`figure.${figure.subject}`, { area: figure.area ? words.text(figure.area.name) : '' }),
    value: valueText(words, figure),
    period: words.compactPeriod(figure.period),
    publisher: words.publishers(figure.sources),
  }));
  return { rows, ...sourcesOf(context, figures) };
}

function valueText(words: Words, figure: Figure): string {
  const { unit, value, decimals, signed } = figure;
  if (isMoney(unit)) return words.qualified(figure, words.money(value, decimals, unit, true));
  const isRatio = unit === 'percent' || unit === 'index';
  return words.qualified(figure, isRatio ? words.percent(value, decimals, signed) : words.number(value, decimals));
}

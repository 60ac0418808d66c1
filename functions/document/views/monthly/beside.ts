import { type Elsewhere, type Figure, isMoney } from '../../../figures/index.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The most rows of the table, and values in one of them; older ones are in the data. */
const most = { rows: 6, counts: 2, amounts: 1 } as const;

/**
 * The figures of other publishers on business that no chart shows, those of one kind in a row, the newest first; null
 * where there are none.
 */
export function besideView(context: MonthlyContext, drawn: readonly Elsewhere[]) {
  const { words, overTime } = context;
  const drawnFigures = new Set(drawn.map(({ figure }) => figure));
  const others = overTime.elsewhere.filter(
    ({ indicator, figure }) => !drawnFigures.has(figure) && !indicator.startsWith('documents'),
  );
  const kinds = [...Map.groupBy(others, ({ indicator, figure }) => `${indicator} ${figure.unit}`).values()];
  const shown = kinds.slice(0, most.rows).map((kind) => {
    const isAmount = kind.some(({ figure }) => isMoney(figure.unit));
    return kind.slice(0, isAmount ? most.amounts : most.counts).toReversed();
  });
  context.tables.set(
    'beside',
    shown.flat().map(({ figure }) => ({ figure, apart: words.publishers(figure.sources) })),
  );
  const rows = shown.flatMap((kind) => {
    const figures = kind.map(({ figure }) => figure);
    const [first] = figures;
    if (!first) return [];
    return {
      name: words.message(first.subject === 'companies.fez' ? 'beside.zone' : `figure.${first.subject}`, { area: '' }),
      value: figures.map((figure) => writtenValue(context, figure)).join('; '),
      period: joined(figures.map((figure) => words.compactPeriod(figure.period))),
      publisher: publishersOf(context, figures),
      refs: figures,
    };
  });
  return rows.length > 0 ? { rows } : null;
}

function writtenValue({ words }: MonthlyContext, figure: Figure): string {
  const { unit } = figure;
  return isMoney(unit) ? words.figure(figure, 'money', 'plain') : words.figure(figure, 'number', 'plain');
}

/** The publishers of a row; the day of publication where there is one value. */
function publishersOf({ words }: MonthlyContext, figures: readonly Figure[]): string {
  const sources = figures.flatMap((figure) => figure.sources);
  return figures.length === 1 ? words.sources(sources) : joined(sources.map(({ publisher }) => words.text(publisher)));
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ');
}

import type { CheckMatrix, MonthAxis, MonthsChart, MonthsPanel, QuarterColumns } from '../../document/index.ts';

/** What is the newest of a chart over time where a narrow frame has no room for all of it: the table of its data has the rest. */
const newest = { months: 18, years: 2 } as const;

/** The newest eighteen months. What stands together with older months is left out. */
export function newestMonths(chart: MonthsChart): MonthsChart {
  const from = chart.axis.letters.length - newest.months;
  if (from <= 0) return chart;
  const kept = <T extends { readonly at: number }>(spans: readonly T[]): readonly T[] =>
    spans.filter(({ at }) => at >= from).map((span) => ({ ...span, at: span.at - from }));
  const panels = chart.panels.map((panel): MonthsPanel => {
    const { bars, ledges, changes, annotations, breaks } = panel;
    return {
      ...panel,
      bars: kept(bars),
      ledges: kept(ledges),
      changes: kept(changes),
      annotations: kept(annotations),
      breaks: kept(breaks),
    };
  });
  return { ...chart, axis: axisFrom(chart.axis, from), panels };
}

/** The axis from a place on; a year that began before it is named at its first place. */
function axisFrom({ letters, years }: MonthAxis, from: number): MonthAxis {
  const begun = years.findLast(({ at }) => at <= from);
  const later = years.filter(({ at }) => at > from).map((year) => ({ ...year, at: year.at - from }));
  return { letters: letters.slice(from), years: begun ? [{ ...begun, at: 0 }, ...later] : later };
}

/** The quarters of the newest two years. */
export function newestQuarters(chart: QuarterColumns): QuarterColumns {
  return { ...chart, years: chart.years.slice(-newest.years) };
}

/** The checks of the newest months, at most so many; the sums count all. */
export function newestChecks(chart: CheckMatrix, most: number): CheckMatrix {
  const count = chart.years.reduce((sum, { months }) => sum + months, 0);
  let left = most;
  const years = chart.years
    .toReversed()
    .flatMap(({ name, months }) => {
      const shown = Math.min(months, left);
      left -= shown;
      return shown > 0 ? [{ name, months: shown }] : [];
    })
    .toReversed();
  const rows = chart.rows.map((row) => ({ ...row, marks: row.marks.slice(Math.max(0, count - most)) }));
  return count > most ? { ...chart, years, rows } : chart;
}

import type { Briefing } from './briefing.ts';
import type { Figure } from './figure.ts';
import { allFigures } from './over-time/index.ts';

/** Every figure of a briefing, each value once. */
export interface EveryFigure {
  readonly figures: readonly Figure[];
  /** The figure with a key, as formulas name it: of a published value with several keys it is always the same figure. */
  named(key: string): Figure | undefined;
}

/**
 * Every figure of a briefing: the published values of every series, those of its tables, and all that is calculated. A
 * published value that the tables and a series name by keys of their own is that of the series.
 */
export function everyFigure({ figures, overTime }: Briefing): EveryFigure {
  const published = (overTime?.series ?? []).flatMap((series) => series.figures);
  const calculated = overTime ? allFigures(overTime) : [];
  const byRow = new Map<number, Figure>();
  const byKey = new Map<string, Figure>();
  for (const figure of [...published, ...figures, ...calculated]) {
    const { row, key } = figure;
    const known = row === null ? figure : (byRow.get(row) ?? figure);
    if (row !== null) byRow.set(row, known);
    byKey.set(key, known);
  }
  return { figures: [...new Set(byKey.values())], named: (key) => byKey.get(key) };
}

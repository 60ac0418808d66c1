import type { Reading } from '../briefings/index.ts';
import type { Figure } from '../figures/index.ts';
import { type FigureChange, figureChanges } from './figure-changes.ts';
import { type SentenceChanges, sentenceChanges } from './sentence-changes.ts';

/** A value of a figure, in numbers and in words. */
export interface StatedValue {
  /** Its period as the Data Package writes it, such as `2026-01/2026-09`. */
  readonly period: string;
  /** Its period in words. */
  readonly months: string;
  /** Rounded to the decimals that are printed; money in millions. */
  readonly value: number;
  /** As it is printed, with sign, and with what the publication says of it. */
  readonly number: string;
}

/** A figure that is not the same in two editions. */
interface NamedFigure {
  readonly key: string;
  readonly name: string;
  readonly status: Figure['status'];
  /** In words, such as `USD million`. */
  readonly unit: string;
  /** The keys of the figures that follow from a published one and change with it. */
  readonly dependents: readonly string[];
}

/** A figure that the later edition states for the first time. */
export interface AddedFigure extends NamedFigure, StatedValue {
  /** The newest value of the same line in the earlier edition; null where the line is new. */
  readonly previous: StatedValue | null;
}

/** A figure that the later edition no longer states. */
export interface RemovedFigure extends NamedFigure, StatedValue {}

/** A figure that two editions state, not with the same value or not of the same period. */
export interface ChangedFigure extends NamedFigure {
  readonly before: StatedValue;
  readonly after: StatedValue;
}

/** The figures that two editions do not both state; published ones first. */
export interface FigureChanges {
  readonly changed: readonly ChangedFigure[];
  readonly added: readonly AddedFigure[];
  readonly removed: readonly RemovedFigure[];
}

/** What two editions do not both say, in one language. */
export interface EditionChanges {
  readonly figures: FigureChanges;
  readonly sentences: SentenceChanges;
}

/** Compares the figures and the sentences of two editions in one language. */
export function editionChanges(before: Reading, after: Reading): EditionChanges {
  return inWords(figureChanges(before.figures(), after.figures()), before, after);
}

/** The changes of figures, which are the same in every language, and those of sentences in the words of two readings. */
export function inWords(changes: readonly FigureChange[], before: Reading, after: Reading): EditionChanges {
  return {
    figures: {
      changed: changes.flatMap(({ before: old, after: now, dependents }) =>
        old && now
          ? [{ ...nameOf(now, after, dependents), before: statedValue(old, before), after: statedValue(now, after) }]
          : [],
      ),
      added: changes.flatMap(({ before: old, after: now, previous, dependents }) => {
        if (old || !now) return [];
        const earlier = previous && statedValue(previous, before);
        return [{ ...nameOf(now, after, dependents), ...statedValue(now, after), previous: earlier }];
      }),
      removed: changes.flatMap(({ before: old, after: now, dependents }) =>
        old && !now ? [{ ...nameOf(old, before, dependents), ...statedValue(old, before) }] : [],
      ),
    },
    sentences: sentenceChanges(before.sentences, after.sentences),
  };
}

function nameOf(figure: Figure, { describe }: Reading, dependents: readonly string[]): NamedFigure {
  const { name, unit } = describe(figure);
  return { key: figure.key, name, status: figure.status, unit, dependents };
}

function statedValue(figure: Figure, { describe }: Reading): StatedValue {
  const { period, value, decimals } = figure;
  const { period: months, number } = describe(figure);
  return { period: period.code, months, value: Number(value.toFixed(decimals)), number };
}

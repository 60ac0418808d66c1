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

/** The figures that two editions do not both state: published ones first, and the newest period first. */
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
  const changed: ChangedFigure[] = [];
  const added: AddedFigure[] = [];
  const removed: RemovedFigure[] = [];
  for (const { before: old, after: now, previous, dependents } of changes) {
    const [was, is] = [old && stated(old, before), now && stated(now, after)];
    if (was && is) changed.push({ ...is.figure, before: was.value, after: is.value, dependents });
    else if (is)
      added.push({ ...is.figure, ...is.value, previous: previous && stated(previous, before).value, dependents });
    else if (was) removed.push({ ...was.figure, ...was.value, dependents });
  }
  return { figures: { changed, added, removed }, sentences: sentenceChanges(before.sentences, after.sentences) };
}

/** A figure in words: what it is, and its value. */
function stated(figure: Figure, { describe }: Reading) {
  const { key, status, period, value, decimals } = figure;
  const { name, unit, period: months, number } = describe(figure);
  const is: StatedValue = { period: period.code, months, value: Number(value.toFixed(decimals)), number };
  return { figure: { key, name, status, unit }, value: is };
}

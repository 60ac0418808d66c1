import type { Described, Label, OfFigures, Tone } from './chart-parts.ts';

/** A key figure that says how old it is. */
export interface AgeCard extends OfFigures {
  readonly kind: 'age-card';
  readonly tone: Tone;
  readonly label: string;
  /** The word that the publication puts before the number; null where it is exact. */
  readonly qualifier: string | null;
  readonly value: Label;
  readonly unit: string;
  /** The change on the year before, or the value before it with its period. */
  readonly change: { readonly strong: Label; readonly rest: string } | null;
  readonly age: string;
  /** Its age as a part of that of the oldest theme, 0 to 1; null without a bar. */
  readonly bar: number | null;
}

/** The periods and dates for which there is a figure, a row for each subject, with the age of the latest. */
export interface CoverageChart extends Described {
  readonly kind: 'coverage';
  /** The length of the axis in months, and its years with their first month from its start. */
  readonly months: number;
  readonly years: readonly { readonly name: string; readonly start: number }[];
  /** The head of the column of ages. */
  readonly head: string;
  readonly rows: readonly {
    readonly name: string;
    /** The age of the latest figure in months, and as it is written. */
    readonly months: number;
    readonly age: string;
    /** True for a subject whose latest figure is so old that it stands back. */
    readonly faint: boolean;
    /** First month from the start of the axis and length in months; a date has a length of one. */
    readonly spans: readonly { readonly start: number; readonly months: number; readonly latest: boolean }[];
  }[];
}

/** A breakdown of trade in one block: its flows as a table, Russia’s shares and the regions as bars. */
export interface Snapshot extends OfFigures {
  readonly kind: 'snapshot';
  /** The heads of the table: unit, times, growth. */
  readonly heads: readonly [unit: string, times: string, growth: string];
  readonly flows: readonly {
    readonly name: string;
    readonly value: Label;
    readonly times: Label | null;
    readonly growth: Label | null;
  }[];
  readonly shares: {
    readonly head: string;
    readonly bars: readonly {
      readonly tone: Tone;
      readonly name: string;
      readonly share: number;
      readonly label: string;
    }[];
  } | null;
  readonly regions: {
    readonly head: string;
    readonly bars: readonly { readonly name: string; readonly share: number; readonly label: string }[];
  } | null;
}

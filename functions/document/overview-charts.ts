import type { Label, OfFigures, Tone } from './chart-parts.ts';

/** A key figure of a monthly edition: what is known since January, its change, the newest month, and columns of months. */
export interface MonthCard extends OfFigures {
  readonly kind: 'month-card';
  readonly tone: Tone;
  readonly label: string;
  readonly value: Label;
  readonly unit: string;
  /** The change: words, a number, words; each may be missing. */
  readonly change: {
    readonly before: string | null;
    readonly strong: Label | null;
    readonly after: string | null;
  } | null;
  /** The newest month with its value and its change. */
  readonly month: { readonly name: string; readonly value: Label; readonly change: Label | null } | null;
  /** What stands in place of the month where the figure is old. */
  readonly age: string | null;
  readonly columns: readonly MonthColumn[];
}

/** One month among the thirteen of a card, or several that are known only together, at their mean. */
export interface MonthColumn {
  /** Its place among the thirteen, 0 for the oldest. */
  readonly at: number;
  /** How many places it takes. */
  readonly months: number;
  readonly value: number;
  readonly look: 'solid' | 'pale' | 'together';
}

/** The places of months on a card. */
export const placesOnCard = 13;

/** A point of a line, in months from the first on the axis. */
export interface LeadPoint {
  readonly at: number;
  readonly value: number;
}

/** Lines of exports and imports on one axis of months: sums of twelve months, or single months. */
export interface LeadLines extends OfFigures {
  readonly kind: 'lead-lines';
  /** Months from the first point to the last. */
  readonly months: number;
  /** The years on the axis, in months from its first; a year may begin before it. */
  readonly years: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  readonly lines: readonly LeadLine[];
  /** The gap between the two lines at their marked points and at their ends; null where it is not shaded. */
  readonly gap: { readonly first: LeadGap | null; readonly last: LeadGap | null } | null;
  /** Where the two lines crossed last, in months from the first point, with what it made of the gap and when. */
  readonly crossing: { readonly at: number; readonly label: string } | null;
}

/** A line with its ends named. */
export interface LeadLine {
  readonly tone: Exclude<Tone, 'balance'>;
  /** Its part that rests on indices, the oldest first. */
  readonly thin: readonly LeadPoint[];
  readonly points: readonly LeadPoint[];
  /** A point with a ring and its value before it. */
  readonly marked: { readonly at: number; readonly label: Label } | null;
  readonly end: { readonly label: Label; readonly name: string };
}

/** The word and value of a gap. */
export interface LeadGap {
  readonly word: string;
  readonly label: Label;
}

/** Paired columns of single months, with the values since January at their right. */
export interface PairedColumns extends OfFigures {
  readonly kind: 'paired-columns';
  /** The months on the axis, by their short names. */
  readonly months: readonly string[];
  readonly series: readonly {
    readonly tone: Exclude<Tone, 'balance'>;
    readonly columns: readonly {
      readonly at: number;
      readonly months: number;
      readonly value: number;
      readonly together: boolean;
      readonly label: Label | null;
    }[];
    readonly end: { readonly label: Label; readonly name: string; readonly period: string } | null;
  }[];
  readonly gap: LeadGap | null;
}

import type { Qualifier } from '../dataset/index.ts';
import type { Label, OfFigures, Tone } from './chart-parts.ts';

/** One value on the time axis of a small multiple. */
export interface TimeMark {
  /**
   * How its time is drawn: a point on a date, a point in a year whose day is not known, a ledge over a whole period,
   * or a block for another currency. The height of a block means nothing.
   */
  readonly shape: 'date' | 'year' | 'period' | 'block';
  /** The first month, in months from the start of the axis, and the length in months. */
  readonly start: number;
  readonly months: number;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly own: boolean;
  /** The value as text, and the label under it: what it counts or who reports it. */
  readonly label: string;
  readonly word: string | null;
  /** The index of the mark from which a line leads here; null without a line. */
  readonly from: number | null;
}

/** A small chart of a series over time. All small multiples share one axis. */
export interface SmallMultiple extends OfFigures {
  readonly kind: 'multiple';
  readonly axis: {
    readonly months: number;
    readonly years: readonly { readonly name: string; readonly start: number }[];
  };
  readonly marks: readonly TimeMark[];
}

/** Quarters as columns, a group for each year, with the sums of the year under it. */
export interface QuarterColumns extends OfFigures {
  readonly kind: 'quarter-columns';
  /** The names of the four quarters. */
  readonly quarters: readonly string[];
  readonly years: readonly QuarterYear[];
}

/** One year of {@link QuarterColumns}. */
export interface QuarterYear {
  readonly name: string;
  readonly newest: boolean;
  /** Quarter 0 to 3, and how many are known only together: then they share one open column. `value` is their sum. */
  readonly columns: readonly {
    readonly quarter: number;
    readonly quarters: number;
    readonly value: number;
    readonly label: Label;
    readonly newest: boolean;
  }[];
  readonly sums: readonly { readonly name: string; readonly label: Label; readonly strong: boolean }[];
}

/** A share in equal periods, one column for each year. */
export interface ShareColumns extends OfFigures {
  readonly kind: 'share-columns';
  readonly columns: readonly { readonly name: string; readonly value: number; readonly label: Label }[];
}

/** Counts on days, joined by a line, and rings for those of other publishers, which are not. */
export interface StockLine extends OfFigures {
  readonly kind: 'stock-line';
  readonly axis: SmallMultiple['axis'];
  /** Where each count stands, in months from the start of the axis. */
  readonly points: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  readonly rings: readonly { readonly at: number; readonly value: number; readonly label: string }[];
}

/** Counts of several kinds on the same days, side by side on one scale. */
export interface CountPanels extends OfFigures {
  readonly kind: 'count-panels';
  readonly panels: readonly {
    readonly name: string;
    /** Where each count stands, in months from the first. */
    readonly bars: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  }[];
  /** The first day and the last. */
  readonly ends: readonly [string, string];
}

/** Months on a time axis: the place of the first, and how many there are. */
interface MonthSpan {
  /** Counted from the first month of the axis, 0. */
  readonly at: number;
  readonly months: number;
}

/** A month as a bar; several months that are known only together at their mean. */
export interface MonthBar extends MonthSpan {
  readonly value: number;
}

/** The names of the places of a time axis: a letter for each month, and the years that begin at a place. */
export interface MonthAxis {
  readonly letters: readonly string[];
  readonly years: readonly { readonly name: string; readonly at: number }[];
}

/** Single months of one or two flows on one scale, each with a strip of changes on a year earlier, over one axis. */
export interface MonthsChart extends OfFigures {
  readonly kind: 'months';
  readonly axis: MonthAxis;
  readonly key: { readonly month: string; readonly together: string | null; readonly earlier: string | null };
  /** What the strips of changes show. */
  readonly caption: string;
  readonly panels: readonly MonthsPanel[];
}

/** The months of one flow. */
export interface MonthsPanel {
  readonly tone: Tone;
  readonly name: string;
  readonly bars: readonly MonthBar[];
  /** The same months a year earlier. */
  readonly ledges: readonly MonthBar[];
  /** Changes on a year earlier in per cent; the most important labels first, the others null. */
  readonly changes: readonly (MonthBar & { readonly label: string | null })[];
  /** What is said of single marks, the most important first; those without room are left out. */
  readonly annotations: readonly (MonthSpan & { readonly when: string; readonly what: string })[];
  /** Months without any figure, so many that the axis is broken there. */
  readonly breaks: readonly MonthSpan[];
}

/** The months of a first year: a column for each flow side by side, with its value; months to come are empty places. */
export interface MonthColumns extends OfFigures {
  readonly kind: 'month-columns';
  /** A name for each place. */
  readonly places: readonly string[];
  readonly flows: readonly {
    readonly tone: Tone;
    readonly name: string;
    readonly columns: readonly (MonthBar & { readonly label: Label })[];
  }[];
  /** The key to months that are known only together; null where there are none. */
  readonly together: string | null;
}

/** Values since January, a line for each year from zero in January to December. */
export interface CurvesChart extends OfFigures {
  readonly kind: 'curves';
  readonly tone: Tone;
  /** The names of some months, each after so many months of the year. */
  readonly axis: readonly { readonly name: string; readonly after: number }[];
  /** The years, the oldest first; the last is the current one. */
  readonly years: readonly {
    readonly name: string;
    readonly points: readonly { readonly after: number; readonly value: number }[];
    /** The value of the whole year; null where it is not known, or is the current one. */
    readonly end: string | null;
  }[];
  readonly current: { readonly value: string; readonly period: string };
}

/** Shares in per cent over equal periods of several years, a line for each flow. */
export interface ShareLines extends OfFigures {
  readonly kind: 'share-lines';
  /** A name for each place. */
  readonly places: readonly string[];
  readonly lines: readonly {
    readonly tone: Tone;
    readonly name: string;
    readonly points: readonly { readonly at: number; readonly share: number }[];
    readonly first: string;
    readonly last: string;
  }[];
}

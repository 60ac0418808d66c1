import type { Qualifier } from '../dataset/index.ts';
import type { PartsTable, RegionColumns, RegionMap, RegionRanking } from './breakdown-charts.ts';
import type { Described, Label, Tone } from './chart-parts.ts';
import type { AgeCard, CoverageChart, Snapshot } from './dated-charts.ts';
import type { Inline } from './inline.ts';
import type { LeadLines, MonthCard, PairedColumns } from './overview-charts.ts';
import type { BulletinProof, CheckMatrix, MonthMade, RangeBar } from './record-charts.ts';

export type { Described, Label, Tone } from './chart-parts.ts';

/** A key figure: label, value, change on the year before, and two bars on the scale of all cards. */
export interface Card extends Described {
  readonly kind: 'card';
  readonly tone: Tone;
  readonly label: string;
  readonly value: Label;
  readonly unit: string;
  readonly change: { readonly strong: Label; readonly rest: string } | null;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly amount: Label | null;
    readonly calculated: boolean;
  }[];
  /** The value whose bar is as wide as the card. */
  readonly scale: number;
}

/** Two lines from the base to the current period, with the gap between them. */
export interface SlopeChart extends Described {
  readonly kind: 'slope';
  readonly periods: readonly [string, string];
  readonly lines: readonly SlopeLine[];
  readonly gaps: readonly [SlopeGap, SlopeGap];
}

/** One line of a slope chart. */
export interface SlopeLine {
  readonly tone: Tone;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly fromLabel: Label;
  readonly toLabel: Label;
  /** Name and change, under the label of the current value. */
  readonly toName: string;
}

/** The gap between the two lines at one end. */
export interface SlopeGap {
  readonly word: string;
  readonly label: Label;
}

/** Bars of 100 per cent in two parts. */
export interface ShareBars extends Described {
  readonly kind: 'share-bars';
  readonly heads: readonly [string, string];
  readonly rows: readonly {
    readonly tone: Tone;
    readonly name: string;
    readonly total: Label | null;
    readonly share: number;
    readonly shareLabel: string;
    readonly amount: string | null;
    readonly restShare: Label;
    readonly restAmount: Label | null;
  }[];
}

/** Columns that step from one total to another. */
export interface Waterfall extends Described {
  readonly kind: 'waterfall';
  readonly steps: readonly {
    readonly name: string;
    readonly strong: boolean;
    readonly tone: Tone;
    readonly from: number;
    readonly to: number;
    readonly label: Label;
    readonly calculated: boolean;
  }[];
}

/** Bars to the left and right of a zero line. */
export interface DivergingBars extends Described {
  readonly kind: 'diverging-bars';
  readonly sides: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly total: boolean;
    readonly tone: Tone;
    readonly value: number;
    readonly label: Label;
  }[];
}

/** Bars in order of size, each under its name. */
export interface RankedBars extends Described {
  readonly kind: 'ranked-bars';
  readonly heads: readonly [string, string];
  readonly bars: readonly RankedBar[];
  readonly rest: RankedBar | null;
  /** The sum of the first two bars. */
  readonly pair: { readonly label: Label; readonly word: string } | null;
}

/** One bar of a ranking. */
export interface RankedBar {
  readonly name: string;
  readonly value: number;
  readonly label: Label;
  readonly amount: Label | null;
}

/** A place on a map: degrees east and north. */
export interface MapPlace {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** Markets as circles whose area is their share, and partner regions as diamonds. */
export interface MarketMap extends Described {
  readonly kind: 'market-map';
  readonly home: MapPlace;
  readonly countries: { readonly russia: string; readonly belarus: string };
  readonly markets: readonly (MapPlace & {
    readonly share: number;
    readonly label: string;
    readonly partner: boolean;
  })[];
  readonly partners: readonly MapPlace[];
  readonly key: { readonly home: string; readonly market: string; readonly partner: Inline | null };
}

/** Partner regions as diamonds and markets as discs, with an inset for places far in the east. */
export interface PartnerMap extends Described {
  readonly kind: 'partner-map';
  readonly home: MapPlace;
  readonly countries: { readonly russia: string; readonly belarus: string };
  readonly partners: readonly (MapPlace & { readonly market: boolean })[];
  readonly markets: readonly MapPlace[];
  readonly caption: string | null;
  readonly key: readonly {
    readonly mark: 'partner' | 'market' | 'both';
    readonly name: string;
    readonly note: string;
  }[];
  /** Words before the names that do not fit on the map. */
  readonly unnamed: string;
}

/** One bar in two parts with the total under it. */
export interface OriginBar extends Described {
  readonly kind: 'origin-bar';
  readonly share: number;
  readonly shareLabel: string;
  readonly name: string;
  readonly amount: string;
  readonly restAmount: Label;
  readonly restName: Label;
  readonly total: Label;
}

/** Amounts over strips as long as their periods. */
export interface TimeStrips extends Described {
  readonly kind: 'time-strips';
  readonly strips: readonly {
    /** The first month of the period, in months since year 0, and its length in months. */
    readonly start: number;
    readonly months: number;
    readonly label: string;
    readonly period: string;
    readonly length: string;
  }[];
}

/** Dots that count things, some of them in another colour. */
export interface DotChart extends Described {
  readonly kind: 'dots';
  /** The number of dots. The subtitle says how many things one dot stands for. */
  readonly count: number;
  readonly label: string;
  readonly words: readonly string[];
  readonly part: { readonly count: number; readonly label: string; readonly name: string } | null;
}

/** Rows of squares that count things. The subtitle says how many things one square stands for. */
export interface UnitRows extends Described {
  readonly kind: 'units';
  readonly rows: readonly { readonly name: string; readonly count: number; readonly label: string }[];
}

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
export interface SmallMultiple extends Described {
  readonly kind: 'multiple';
  readonly axis: {
    readonly months: number;
    readonly years: readonly { readonly name: string; readonly start: number }[];
  };
  readonly marks: readonly TimeMark[];
}

/** Quarters as columns, a group for each year, with the sums of the year under it. */
export interface QuarterColumns extends Described {
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
export interface ShareColumns extends Described {
  readonly kind: 'share-columns';
  readonly columns: readonly { readonly name: string; readonly value: number; readonly label: Label }[];
}

/** Counts on days, joined by a line, and rings for those of other publishers, which are not. */
export interface StockLine extends Described {
  readonly kind: 'stock-line';
  readonly axis: SmallMultiple['axis'];
  /** Where each count stands, in months from the start of the axis. */
  readonly points: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  readonly rings: readonly { readonly at: number; readonly value: number; readonly label: string }[];
}

/** Counts of several kinds on the same days, side by side on one scale. */
export interface CountPanels extends Described {
  readonly kind: 'count-panels';
  readonly panels: readonly {
    readonly name: string;
    /** Where each count stands, in months from the first. */
    readonly bars: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  }[];
  /** The first day and the last. */
  readonly ends: readonly [string, string];
}

/** A few numbers, each with a label. */
export interface Cells extends Described {
  readonly kind: 'cells';
  readonly cells: readonly { readonly value: string; readonly label: string }[];
}

/** Ages in months, one bar each. */
export interface Ages extends Described {
  readonly kind: 'ages';
  readonly bars: readonly { readonly name: string; readonly months: number; readonly label: string }[];
}

/** The key to the marks of small multiples. */
export interface TimeKey extends Described {
  readonly kind: 'time-key';
  readonly words: Readonly<Record<'date' | 'year' | 'period' | 'about' | 'more_than' | 'nearly' | 'joined', string>>;
}

/** The arithmetic proof, one row per check. */
export interface ProofChart extends Described {
  readonly kind: 'proof';
  readonly rows: readonly ProofRow[];
}

/** One check of the proof. */
export interface ProofRow {
  readonly claim: string;
  readonly explanation: string;
  readonly unit: string;
  readonly verdict: string;
  /** One or two lines under the verdict. */
  readonly detail: readonly string[];
  readonly evidence:
    | {
        readonly kind: 'ranges';
        readonly bars: readonly [RangeBar, RangeBar];
        readonly shared: { readonly lo: number; readonly hi: number };
      }
    | {
        readonly kind: 'limit';
        readonly name: string;
        readonly value: number;
        readonly limit: number;
        readonly label: string;
        readonly limitLabel: string;
        readonly calculated: boolean;
      };
}

/** How to read the bars of the proof: one range, two that agree, or two that do not. */
export interface RangeKey extends Described {
  readonly kind: 'range' | 'agrees' | 'disagrees';
  readonly labels: readonly string[];
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
export interface MonthsChart extends Described {
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
export interface MonthColumns extends Described {
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
export interface CurvesChart extends Described {
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
export interface ShareLines extends Described {
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

/** Every kind of chart. Each is drawn by a file of its own in `drawing`. */
export type Chart =
  | Card
  | AgeCard
  | CoverageChart
  | Snapshot
  | SlopeChart
  | ShareBars
  | Waterfall
  | DivergingBars
  | RankedBars
  | MarketMap
  | PartnerMap
  | OriginBar
  | TimeStrips
  | SmallMultiple
  | QuarterColumns
  | ShareColumns
  | StockLine
  | CountPanels
  | TimeKey
  | Cells
  | Ages
  | DotChart
  | UnitRows
  | ProofChart
  | RangeKey
  | PartsTable
  | MonthMade
  | CheckMatrix
  | BulletinProof
  | MonthsChart
  | MonthColumns
  | CurvesChart
  | ShareLines
  | RegionRanking
  | RegionMap
  | RegionColumns
  | MonthCard
  | LeadLines
  | PairedColumns;

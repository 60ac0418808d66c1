import type { PartsTable, RegionColumns, RegionMap, RegionRanking } from './breakdown-charts.ts';
import type { Described, Label, OfFigures, Tone } from './chart-parts.ts';
import type { AgeCard, CoverageChart, Snapshot } from './dated-charts.ts';
import type { Inline } from './inline.ts';
import type { LeadLines, MonthCard, PairedColumns } from './overview-charts.ts';
import type { BulletinProof, CheckMatrix, MonthMade, RangeBar } from './record-charts.ts';
import type { ShortList } from './sheet-charts.ts';
import type {
  CountPanels,
  CurvesChart,
  MonthColumns,
  MonthsChart,
  QuarterColumns,
  ShareColumns,
  ShareLines,
  SmallMultiple,
  StockLine,
} from './time-charts.ts';

export type { Described, Label, OfFigures, Shown, Tone } from './chart-parts.ts';

/** A key figure: label, value, change on the year before, and two bars on the scale of all cards. */
export interface Card extends OfFigures {
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
export interface SlopeChart extends OfFigures {
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
export interface ShareBars extends OfFigures {
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
export interface Waterfall extends OfFigures {
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
export interface DivergingBars extends OfFigures {
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
export interface RankedBars extends OfFigures {
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
export interface MarketMap extends OfFigures {
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
export interface OriginBar extends OfFigures {
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
export interface TimeStrips extends OfFigures {
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
export interface DotChart extends OfFigures {
  readonly kind: 'dots';
  /** The number of dots. The subtitle says how many things one dot stands for. */
  readonly count: number;
  readonly label: string;
  readonly words: readonly string[];
  readonly part: { readonly count: number; readonly label: string; readonly name: string } | null;
}

/** Rows of squares that count things. The subtitle says how many things one square stands for. */
export interface UnitRows extends OfFigures {
  readonly kind: 'units';
  readonly rows: readonly { readonly name: string; readonly count: number; readonly label: string }[];
}

/** A few numbers, each with a label. */
export interface Cells extends OfFigures {
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
  | PairedColumns
  | ShortList;

import type { Figure } from '../figures/index.ts';
import type { Label, OfFigures, Tone } from './chart-parts.ts';

/** The parts of a total as a table with bars: the named ones by size, then those without a row, then what has no name. */
export interface PartsTable extends OfFigures {
  readonly kind: 'parts-table';
  readonly tone: Tone;
  readonly heads: {
    readonly name: string;
    readonly code: string;
    readonly value: string;
    readonly change: string;
    readonly difference: string;
    readonly contribution: string;
    readonly share: string;
  };
  /** The unit after a contribution: percentage points. */
  readonly points: string;
  /** False where no part is known a year earlier: shares then stand in place of changes. */
  readonly compares: boolean;
  readonly rows: readonly PartRow[];
  /** Its rows and those of such a table below it on the page: many are set closer. */
  readonly rowsOfPage: number;
}

/** One row of a table of parts. */
export interface PartRow {
  /** The rest has no place on the scale of the others. */
  readonly kind: 'part' | 'more' | 'rest';
  readonly name: string;
  readonly code: string | null;
  readonly value: number;
  readonly label: Label;
  /** The value a year earlier. */
  readonly base: number | null;
  readonly change: Label;
  readonly difference: { readonly value: number; readonly label: Label } | null;
  readonly contribution: Label;
  readonly share: Label;
  /** The figures of the row. */
  readonly figures: readonly Figure[];
}

/** Regions in order of size, each with a bar, the year before and what became of its place. */
export interface RegionRanking extends OfFigures {
  readonly kind: 'region-ranking';
  readonly heads: { readonly region: string; readonly value: string; readonly change: string };
  readonly rows: readonly RankedRegion[];
}

/** One row of a ranking of regions. */
export interface RankedRegion {
  /** Its place; null for several regions together. */
  readonly place: string | null;
  readonly name: string;
  /** Where it stood a year earlier, where that was another place. */
  readonly moved: { readonly up: boolean; readonly label: string } | null;
  readonly value: number;
  readonly base: number | null;
  readonly label: Label;
  /** The change on a year earlier, or the share where no region is known then. */
  readonly change: Label;
  /** The figures of the row. */
  readonly figures: readonly Figure[];
}

/** Regions on a map as circles whose area is their share of exports. */
export interface RegionMap extends OfFigures {
  readonly kind: 'region-map';
  readonly home: RegionPlace;
  readonly countries: { readonly russia: string; readonly belarus: string };
  readonly regions: readonly RegionCircle[];
  /** Words before the names of regions that lie outside the map. */
  readonly outside: string;
}

/** A place on a map: degrees east and north. */
export interface RegionPlace {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** A region on the map. */
export interface RegionCircle extends RegionPlace {
  /** In per cent. */
  readonly share: number;
  /** The share in whole per cent, which stands inside a circle, and as it stands beside one. */
  readonly inside: string;
  readonly beside: string;
  /** Whether it is named: only the largest are. */
  readonly named: boolean;
}

/** The same months of some years as columns, region by region, each on its own scale from zero. */
export interface RegionColumns extends OfFigures {
  readonly kind: 'region-columns';
  /** The first and the last year. */
  readonly years: readonly [string, string];
  readonly panels: readonly {
    readonly name: string;
    /** One for each year, the last the newest; null where nothing is known. */
    readonly columns: readonly ({ readonly value: number; readonly label: Label } | null)[];
  }[];
}

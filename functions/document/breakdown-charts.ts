import type { Described, Label, Tone } from './chart-parts.ts';

/** The parts of a total as a table with bars: the named ones by size, then those without a row, then what has no name. */
export interface PartsTable extends Described {
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
}

import type { Interval } from './interval.ts';
import { roundingInterval } from './interval.ts';
import type { Localised } from './languages.ts';
import type { PackageStatus } from './package-status.ts';
import type { Period } from './period.ts';
import type { Row } from './row.ts';
import type { Flow, Indicator, ObservationStatus, Qualifier, Topic, Unit } from './tables.ts';

/** ISO 3166 code of a country or of a region in it. */
export type AreaCode = string;

/** A publication that rows come from. */
export interface Source {
  readonly id: string;
  readonly publisher: Localised;
  readonly title: Localised;
  readonly url: string;
  /** Day, month or year of publication: `2021-07-27`, `2024-04`, `2025`. */
  readonly published: string;
  readonly basis: 'stated' | 'inferred';
}

/** A country, region or city. */
export interface Area {
  readonly code: AreaCode;
  readonly kind: 'country' | 'region' | 'city';
  readonly name: Localised;
  /** Short name beside a marker on a map. */
  readonly label: Localised;
  /** Degrees north and east of the administrative centre. */
  readonly latitude: number;
  readonly longitude: number;
  readonly bordersBelarus: boolean;
  readonly enclosedBy: AreaCode | null;
}

/** Code of a product, such as `HS7213`; `_T` for all goods together. */
export type ProductCode = string;

/** Goods that trade is broken down by. */
export interface Product {
  readonly code: ProductCode;
  readonly classification: string;
  readonly name: Localised;
}

/** One published value of one indicator, for one area, counterpart, product and period, from one source. */
export interface Observation {
  readonly indicator: Indicator;
  readonly flow: Flow;
  readonly refArea: AreaCode;
  readonly counterpart: AreaCode;
  readonly product: ProductCode;
  readonly period: Period;
  readonly value: number;
  readonly unit: Unit;
  /** Power of ten of the unit: 6 for millions. */
  readonly multiplier: number;
  /** Decimals as printed. */
  readonly decimals: number;
  readonly qualifier: Qualifier;
  readonly status: ObservationStatus;
  readonly source: Source;
  readonly locator: string;
  /** True where the row says that it revises a value published earlier: its note begins with “Revised”. */
  readonly revises: boolean;
  /**
   * True where the row was published before the first edition, which does not know it: its note begins with
   * “Background”.
   */
  readonly isBackground: boolean;
  /** Row in observations.csv. */
  readonly row: number;
}

/** A published fact without a number, in our words. */
export interface Statement {
  readonly topic: Topic;
  readonly item: string;
  readonly area: Area | null;
  /** The item of the official who took a position. */
  readonly official: string | null;
  readonly text: Localised;
  readonly detail: Localised;
  /** The spelling of a name in the publication, where we correct it. */
  readonly printed: string | null;
  readonly source: Source;
  /** Row in statements.csv. */
  readonly row: number;
}

/** A Data Package that passed every check. */
export interface Dataset {
  readonly version: string;
  /** What keeps the package from being taken for published facts; null for published data. */
  readonly status: PackageStatus | null;
  readonly sources: readonly Source[];
  readonly areas: ReadonlyMap<AreaCode, Area>;
  readonly products: ReadonlyMap<ProductCode, Product>;
  readonly observations: readonly Observation[];
  readonly statements: readonly Statement[];
  /** The rows as they were read, so that an edition can carry the data that it was made from. */
  readonly rows: TableRows;
}

/** The rows of every table by its name. */
export type TableRows = Readonly<Partial<Record<string, readonly Row[]>>>;

/** The files of a Data Package by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** The interval that a published number stands for: a count is exact, nothing is below zero, no share above 100. */
export function rangeOf({ value, decimals, unit }: Observation): Interval {
  if (unit === 'PN') return { lo: value, hi: value };
  const { lo, hi } = roundingInterval(value, decimals);
  return { lo: Math.max(0, lo), hi: unit === 'PT' ? Math.min(100, hi) : hi };
}

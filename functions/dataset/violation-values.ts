import type { Language } from './languages.ts';

/** No values beside the place and the value that was found. */
type None = Readonly<Record<never, never>>;

/**
 * Two derivations of one amount that disagree: the rows, both intervals and the gap between them. `fits` is what the
 * value of the row would be if a moved decimal point is all that is wrong.
 */
export type Disagreement = Readonly<
  Record<'exportsRow' | 'importsRow' | 'turnoverRow' | 'partsLo' | 'partsHi' | 'wholeLo' | 'wholeHi' | 'gap', number>
> & { readonly fits?: number };

/** Every problem that a Data Package can have, with its values beside the place and the value that was found. */
export type ViolationValues = {
  file_missing: None;
  file_too_large: { readonly maximum: number };
  too_many_rows: { readonly maximum: number };
  not_utf8: None;
  line_ends: None;
  quotes: None;
  separator: None;
  no_columns: { readonly columns: string };
  column_missing: { readonly columns: string };
  column_unknown: { readonly columns: string };
  column_repeated: None;
  column_order: { readonly columns: string };
  cells: { readonly expected: number; readonly found: number };
  not_json: None;
  not_object: None;
  version: None;
  package_status: { readonly known: string };
  descriptor_differs: { readonly expected: string };
  descriptor_surplus: None;
  empty: None;
  formula: None;
  spaces: None;
  one_of: { readonly known: string };
  pattern: { readonly description: string };
  decimal_comma: { readonly number: string };
  not_number: None;
  not_whole: { readonly what: 'number' | 'count' };
  /** `of` is the indicator whose rule it is; empty where the column has the limit. */
  too_small: { readonly minimum: number; readonly of: string };
  too_large: { readonly maximum: number; readonly of: string };
  same_key: { readonly other: number; readonly key: string };
  not_listed: { readonly table: string; readonly key: string };
  period: None;
  indicator_needs: { readonly indicator: string; readonly known: string };
  decimals: { readonly decimals: number };
  not_multiplied: { readonly unit: string };
  period_after_source: { readonly source: string; readonly published: string };
  same_months: { readonly other: number; readonly period: string };
  after_today: { readonly today: string };
  /** `file` is what cannot be printed, such as full.pdf, and `reason` why. */
  unprintable: {
    readonly edition: string;
    readonly language: Language;
    readonly file: string;
    readonly reason: string;
  };
  three_languages: None;
  turnover: Disagreement;
  bases: Disagreement;
  totals: Disagreement;
  shares: { readonly count: number; readonly period: string; readonly lo: number; readonly hi: number };
  no_rows: None;
  /** `position` counts the characters of the cell from 1. */
  hidden_character: { readonly codePoint: string; readonly position: number };
  character: { readonly character: string; readonly codePoint: string };
  too_long: { readonly maximum: number; readonly length: number };
  word_too_long: { readonly maximum: number; readonly length: number };
  other_language: { readonly language: Language; readonly letters: string };
  not_translated: { readonly language: Language };
  too_many_digits: { readonly maximum: number };
  year: { readonly from_text: string };
  no_such_day: { readonly last: number };
  address: { readonly wrong: 'form' | 'user' | 'characters' | 'host' };
  same_name: { readonly other: number };
  /** The row that writes the same publisher otherwise, and how. */
  publisher_name: { readonly other: number; readonly name: string };
  /** The row of the same publication, and its id. */
  same_address: { readonly other: number; readonly id: string };
  /** The row of the area in the same place, and its code. */
  same_place: { readonly other: number; readonly area: string };
  own_country: { readonly area: string };
  outside_country: { readonly country: string };
  border: { readonly expected: 'yes' | 'no' };
  no_region: None;
  partner_without_area: None;
  two_items: { readonly other: number };
  /** How the value is derived from others, the interval that they allow, and their rows. */
  contradiction: {
    readonly rule: 'base' | 'index' | 'flows' | 'turnover' | 'region';
    readonly lo: number;
    readonly hi: number;
    readonly rows: string;
  };
  /** What some rows give at least and others at most, where one of them is “more than” or “nearly”, and these rows. */
  bounds: {
    readonly least: number;
    readonly most: number;
    readonly leastRows: string;
    readonly mostRows: string;
  };
  /** The limit that leaves nothing for “more than” or “nearly”, and the indicator whose limit it is. */
  no_room: { readonly side: 'above' | 'below'; readonly limit: number; readonly indicator: string };
  /** The amount that it is a part of, with its unit, its period and its row. */
  above_whole: {
    readonly kind: 'turnover' | 'longer' | 'companies';
    readonly whole: string;
    readonly period: string;
    readonly wholeRow: number;
  };
  /** What periods within that of the value add up to, in its multiplier, and their rows. */
  periods_sum: { readonly kind: 'more' | 'less'; readonly lo: number; readonly hi: number; readonly rows: string };
  /** The range that two values since January leave the months between them, and their periods and rows. */
  month_difference: {
    readonly lo: number;
    readonly hi: number;
    readonly after: string;
    readonly before: string;
    readonly afterRow: number;
    readonly beforeRow: number;
  };
  /** How many parts there are, the range of their sum in the multiplier of the total, and the total. */
  parts_above_whole: {
    readonly kind: 'products' | 'regions';
    readonly count: number;
    readonly lo: number;
    readonly hi: number;
    readonly whole: string;
    readonly period: string;
    readonly wholeRow: number;
  };
  part: { readonly whole: number; readonly indicator: string; readonly wholeRow: number };
} & WorkbookValues;

/** What only a file that a package comes in can have: a workbook, or a ZIP file. */
type WorkbookValues = {
  file_type: { readonly type: 'xls' | 'xlsm' | 'xlsb' | 'ods' | 'csv' | 'other' };
  file_encrypted: None;
  file_damaged: None;
  archive_path: None;
  entity: None;
  too_many_cells: { readonly maximum: number };
  sheet_missing: { readonly sheet: string };
  heading: { readonly columns: string };
  no_heading: None;
  /** What was probably typed. */
  date: { readonly example: string };
  date_of_number: { readonly example: string };
  cell_error: None;
  no_stored_value: None;
  merged: None;
  cell_far: None;
  cell_too_long: { readonly maximum: number };
};

/** The values that are rows of the table in which a problem is, one or several. */
export const rowValues: readonly string[] = [
  'other',
  'exportsRow',
  'importsRow',
  'turnoverRow',
  'wholeRow',
  'afterRow',
  'beforeRow',
  'rows',
  'leastRows',
  'mostRows',
];

/** The code of a problem of a Data Package. */
export type ViolationCode = keyof ViolationValues;

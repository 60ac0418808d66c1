import type { Sentences } from './file-problem.ts';

/** Nothing but the place and the value that was found. */
type None = Readonly<Record<never, never>>;

/** Two ways to the same amount that do not meet: the rows, both ranges and the gap between them. */
type Disagreement = Readonly<
  Record<'exportsRow' | 'importsRow' | 'partsLo' | 'partsHi' | 'wholeLo' | 'wholeHi' | 'gap', number>
>;

/** What can be wrong with a Data Package, and the values that tell more than the place and what was found there. */
export type ViolationValues = {
  file_missing: None;
  file_too_large: { readonly maximum: number };
  not_utf8: None;
  byte_order_mark: None;
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
  three_languages: None;
  turnover: Disagreement;
  bases: Disagreement;
  totals: Disagreement;
  shares: { readonly count: number; readonly period: string; readonly lo: number; readonly hi: number };
  part: { readonly whole: number; readonly indicator: string; readonly wholeRow: number };
};

/** What can be wrong with a Data Package. */
export type ViolationCode = keyof ViolationValues;

/** What should be there and how to get it, by code. */
export const violationSentences: Sentences<ViolationValues> = {
  file_missing: () => 'the file is missing from the package',
  file_too_large: ({ maximum }) => `expected at most ${maximum} bytes; is this the right file?`,
  not_utf8: () => 'save the file as CSV in UTF-8',
  byte_order_mark: () => 'save the file as UTF-8 without a byte order mark (BOM)',
  line_ends: () => 'end rows with a line feed (LF), not with CR LF',
  quotes: () => 'close every quotation mark; double those inside a cell',
  separator: () => 'separate the columns with commas',
  no_columns: ({ columns }) => `expected the columns ${columns}`,
  column_missing: ({ columns }) => `the column is missing; expected ${columns}`,
  column_unknown: ({ columns }) => `unknown column; expected ${columns}`,
  column_repeated: () => 'the column stands here twice; keep one',
  column_order: ({ columns }) => `put the columns in this order: ${columns}`,
  cells: ({ expected, found }) => `expected ${expected} cells, found ${found}; quote cells that contain a comma`,
  not_json: () => 'the file must be JSON in UTF-8',
  not_object: () => 'expected an object',
  version: () => 'expected a version such as 2021.7.0',
  descriptor_differs: ({ expected }) => `expected ${expected}`,
  descriptor_surplus: () => 'remove it',
  empty: () => 'the cell must not be empty',
  formula: () => 'a cell must not begin like a formula; write the text itself',
  spaces: () => 'remove the spaces around the value',
  one_of: ({ known }) => `expected one of ${known}`,
  pattern: ({ description }) => `expected ${description}`,
  decimal_comma: ({ number }) => `write the decimals after a point: ${number}`,
  not_number: () => 'expected a number such as 1792.2, without spaces or signs between the digits',
  not_whole: ({ what }) => (what === 'count' ? 'a count is a whole number' : 'expected a whole number'),
  too_small: ({ of, minimum }) => `${of === '' ? 'expected' : `${of} is`} at least ${minimum}`,
  too_large: ({ of, maximum }) => `${of === '' ? 'expected' : `${of} is`} at most ${maximum}`,
  same_key: ({ other, key }) => `row ${other} has the same ${key}; keep one of the two`,
  not_listed: ({ table, key }) => `not in ${table}; add a row with that ${key} there, or correct the name`,
  period: () => 'expected a period whose end is not before its start, such as 2021-01/2021-05',
  indicator_needs: ({ indicator, known }) => `${indicator} needs ${known}`,
  decimals: ({ decimals }) => `has more decimals than the column decimals says (${decimals})`,
  not_multiplied: ({ unit }) => `${unit} is not multiplied: 0`,
  period_after_source: ({ source, published }) => `the period ends after ${source} was published (${published})`,
  same_months: ({ other, period }) => `row ${other} states the same months as ${period}; keep one of the two`,
  after_today: ({ today }) => `not after today (${today})`,
  three_languages: () => 'fill in every language, or none where the column area names it',
  turnover: (values) =>
    disagreement('exports and imports do not make up turnover', values, 'exports + imports (#)', 'turnover'),
  bases: (values) =>
    disagreement(
      'the growth indices do not fit together',
      values,
      'exports + imports of a year earlier, by their indices (#),',
      'turnover by its index',
    ),
  totals: (values) =>
    disagreement(
      'the shares of Russia do not imply one total',
      values,
      'exports + imports with all countries, by Russia’s shares (#),',
      'turnover by its share',
    ),
  shares: ({ count, period }) => `the ${count} regional shares of ${period} add up to more than 100`,
  part: ({ whole, indicator, wholeRow }) => `a part of ${whole} (${indicator}, row ${wholeRow}) cannot be larger`,
};

/** Says what disagrees and by how much, and guesses no cause. `#` in the name of the parts is where their rows stand. */
function disagreement(claim: string, values: Disagreement, parts: string, whole: string): string {
  const { exportsRow, importsRow, partsLo, partsHi, wholeLo, wholeHi, gap } = values;
  const both = parts.replace('#', `rows ${exportsRow} and ${importsRow}`);
  const ranges = `${both} is ${partsLo} to ${partsHi}, ${whole} ${wholeLo} to ${wholeHi}`;
  const far = `a gap of at least ${gap}, more than rounding explains`;
  const remedy = 'check the values against the source, correct the one that is wrong and run again';
  return `no edition can be made: ${claim}; ${ranges}: ${far}; ${remedy}`;
}

import type { Sentences } from './file-problem.ts';
import { languageFacts } from './languages.ts';
import type { Disagreement, ViolationValues } from './violation-values.ts';

/** The expectation and the remedy, by code. */
export const violationSentences: Sentences<ViolationValues> = {
  file_missing: () => 'the file is missing from the package',
  file_too_large: ({ maximum }) => `expected at most ${maximum} bytes; is this the right file?`,
  too_many_rows: ({ maximum }) => `expected at most ${maximum} rows; is this the right file, or was it pasted twice?`,
  not_utf8: () => 'save the file as CSV in UTF-8',
  line_ends: () => 'end rows with a line feed (LF) or CR LF; a carriage return stands here alone',
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
  version: () => 'expected a version such as 2021.7.0, each number of at most 6 digits',
  package_status: ({ known }) => `expected one of ${known}; remove it from published data`,
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
  unprintable: ({ edition, language, file, reason }) =>
    `the edition ${edition} in ${language} cannot be printed with it (${file}: ${reason}); correct or shorten it`,
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
  no_rows: () => 'the table has no rows; add the published values',
  hidden_character: ({ codePoint, position }) =>
    `remove the invisible character ${codePoint}, character ${position} of the cell`,
  character: ({ character, codePoint }) =>
    `${character} (${codePoint}) is not among the characters that we print; write it with others`,
  too_long: ({ maximum, length }) => `${length} characters are too many for the page; expected at most ${maximum}`,
  word_too_long: ({ maximum, length }) =>
    `a word of ${length} characters does not fit; expected at most ${maximum} without a space`,
  other_language: ({ language, letters }) =>
    `${letters} is not written in ${languageFacts[language].name}; translate the text, or put a name into « »`,
  not_translated: ({ language }) => `expected a text in ${languageFacts[language].name}; translate it`,
  too_many_digits: ({ maximum }) =>
    `expected at most ${maximum} digits; choose a larger unit_mult or correct the value`,
  year: ({ from_text }) => `expected a year from ${from_text} on`,
  no_such_day: ({ last }) => `there is no such day: the month has ${last}; look the date up in the source`,
  address: ({ wrong }) => `${addressWords[wrong]}; copy the address of the page`,
  same_name: ({ other }) =>
    `row ${other} has the same name under another code; keep one of the two codes, or tell the names apart`,
  publisher_name: ({ other, name }) =>
    `row ${other} writes this publisher “${name}”; write it alike in every row, for one publisher has one name in each language`,
  same_address: ({ other, id }) =>
    `row ${other} (${id}) leads to the same page; keep one of the two rows and name it in all others, or copy the address of this publication`,
  same_place: ({ other, area }) =>
    `row ${other} (${area}) lies in the same place; keep one of the two codes, correct the position, or name the region around a city in enclosed_by`,
  own_country: ({ area }) => `lies in one country with ${area}; name an area of the other country`,
  outside_country: ({ country }) =>
    `this place is not in ${country}; look whether latitude and longitude were exchanged, or a digit lost`,
  border: ({ expected }) =>
    `expected ${expected}: Pskov, Smolensk and Bryansk Oblasts border Belarus, no other regions`,
  no_region: () => 'expected a region or a city, not a country',
  partner_without_area: () => 'name the area of the partner, with a row in areas.csv',
  two_items: ({ other }) => `row ${other} has this item or area with another; use one item for one area`,
  contradiction: ({ rule, lo, hi, rows }) =>
    `${contradictionWords[rule]} (${rows.includes(',') ? 'rows' : 'row'} ${rows}) ${allowing[rule]} ${lo} to ${hi}; compare them with the source and correct the one that is wrong`,
  bounds: ({ least, most, leastRows, mostRows }) =>
    `with its qualifier it contradicts other values: ${rowsText(leastRows)} at least ${least}, ${rowsText(mostRows)} at most ${most}; compare these rows with the source and correct the value or the qualifier that is wrong`,
  no_room: ({ side, limit, indicator }) =>
    `nothing can be ${side} ${limit}, the limit of ${indicator}; correct the value or its qualifier`,
  above_whole: ({ kind, whole, period, wholeRow }) =>
    `a part cannot be larger than ${wholeWords[kind]}, ${whole} in ${period} (row ${wholeRow}); compare both with the source, and their unit_mult`,
  periods_sum: ({ kind, lo, hi, rows }) =>
    `shorter periods that ${kind === 'more' ? 'lie apart within it' : 'fill it'} (rows ${rows}) add up to ${lo} to ${hi}, which is ${kind}; compare these rows with the source, and their unit_mult, and correct the one that is wrong`,
  month_difference: ({ lo, hi, after, before, afterRow, beforeRow }) =>
    `expected ${lo} to ${hi}, the difference of ${after} and ${before} (rows ${afterRow} and ${beforeRow}); check which of the three the source prints, and correct the row`,
  parts_above_whole: ({ kind, count, lo, hi, whole, period, wholeRow }) =>
    `the named ${kind} (${count}) add up to ${lo} to ${hi} in ${period}, more than the total of ${whole} (row ${wholeRow}); check the sums in the source and correct the row`,
  part: ({ whole, indicator, wholeRow }) => `a part of ${whole} (${indicator}, row ${wholeRow}) cannot be larger`,
  file_type: ({ type }) => `${fileWords[type]}; save it in Excel as “Excel Workbook (*.xlsx)”`,
  file_encrypted: () => 'the file is protected by a password; remove the password and save it again',
  file_damaged: () => 'the file cannot be read; open it in Excel and save it again as “Excel Workbook (*.xlsx)”',
  archive_path: () => 'a name in a ZIP file must not lead out of its folder; pack the files of the package anew',
  entity: () =>
    'a workbook must not declare a document type or entities; copy the rows as values into a new workbook of data:workbook',
  too_many_cells: ({ maximum }) =>
    `a sheet may have at most ${maximum} cells; copy the rows as values into a new workbook of data:workbook`,
  sheet_missing: ({ sheet }) =>
    `the sheet ${sheet} is missing; give the sheet its name back, or copy the rows into a new workbook of data:workbook`,
  heading: ({ columns }) => `the first row must hold the names of the columns: ${columns}; put them back`,
  no_heading: () => 'the column of this cell has no heading; delete the cell, or move its text into note',
  date: ({ example }) =>
    `a spreadsheet made a date of this; format the cell as text and type it again, for example ${example}`,
  date_of_number: ({ example }) =>
    `a spreadsheet made a date of this number; format the cell as text and type it again as it was published, for example ${example}`,
  cell_error: () => 'the cell shows an error; type the published number, or delete the row if there is none',
  no_stored_value: () =>
    'the formula has no stored value; open the workbook in Excel and save it, or type the value itself',
  merged: () => 'the cells are merged; split them and fill in each',
  cell_far: () => 'the cell is far from the table; move it there, or delete its row and column',
  cell_too_long: ({ maximum }) => `a cell holds at most ${maximum} characters; shorten the text`,
};

const fileWords = {
  xls: 'this is a workbook in the old Excel format (.xls)',
  xlsm: 'this is a workbook with macros (.xlsm)',
  xlsb: 'this is a binary workbook (.xlsb)',
  ods: 'this is an OpenDocument spreadsheet (.ods)',
  csv: 'this is one CSV table of several: name the folder with all of them, or take a workbook of data:workbook',
  other: 'this is neither a workbook nor a ZIP file with a Data Package',
} as const;

const addressWords = {
  form: 'expected an address that begins with https:// or http:// and a host',
  user: 'expected an address without a user name before the host',
  host: 'expected a host that readers can reach, such as www.belstat.gov.by',
  characters: 'spaces, quotation marks, angle brackets and control characters cannot stand in an address',
} as const;

function rowsText(rows: string): string {
  return rows.includes(',') ? `rows ${rows} give` : `row ${rows} gives`;
}

const contradictionWords = {
  base: 'the values of both years',
  index: 'the index of the same period',
  flows: 'exports and imports, between which turnover lies,',
  turnover: 'the value of the flow, and turnover with its own share or growth,',
  region: 'the values for the region and for Russia',
} as const;

const allowing = { base: 'give', index: 'gives', flows: 'leave', turnover: 'leave', region: 'give' } as const;

const wholeWords = {
  turnover: 'turnover',
  longer: 'the value of a longer period around it',
  companies: 'all companies',
} as const;

/** Says what disagrees and by how much, and which value would fit if a decimal point was moved. `#` in the name of the parts becomes their rows. */
function disagreement(claim: string, values: Disagreement, parts: string, whole: string): string {
  const { exportsRow, importsRow, turnoverRow, fits, partsLo, partsHi, wholeLo, wholeHi, gap } = values;
  const both = parts.replace('#', `rows ${exportsRow} and ${importsRow}`);
  const ranges = `${both} is ${partsLo} to ${partsHi}, ${whole} (row ${turnoverRow}) ${wholeLo} to ${wholeHi}`;
  const far = `a gap of at least ${gap}, more than rounding explains`;
  const moved = fits === undefined ? '' : `${fits} would fit, if a decimal point was moved or unit_mult is wrong; `;
  const remedy = `${moved}check the values against the source, correct the one that is wrong and run again`;
  return `no edition can be made: ${claim}; ${ranges}: ${far}; ${remedy}`;
}

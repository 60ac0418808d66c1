import { describe, expect, it } from 'vitest';
import { readPageCatalogue } from '../../functions/local/page-catalogue.ts';
import { problemWords } from '../../functions/local/problem-words.ts';
import { today } from '../package-files.ts';
import { type BrokenWorkbook, expectTold, problems } from './broken-workbooks.ts';
import {
  cell,
  changed,
  error,
  formats,
  formula,
  inPart,
  merge,
  nothing,
  number,
  raw,
  text,
} from './change-workbook.ts';

const { words } = readPageCatalogue();

const cells: readonly BrokenWorkbook[] = [
  [
    'a month that became a date',
    [cell('observations', 'E2', number(44348, formats.month))],
    [
      'observations!E2 (observations.csv, row 2, time_period)',
      'made a date of this; format the cell as text and type it again, for example 2021-06',
    ],
  ],
  [
    'a month that became a day',
    [cell('observations', 'E2', number(44348, formats.day))],
    ['observations!E2', 'for example 2021-06'],
  ],
  [
    'a month that became a day in the format of Russia',
    [cell('observations', 'E2', number(44348, formats.russianDay))],
    ['observations!E2', 'for example 2021-06'],
  ],
  [
    'a month that became a number of days',
    [cell('observations', 'E2', number(44348))],
    [
      'observations!E2',
      '"44348" – a spreadsheet made a date of this; format the cell as text and type it again, for example 2021-06',
    ],
  ],
  ['such a number as text', [cell('observations', 'E2', text('44348'))], ['observations!E2', 'for example 2021-06']],
  [
    'a date as newer programs write it',
    [cell('observations', 'E2', raw('t="d"', '<v>2021-06-01T00:00:00</v>'))],
    ['observations!E2', 'for example 2021-06'],
  ],
  [
    'a date in a workbook that counts from 1904',
    [
      cell('observations', 'E2', number(42886, formats.day)),
      inPart('xl/workbook.xml', (xml) => xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>')),
    ],
    ['observations!E2', 'for example 2021-06'],
  ],
  [
    'a number that became the first of May',
    [cell('observations', 'F2', number(44317, formats.dayAndMonth))],
    [
      'observations!F2 (observations.csv, row 2, value)',
      'made a date of this number; format the cell as text and type it again as it was published, for example 1.5',
    ],
  ],
  [
    'a number that became a month',
    [cell('observations', 'F2', number(18994, formats.month))],
    ['observations!F2', 'for example 1.52'],
  ],
  [
    'a month of publication that became a date',
    [cell('sources', 'I2', number(44378, formats.month))],
    ['sources!I2 (sources.csv, row 2, published)', 'for example 2021-07'],
  ],
  [
    'a division by zero',
    [cell('observations', 'F2', error('#DIV/0!'))],
    ['observations!F2', '"#DIV/0!" – the cell shows an error; type the published number'],
  ],
  [
    'a value that was not found',
    [cell('observations', 'L2', error('#N/A'))],
    ['observations!L2', 'the cell shows an error'],
  ],
  [
    'a formula without a value',
    [cell('observations', 'F2', formula('F3+F4'))],
    ['observations!F2', '"=F3+F4" – the formula has no stored value; open the workbook in Excel and save it'],
  ],
  [
    'a formula with an empty value',
    [cell('observations', 'F2', formula('F3+F4', '<v></v>'))],
    ['observations!F2', 'no stored value'],
  ],
  [
    'a formula that gives an error',
    [cell('observations', 'F2', raw('t="e"', '<f>1/0</f><v>#DIV/0!</v>'))],
    ['observations!F2', 'the cell shows an error'],
  ],
  [
    'merged cells, of which only the first has a value',
    [cell('observations', 'L3', nothing), merge('observations', 'L2:L3')],
    ['observations!L2', '"L2:L3" – the cells are merged; split them and fill in each'],
  ],
  [
    'a cell beside the table',
    [cell('observations', 'P5', text('look this up'))],
    ['observations!P5 (observations.csv, row 5)', 'no heading; delete the cell, or move its text into note'],
  ],
  [
    'a cell in the last row of a sheet',
    [cell('observations', 'F1048576', number(1))],
    ['observations!F1048576', 'far from the table'],
  ],
  [
    'a cell in the last column of a sheet',
    [cell('observations', 'XFD2', text('x'))],
    ['observations!XFD2', 'far from the table'],
  ],
  [
    '1,234, which may be a thousand',
    [cell('observations', 'F2', text('1,234'))],
    ['observations!F2', 'write the decimals after a point: 1.234'],
  ],
  [
    'a number with its unit',
    [cell('observations', 'F2', text('2 467,8 млн'))],
    ['observations!F2', 'expected a number such as 1792.2'],
  ],
  ['an empty cell', [cell('observations', 'G2', nothing)], ['observations!G2', '"" – the cell must not be empty']],
  ['a truth value', [cell('areas', 'K2', raw('t="b"', '<v>1</v>'))], ['areas!K2', '"TRUE" – expected one of yes, no']],
  [
    'text that begins like a formula',
    [cell('observations', 'N2', text('=SUM(A1)'))],
    ['observations!N2', 'must not begin like a formula'],
  ],
  ['spaces around a code', [cell('observations', 'B2', text(' export'))], ['observations!B2', 'remove the spaces']],
  ['a unit that there is not', [cell('observations', 'G2', text('EUR'))], ['observations!G2', 'expected one of USD']],
  [
    'a publication that is not on its sheet',
    [cell('observations', 'L2', text('belta-2030'))],
    ['observations!L2', 'not in sources.csv; add a row with that id there'],
  ],
  [
    'a letter that we cannot print',
    [cell('sources', 'B2', text('Łódź ☃'))],
    ['sources!B2', 'not among the characters that we print'],
  ],
  [
    'a day that has not come',
    [cell('sources', 'I2', text('2030-01-01'))],
    ['sources!I2', `not after today (${today})`],
  ],
  [
    'a wrong sum',
    [cell('observations', 'F2', text('9467.8'))],
    ['observations!F2', 'exports and imports do not make up turnover'],
    ['observations!F2', 'the growth indices do not fit together'],
    ['observations!F2', 'the shares of Russia do not imply one total'],
  ],
];

describe('of broken cells is told the cell and what to do, and nothing else:', () => {
  for (const [what, changes, ...told] of cells) it(what, () => expectTold(changes, told));
});

it('the cell and the remedy are told in Russian and Belarusian too', async () => {
  const [problem] = await problems(changed(cell('observations', 'E2', number(44348, formats.month))));
  const told = [words.ru, words.be].map((language) => problem && problemWords(problem, language));
  expect(told).toEqual([
    {
      place: 'observations, E2',
      title: 'Excel превратил текст в дату (2021-06-01)',
      expected: 'Текст, например `2021-06`',
      remedy: 'Задайте ячейке текстовый формат и впишите значение заново, например `2021-06`.',
    },
    {
      place: 'observations, E2',
      title: 'Excel ператварыў тэкст у дату (2021-06-01)',
      expected: 'Тэкст, напрыклад `2021-06`',
      remedy: 'Задайце ячэйцы тэкставы фармат і ўпішыце значэнне нанава, напрыклад `2021-06`.',
    },
  ]);
});

it('everything that is wrong in a workbook is told at once', async () => {
  const found = await problems(
    changed(
      cell('observations', 'E2', number(44348, formats.day)),
      cell('observations', 'F9', error('#DIV/0!')),
      cell('observations', 'G12', text('EUR')),
      cell('statements', 'L2', text('nowhere')),
      cell('package', 'B2', text('1')),
    ),
  );
  const places = found.map(({ at }) => `${at?.sheet}!${at?.cell}`);
  expect(places.toSorted()).toEqual([
    'observations!E2',
    'observations!F9',
    'observations!G12',
    'package!B2',
    'statements!L2',
  ]);
});

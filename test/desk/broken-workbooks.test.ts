import { describe, expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';
import { DatasetError, describe as inWords, type Violation } from '../../functions/dataset/index.ts';
import { openPackage, problemsOf } from '../../functions/desk/index.ts';
import { readPageCatalogue } from '../../functions/local/page-catalogue.ts';
import { problemWords } from '../../functions/local/problem-words.ts';
import { packageFiles, today } from '../package-files.ts';
import {
  type Change,
  cell,
  changed,
  deleteSheet,
  error,
  formats,
  formula,
  inPart,
  inSheet,
  insertRows,
  merge,
  nothing,
  number,
  raw,
  rename,
  text,
  withPart,
} from './change-workbook.ts';

const { words } = readPageCatalogue();

/** A problem as a terminal tells it: how it begins, with its place, and a part of the rest. */
type Told = readonly [place: string, says: string];

/** A broken workbook: what is wrong, the changes that break it, and each of its problems. */
type Case = readonly [what: string, changes: readonly Change[], ...told: Told[]];

const cells: readonly Case[] = [
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

const sheets: readonly Case[] = [
  [
    'a renamed column',
    [cell('observations', 'F1', text('Значение'))],
    ['observations!F1', '"Значение" – unknown column'],
    ['observations (observations.csv, row 1, value)', 'the column is missing'],
  ],
  [
    'a deleted column of remarks',
    [cell('observations', 'N1', nothing)],
    ['observations (', 'the column is missing'],
    ['observations!N', 'no heading'],
  ],
  [
    'a column that stands twice',
    [cell('observations', 'O1', text('value'))],
    ['observations!O1', 'the column stands here twice; keep one'],
  ],
  [
    'a column of the editor',
    [cell('observations', 'O1', text('checked')), cell('observations', 'O2', text('yes'))],
    ['observations!O1', '"checked" – unknown column'],
  ],
  [
    'a sheet without a heading',
    [inSheet('statements', (xml) => xml.replace(/<row r="1">.*?<\/row>/, ''))],
    ['statements!A2', 'the first row must hold the names of the columns'],
  ],
  [
    'a title above the heading',
    [insertRows('observations', 1, 1), cell('observations', 'A1', text('Observations of 2026'))],
    ['observations!A1', '"Observations of 2026" – the first row must hold'],
  ],
  [
    'a sheet with the name that Excel gives',
    [rename('observations', 'Лист1')],
    ['observations (observations.csv)', 'the sheet observations is missing; give the sheet its name back'],
  ],
  ['a deleted sheet', [deleteSheet('sources')], ['sources (sources.csv)', 'the sheet sources is missing']],
  [
    'the deleted sheet of the version',
    [deleteSheet('package')],
    ['package (datapackage.json)', 'the sheet package is missing'],
  ],
  [
    'the deleted sheet of the description',
    [deleteSheet('datapackage.json')],
    ['datapackage.json (datapackage.json)', 'is missing'],
  ],
  [
    'a version that is none',
    [cell('package', 'B2', text('2026.1'))],
    ['package!B2 (datapackage.json, version)', 'expected a version such as 2021.7.0'],
  ],
  [
    'a version that became a date',
    [cell('package', 'B2', number(46023, formats.day))],
    ['package!B2', 'made a date of this'],
  ],
  [
    'a status that there is not',
    [cell('package', 'B3', text('final'))],
    ['package!B3', 'expected one of specimen, draft'],
  ],
  [
    'a row that is there twice, under rows that are empty',
    [
      insertRows('observations', 20, 3),
      inSheet('observations', (xml) =>
        xml.replace(
          '</sheetData>',
          `${(/<row r="25">.*?<\/row>/.exec(xml)?.[0] ?? '').replaceAll(/ r="([A-Z]*)25"/g, ' r="$190"')}</sheetData>`,
        ),
      ),
    ],
    ['observations!A90 (observations.csv, row 90', 'row 25 has the same'],
  ],
];

async function problems(bytes: Uint8Array, name = 'data.xlsx'): Promise<readonly Violation[]> {
  try {
    return problemsOf(await openPackage(bytes, name), today);
  } catch (refused) {
    if (refused instanceof DatasetError) return refused.problems;
    throw refused;
  }
}

/** Every problem is worded in three languages, each in its own words, with nothing left to fill in. */
function expectWords(found: readonly Violation[]): void {
  for (const problem of found) {
    const told = [words.en, words.ru, words.be].map((language) => problemWords(problem, language));
    for (const { title, expected, remedy } of told) {
      expect(`${title} | ${expected} | ${remedy}`).not.toMatch(/undefined|null|[{}]/);
    }
    expect(new Set(told.map(({ title }) => title)).size, problem.code).toBe(3);
  }
}

describe.each([
  ['cells', cells],
  ['sheets', sheets],
])('of broken %s is told the cell and what to do, and nothing else:', (_group, cases) => {
  for (const [what, changes, ...told] of cases) {
    it(what, async () => {
      const found = await problems(changed(...changes));
      const lines = found.map(inWords);
      expect(lines, lines.join('\n')).toHaveLength(told.length);
      for (const [index, [place, says]] of told.entries()) {
        expect(lines[index]?.startsWith(place), `${place} begins ${lines[index]}`).toBe(true);
        expect(lines[index]).toContain(says);
      }
      expectWords(found);
    });
  }
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

const files = (names: readonly string[]) => zip(new Map(names.map((name) => [name, Buffer.from('x')])));
const compound = (...parts: readonly string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    ...parts.map((part) => Buffer.from(part, 'utf16le')),
  ]);
const packed = zip(packageFiles);
const at = (offset: number, byte: number) => packed.map((old, index) => (index === offset ? byte : old));
const directory = Buffer.from(packed).indexOf('PK\x01\x02', 0, 'latin1');

describe('of a file that is no workbook is told what to save it as:', () => {
  it.each<readonly [string, string, Uint8Array, string]>([
    [
      'an old workbook',
      'data.xls',
      compound('Workbook'),
      'data.xls: this is a workbook in the old Excel format (.xls); save it in Excel as “Excel Workbook (*.xlsx)”',
    ],
    [
      'an encrypted workbook',
      'data.xlsx',
      compound('EncryptionInfo', 'EncryptedPackage'),
      'protected by a password; remove the password',
    ],
    [
      'a workbook with macros',
      'data.xlsm',
      changed(withPart('xl/vbaProject.bin', 'x')),
      'with macros (.xlsm); save it in Excel as',
    ],
    ['a binary workbook', 'data.xlsb', files(['[Content_Types].xml', 'xl/workbook.bin']), 'binary workbook (.xlsb)'],
    ['a spreadsheet of LibreOffice', 'data.ods', files(['mimetype', 'content.xml']), 'OpenDocument spreadsheet (.ods)'],
    [
      'a table in the dialect of Russian Excel',
      'observations.csv',
      Buffer.from('indicator;flow;value\ntrade_value;export;675,6\n'),
      'one CSV table of several: name the folder',
    ],
    ['a document', 'data.docx', files(['word/document.xml']), 'neither a workbook nor a ZIP file with a Data Package'],
    ['an empty file', 'data.xlsx', new Uint8Array(), 'neither a workbook nor'],
    [
      'half a workbook',
      'data.xlsx',
      changed().subarray(0, 9000),
      'the file cannot be read; open it in Excel and save it again',
    ],
    [
      'a workbook with a damaged sheet',
      'data.xlsx',
      files(['[Content_Types].xml', '_rels/.rels']),
      'the file cannot be read',
    ],
    ['an encrypted ZIP file', 'data.zip', at(directory + 8, 0x09), 'protected by a password'],
    [
      'a ZIP file that leads out of its folder',
      'data.zip',
      zip(new Map([...packageFiles, ['../../etc/passwd', Buffer.from('x')]])),
      '"../../etc/passwd" – a name in a ZIP file must not lead out of its folder',
    ],
    [
      'a ZIP file that leads to the root',
      'data.zip',
      zip(new Map([...packageFiles, ['/etc/passwd', Buffer.from('x')]])),
      'must not lead out',
    ],
    [
      'a ZIP file that leads to another drive',
      'data.zip',
      zip(new Map([...packageFiles, ['C:\\data.csv', Buffer.from('x')]])),
      'must not lead out',
    ],
  ])('%s', async (_what, name, bytes, says) => {
    const found = await problems(bytes, name);
    expect(found.map(inWords)).toHaveLength(1);
    expect(found.map(inWords)[0]?.replace(/^(\S+): "" – /, '$1: ')).toContain(says);
    expectWords(found);
  });
});

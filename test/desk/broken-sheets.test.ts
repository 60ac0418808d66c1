import { describe, it } from 'vitest';
import { type BrokenWorkbook, expectTold } from './broken-workbooks.ts';
import { cell, deleteSheet, formats, inSheet, insertRows, nothing, number, rename, text } from './change-workbook.ts';

const sheets: readonly BrokenWorkbook[] = [
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

describe('of broken sheets is told the cell and what to do, and nothing else:', () => {
  for (const [what, changes, ...told] of sheets) it(what, () => expectTold(changes, told));
});

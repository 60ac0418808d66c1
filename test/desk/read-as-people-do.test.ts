import { expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';
import { normalisePackage, type PackageFiles } from '../../functions/dataset/index.ts';
import { describeRemark, openPackage } from '../../functions/desk/index.ts';
import { packageFiles, withFile } from '../package-files.ts';
import {
  type Change,
  cell,
  changed,
  formats,
  formula,
  inSheet,
  insertRows,
  number,
  partOf,
  raw,
  rename,
  text,
  withPart,
} from './change-workbook.ts';

const textsOf = (files: PackageFiles) =>
  Object.fromEntries([...normalisePackage(files)].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

const observations = (change: (csv: string) => string) => withFile('observations.csv', change);

/** What an editor or a program did, the package that is meant, and what is said of it. */
type Case = readonly [what: string, changes: readonly Change[], files: PackageFiles, ...remarks: string[]];

const cases: readonly Case[] = [
  ['a number', [cell('observations', 'F2', number(2467.8))], packageFiles],
  [
    'a number that Excel stores as the nearest binary fraction',
    [cell('observations', 'F2', number('2467.8000000000002'))],
    packageFiles,
  ],
  [
    'a number whose zeros the row demands',
    [cell('observations', 'F5', number(125)), cell('observations', 'I5', number(1))],
    packageFiles,
  ],
  [
    'a number in Russian, with groups of digits and a comma',
    [cell('observations', 'F2', text('2\u00a0467,8'))],
    packageFiles,
  ],
  ['a number with a comma', [cell('observations', 'F2', text('2467,8'))], packageFiles],
  [
    'a comma before three decimals of less than one',
    [cell('observations', 'F2', text('0,125'))],
    observations((csv) => csv.replace(',2467.8,', ',0.125,')),
  ],
  [
    'a real minus sign',
    [cell('observations', 'F2', text('−467,8'))],
    observations((csv) => csv.replace(',2467.8,', ',-467.8,')),
  ],
  ['a year as a number', [cell('observations', 'E18', number(2020))], packageFiles],
  ['a formula with its result', [cell('observations', 'F2', formula('F4+F6', '<v>2467.8</v>'))], packageFiles],
  [
    'a formula whose result is text',
    [cell('observations', 'G2', raw('t="str"', '<f>"US"&amp;"D"</f><v>USD</v>'))],
    packageFiles,
  ],
  ['a day of publication that became a date', [cell('sources', 'I2', number(44404, formats.russianDay))], packageFiles],
  [
    'text of several looks',
    [
      cell(
        'observations',
        'G2',
        raw('t="inlineStr"', '<is><r><t>U</t></r><r><rPr><b/></rPr><t>SD</t></r><rPh><t>x</t></rPh></is>'),
      ),
    ],
    packageFiles,
  ],
  [
    'rows that were inserted and left empty',
    [insertRows('observations', 20, 3), insertRows('sources', 1, 2)],
    packageFiles,
  ],
  [
    'the rows of a pasted table with its heading',
    [
      insertRows('observations', 20, 1),
      inSheet('observations', (xml) =>
        xml.replace(
          '<row r="21">',
          () =>
            `${(/<row r="1">.*?<\/row>/.exec(xml)?.[0] ?? '').replaceAll(/ r="([A-Z]*)1"/g, ' r="$120"')}<row r="21">`,
        ),
      ),
    ],
    packageFiles,
    'observations: the heading stands again in row 20, which is left out.',
  ],
  [
    'columns in another order',
    [
      inSheet('observations', (xml) =>
        xml.replace(/ r="([AB])(\d+)"/g, (_, letter, row) => ` r="${letter === 'A' ? 'B' : 'A'}${row}"`),
      ),
    ],
    packageFiles,
    'observations: the columns stand in another order; they are read by their names.',
  ],
  [
    'hidden rows',
    [inSheet('observations', (xml) => xml.replace(/<row r="(5|7|8)"/g, '<row r="$1" hidden="1"'))],
    packageFiles,
    'observations: rows 5, 7–8 are hidden and read all the same; delete what should not be published.',
  ],
  [
    'a hidden row',
    [inSheet('observations', (xml) => xml.replace('<row r="5"', '<row r="5" hidden="true"'))],
    packageFiles,
    'observations: row 5 is hidden and read all the same; delete what should not be published.',
  ],
  [
    'a hidden column',
    [inSheet('observations', (xml) => xml.replace('<col min="7" max="7"', '<col min="7" max="7" hidden="1"'))],
    packageFiles,
    'observations: column G is hidden and read all the same.',
  ],
  [
    'a hidden sheet',
    [rename('statements', 'statements" state="hidden')],
    packageFiles,
    'statements: the sheet is hidden and read all the same; delete the rows that should not be published.',
  ],
  [
    'a sheet of the editor',
    [
      withPart(partOf('help'), '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'),
      rename('help', 'Черновик'),
    ],
    packageFiles,
    'Черновик: no table has the name of this sheet; it is not read.',
  ],
  ['a sheet name with another case and a space', [rename('observations', 'Observations ')], packageFiles],
  [
    'empty cells with a format down to the last row of a sheet',
    [
      inSheet('observations', (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="1048576"><c r="A1048576" s="2"/><c r="XFD1048576" s="2"/></row></sheetData>',
        ),
      ),
    ],
    packageFiles,
  ],
  [
    'a new version',
    [cell('package', 'B2', text('2026.1.0'))],
    withFile('datapackage.json', (json) => json.replace('"2025.12.2"', '"2026.1.0"')),
  ],
];

for (const [what, changes, files, ...remarks] of cases) {
  it(`${what} is read as a person would read it`, async () => {
    const opened = await openPackage(changed(...changes), 'data.xlsx');
    expect(opened.problems).toEqual([]);
    expect(opened.remarks.map(describeRemark)).toEqual(remarks);
    expect(textsOf(opened.files)).toEqual(textsOf(files));
  });
}

it('a draft is a property that the descriptor did not have, and an emptied title one that it has no more', async () => {
  const bytes = changed(cell('package', 'B3', text('draft')), cell('package', 'B4', text('')));
  const { files } = await openPackage(bytes, 'data.xlsx');
  const descriptor = JSON.parse(new TextDecoder().decode(files.get('datapackage.json')));
  const { title, ...rest } = JSON.parse(new TextDecoder().decode(packageFiles.get('datapackage.json')));
  expect(descriptor).toEqual({ ...rest, status: 'draft' });
});

it.each(['', 'gomel-2026-11/'])('a ZIP file of the package is read, its files in the folder “%s”', async (folder) => {
  const inFolder = [...packageFiles].map(([name, bytes]) => [`${folder}${name}`, bytes] as const);
  const more = [
    [`__MACOSX/${folder}datapackage.json`, Buffer.from('x')],
    [`${folder}README.md`, Buffer.from('x')],
  ] as const;
  const { files } = await openPackage(zip(new Map([...more, ...inFolder])), 'data.zip');
  expect(textsOf(files)).toEqual(textsOf(packageFiles));
});

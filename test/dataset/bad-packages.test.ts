import { describe, expect, it } from 'vitest';
import type { PackageFiles } from '../../functions/dataset/index.ts';
import { packageFiles, refusal, withFile, withObservation } from '../package-files.ts';

const without = (name: string) => new Map([...packageFiles].filter(([file]) => file !== name));

const broken: readonly (readonly [what: string, files: PackageFiles, says: string])[] = [
  ['a missing file', without('areas.csv'), 'areas.csv: the file is missing from the package'],
  ['an empty file', withFile('sources.csv', () => ''), 'sources.csv, row 1: expected the columns id,'],
  ['semicolons', withFile('areas.csv', (text) => text.replaceAll(',', ';')), 'separate the columns with commas'],
  [
    'the line ends of an old Macintosh',
    withFile('sources.csv', (text) => text.replaceAll('\n', '\r')),
    'sources.csv, row 1: "carriage return" – end rows with a line feed (LF) or CR LF',
  ],
  [
    'another encoding',
    withFile('areas.csv', () => new Uint8Array([0xc3, 0x28])),
    'areas.csv: "not UTF-8" – save the file as CSV in UTF-8',
  ],
  ['an unclosed quotation mark', withFile('sources.csv', (text) => `${text}"x`), 'close every quotation mark'],
  [
    'a decimal comma',
    withObservation('2467.8', '"2467,8"'),
    'observations.csv, row 2, value: "2467,8" – write the decimals after a point: 2467.8',
  ],
  ['a thousands separator', withObservation('2467.8', '2 467.8'), 'row 2, value: "2 467.8" – expected a number'],
  ['an empty value', withObservation(',2467.8,', ',,'), 'row 2, value: "" – the cell must not be empty'],
  [
    'columns in another order',
    withFile('observations.csv', (text) => text.replace('indicator,flow', 'flow,indicator')),
    'put the columns in this order: indicator,flow',
  ],
  [
    'an unknown column',
    withFile('observations.csv', (text) => text.replace('locator,note', 'locator,remark')),
    'row 1, remark: "remark" – unknown column',
  ],
  ['a row too long', withFile('areas.csv', (text) => `${text}BY,country\n`), 'expected 13 cells, found 2'],
  [
    'a duplicate row',
    withFile('observations.csv', (text) => `${text}${text.split('\n')[1]}\n`),
    'row 2 has the same indicator, flow',
  ],
  ['an unknown area', withObservation('RU-SMO', 'RU-SML'), 'row 15, counterpart_area: "RU-SML" – not in areas.csv'],
  ['an unknown source', withObservation('belta-2021-07-27', 'belta'), 'row 2, source: "belta" – not in sources.csv'],
  [
    'an unknown indicator',
    withObservation('investment_share', 'fdi_share'),
    'row 17, indicator: "fdi_share" – expected one of',
  ],
  ['an unknown period', withObservation('2021-Q1,154.3', '2021-Q5,154.3'), 'row 16, time_period: "2021-Q5"'],
  [
    'a period that ends before it starts',
    withObservation('2021-01/2021-05', '2021-05/2021-01'),
    'whose end is not before its start',
  ],
  [
    'the same months under two names',
    withFile('observations.csv', (text) => {
      const quarter = text.split('\n').find((line) => line.includes('154.3')) ?? '';
      return `${text}${quarter.replace('2021-Q1', '2021-01/2021-03')}\n`;
    }),
    'row 16 states the same months as 2021-Q1',
  ],
  [
    'a figure from before its period ended',
    withObservation('2021-Q1,154.3', '2021-Q4,154.3'),
    'the period ends after belta-2021-07-27 was published',
  ],
  [
    'a publication of tomorrow',
    withFile('sources.csv', (text) => text.replace('2024-12-07', '2026-11-24')),
    'sources.csv, row 3, published: "2026-11-24" – not after today (2026-11-23)',
  ],
  [
    'a date that is none',
    withFile('sources.csv', (text) => text.replace('2021-07-27,inf', '27.07.2021,inf')),
    'published: "27.07.2021" – expected day of publication',
  ],
  ['a share of 101', withObservation(',54.9,', ',101.0,'), 'row 8, value: "101.0" – trade_share is at most 100'],
  ['a negative count', withObservation(',361,', ',-361,'), 'row 19, value: "-361" – companies is at least 0'],
  [
    'a fraction of a company',
    withObservation(',361,PN,0,0,', ',361.5,PN,0,1,'),
    'row 19, value: "361.5" – a count is a whole number',
  ],
  ['a share in dollars', withObservation('54.9,PT', '54.9,USD'), 'row 8, unit: "USD" – trade_share needs PT'],
  [
    'more decimals than stated',
    withObservation('1792.2,USD', '1792.25,USD'),
    'row 6, value: "1792.25" – has more decimals',
  ],
  [
    'a formula',
    withObservation('paragraph 7,\n', '=HYPERLINK(1),\n'),
    'locator: "=HYPERLINK(1)" – a cell must not begin like a formula',
  ],
  ['a stray space', withObservation('exact,A', 'exact ,A'), 'qualifier: "exact " – remove the spaces'],
  [
    'a statement without its Belarusian text',
    withFile('statements.csv', (text) => text.replace('Крапежныя вырабы', '')),
    'statements.csv, row 7, text_be: "" – fill in every language',
  ],
  [
    'turnover that is 0.2 off its parts',
    withObservation('2467.8,USD', '2468.0,USD'),
    'exports + imports (rows 4 and 6) is 2467.7 to 2467.9, turnover (row 2) 2467.95 to 2468.05: a gap of at least 0.05',
  ],
  [
    'an index given as a rate',
    withObservation('217.7,IX', '117.7,IX'),
    'exports + imports of a year earlier, by their indices',
  ],
  ['tabs', withFile('areas.csv', (text) => text.replaceAll(',', '\t')), 'separate the columns with commas'],
  [
    'the encoding of a spreadsheet',
    withFile('areas.csv', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
    'areas.csv: "not UTF-8" – save the file as CSV in UTF-8',
  ],
  [
    'a file of 100 MB',
    new Map([...packageFiles, ['areas.csv', new Uint8Array(100_000_000)]]),
    'areas.csv: "100000000 bytes" – expected at most 20000000 bytes',
  ],
  ['a descriptor that is not JSON', withFile('datapackage.json', () => '{'), 'datapackage.json: '],
  [
    'a descriptor of other tables',
    withFile('datapackage.json', (text) => text.replace('"path": "areas.csv"', '"path": "regions.csv"')),
    'datapackage.json, resources[1].path: "\\"regions.csv\\"" – expected "areas.csv"',
  ],
  [
    'a descriptor without a version',
    withFile('datapackage.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "new"')),
    'expected a version such as 2021.7.0',
  ],
];

describe('a broken package is refused with file, row, column, value and expectation', () => {
  it.each(broken)('%s', (_what, files, says) => {
    expect(refusal(files).join('\n')).toContain(says);
  });

  it('every problem in one answer', () => {
    const twice = withFile('observations.csv', (text) =>
      text.replace('2467.8', '"2467,8"').replace('RU-SMO', 'RU-SML'),
    );
    const both = new Map(twice);
    both.delete('statements.csv');
    expect(refusal(both)).toHaveLength(3);
  });

  it('a file that could not be read is not blamed on the rows that point into it', () => {
    expect(refusal(without('sources.csv'))).toEqual(['sources.csv: the file is missing from the package']);
  });
});

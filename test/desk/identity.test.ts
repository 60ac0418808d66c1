import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePackage, type PackageFiles, type Table, tables, writeTable } from '../../functions/dataset/index.ts';
import { throughWorkbook, workbookOf } from '../desk-workbooks.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { packageFiles, withFile, withProducts } from '../package-files.ts';
import { syntheticPackage } from '../synthetic-package.ts';
import { unzip } from '../unzip.ts';

/** The files as text, so that a difference can be read. */
function textsOf(files: PackageFiles) {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

/** Texts that spreadsheets like to change. */
const traps = [
  '007',
  '1e5',
  '1.5',
  '2 467,8',
  '2021-06',
  '01.02.2021',
  '3/4',
  '=1+1',
  '@sum',
  '+375',
  '-',
  'TRUE',
  'ИСТИНА',
  '#N/A',
  '#ЗНАЧ!',
  '"«quoted»", it’s',
  'two\nlines',
  ' spaces around ',
  'a  b\tc',
  '_x0041_ and _x000A_',
  '<b>&amp;</b>',
  ']]>',
  'Гомельская область',
  'Ўзор, з’ява',
  '\u0007bell',
  '😀',
  "'apostrophe",
] as const;

const anyText = fc.oneof(
  fc.constantFrom(...traps),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\r')),
);
const anyNumber = fc.constantFrom('0', '125.0', '2467.80', '-0.5', '44348', '100000', '0.10', '123456789012345');
const anyPeriod = fc.constantFrom('2021', '2021-06', '2021-Q1', '2025-S1', '2021-01/2021-05');

const fieldText = ({ name, type }: Table['fields'][number]) => {
  if (name === 'time_period' || name === 'published') return anyPeriod;
  return type === 'string' ? anyText : anyNumber;
};

const anyTable = (table: Table) =>
  fc.array(fc.tuple(...table.fields.map(fieldText)), { maxLength: 6 }).map((rows) => {
    const heading = table.fields.map(({ name }) => name);
    return [`${table.name}.csv`, new TextEncoder().encode(writeTable([heading, ...rows]))] as const;
  });

const anyPackage = fc.tuple(...tables.map(anyTable), anyText, fc.constantFrom(0, 2)).map((drawn): PackageFiles => {
  const [title, indent] = drawn.slice(tables.length) as [string, number];
  const descriptor = JSON.parse(new TextDecoder().decode(packageFiles.get('datapackage.json')));
  const json = JSON.stringify({ ...descriptor, title, base: 'f'.repeat(64) }, null, indent);
  const files = drawn.slice(0, tables.length) as unknown as (readonly [string, Uint8Array])[];
  return new Map([['datapackage.json', new TextEncoder().encode(json)], ...files]);
});

describe('a package that becomes a workbook and is read again has every byte that it had:', () => {
  it.each<readonly [string, PackageFiles]>([
    ['the data of the project', packageFiles],
    ['data with products', withProducts()],
    ['a year of made-up figures', syntheticPackage({ years: 1, regions: 10 })],
    ['bulletins of two years', monthlyPackage({ from: '2024-01', months: 24, products: 16, regions: 10 })],
    [
      'data that were fetched, to be changed',
      withFile(
        'datapackage.json',
        (text) => `${JSON.stringify({ ...JSON.parse(text), base: 'f'.repeat(64) }, null, 2)}\n`,
      ),
    ],
  ])('%s', async (_what, files) => {
    const opened = await throughWorkbook(files);
    expect(opened).toMatchObject({ problems: [], remarks: [] });
    expect(textsOf(opened.files)).toEqual(textsOf(normalisePackage(files)));
  });

  it('200 drawn packages, with texts that spreadsheets like to change', async () => {
    await fc.assert(
      fc.asyncProperty(anyPackage, async (files) => {
        const opened = await throughWorkbook(files);
        expect(opened).toMatchObject({ problems: [], remarks: [] });
        expect(textsOf(opened.files)).toEqual(textsOf(normalisePackage(files)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the workbook', () => {
  const parts = unzip(workbookOf(withProducts()));
  const sheet = (number: number) => new TextDecoder().decode(parts.get(`xl/worksheets/sheet${number}.xml`));

  it('gives the same bytes for the same package', () => {
    expect(workbookOf(packageFiles)).toEqual(workbookOf(packageFiles));
  });

  it('keeps its heading in view, and every cell, also the empty ones, as text', () => {
    const observations = sheet(2);
    expect(observations).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect([...observations.matchAll(/<col [^>]*style="(\d)"/g)].map(([, style]) => style)).toEqual(
      Array(15).fill('2'),
    );
    expect(observations).not.toMatch(/<c [^>]*t="n"|<c (?![^>]* t="s")/);
  });

  it('offers the codes of closed lists, and the keys of other tables, which grow with these', () => {
    const observations = sheet(2);
    expect(observations).toContain('sqref="A2:A50001"><formula1>lists!$A$2:$A$22</formula1>');
    expect(observations).toContain(
      'sqref="M2:M50001"><formula1>OFFSET(sources!$A$2,0,0,MAX(1,COUNTA(sources!$A:$A)-1),1)</formula1>',
    );
  });

  it('explains every column in three languages, each in its own words, in prompts that Excel can show', () => {
    const strings = new TextDecoder().decode(parts.get('xl/sharedStrings.xml'));
    for (const text of ['What is measured', 'Показатель', 'Паказчык']) expect(strings).toContain(`>${text}<`);
    const prompts = [...sheet(2).matchAll(/ prompt="([^"]*)"/g)].map(([, prompt = '']) =>
      prompt.replaceAll('&#10;', '\n'),
    );
    expect(prompts.length).toBeGreaterThan(4);
    for (const prompt of prompts) {
      expect(prompt.length).toBeLessThanOrEqual(255);
      expect(new Set(prompt.split('\n')).size).toBe(3);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePackage, type PackageFiles } from '../../functions/dataset/index.ts';
import { throughWorkbook, workbookOf } from '../desk-workbooks.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { packageFiles, withFile, withProducts } from '../package-files.ts';
import { syntheticPackage } from '../synthetic-package.ts';
import { unzip } from '../unzip.ts';
import { anyPackage } from './any-package.ts';

/** The files as text, so that a difference can be read. */
function textsOf(files: PackageFiles) {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

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

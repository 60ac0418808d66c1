import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';
import { workbookOf } from '../desk-workbooks.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { unzip } from '../unzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'gomel-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('open-and-measure.ts', import.meta.url));

/** What is said of a file, and the most memory that the process took that opened it. */
async function open(bytes: Uint8Array): Promise<{ readonly told: readonly string[]; readonly peak: number }> {
  const path = join(folder, 'data.xlsx');
  writeFileSync(path, bytes);
  const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
  return JSON.parse(stdout);
}

/** A workbook of 20,000 rows, which is a normal one, and its parts. */
const normal = workbookOf(monthlyPackage({ from: '2006-01', months: 240, products: 24, regions: 30 }));
const parts = unzip(normal);
const sheet = 'xl/worksheets/sheet2.xml';

const withPart = (name: string, text: string | Uint8Array) => zip(new Map([...parts, [name, Buffer.from(text)]]));
const worksheet = (inner: string) => `<worksheet><sheetData>${inner}</sheetData></worksheet>`;
const megabytes = (count: number, text: string) => text.repeat(Math.ceil((count * 1_000_000) / text.length));

/** The workbook with other sizes in the directory and before the file than its sheet has. */
function lying(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  for (const [signature, offset] of [
    ['PK\x03\x04', 22],
    ['PK\x01\x02', 24],
  ] as const) {
    let at = -1;
    do at = file.indexOf(signature, at + 1, 'latin1');
    while (file.toString('latin1', at + (offset === 22 ? 30 : 46)).slice(0, sheet.length) !== sheet);
    file.writeUInt32LE(1000, at + offset);
  }
  return file;
}

const hostile: readonly (readonly [what: string, make: () => Uint8Array, says: string])[] = [
  ['a file of 100 MB', () => Buffer.alloc(100_000_000, 'PK'), 'data.xlsx: expected at most 20000000 bytes'],
  [
    'a sheet that inflates to 200 MB',
    () => withPart(sheet, Buffer.alloc(200_000_000)),
    'expected at most 100000000 bytes',
  ],
  [
    'a sheet that inflates to 200 MB and says 1 kB',
    () => lying(withPart(sheet, Buffer.alloc(200_000_000))),
    'expected at most 100000000 bytes',
  ],
  [
    'a sheet with three million cells',
    () => withPart(sheet, worksheet(megabytes(80, '<row r="2"><c r="A2"><v>1</v></c></row>'))),
    'at most 800000 cells',
  ],
  [
    'a value in each of 1,048,576 rows',
    () =>
      withPart(
        sheet,
        worksheet(
          Array.from(
            { length: 1_048_576 },
            (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
          ).join(''),
        ),
      ),
    'observations!A50101',
  ],
  [
    'a text of 80 MB',
    () => withPart('xl/sharedStrings.xml', `<sst><si><t>${megabytes(80, 'text ')}</t></si></sst>`),
    'expected at most 20000000 bytes',
  ],
  [
    'five million empty texts',
    () => withPart('xl/sharedStrings.xml', `<sst>${megabytes(80, '<si><t/></si>')}</sst>`),
    'expected at most 20000000 bytes',
  ],
  [
    'a cell of 80 MB',
    () => withPart(sheet, worksheet(`<row r="2"><c r="A2"><v>${megabytes(80, '1')}</v></c></row>`)),
    'expected at most 20000000 bytes',
  ],
  ['a tag of 80 MB', () => withPart(sheet, `<worksheet a="${megabytes(80, 'a')}"/>`), 'the file cannot be read'],
  [
    'a comment of 80 MB',
    () => withPart(sheet, `<worksheet><!--${megabytes(80, '-a')}--></worksheet>`),
    'the file cannot be read',
  ],
  [
    'three million merged ranges',
    () =>
      withPart(sheet, `<worksheet><mergeCells>${megabytes(80, '<mergeCell ref="A2:B3"/>')}</mergeCells></worksheet>`),
    'at most 10000 cells',
  ],
  [
    'two million formats',
    () =>
      withPart('xl/styles.xml', `<styleSheet><cellXfs>${megabytes(80, '<xf numFmtId="14"/>')}</cellXfs></styleSheet>`),
    'the file cannot be read',
  ],
  [
    'a million sheets',
    () =>
      withPart(
        'xl/workbook.xml',
        `<workbook xmlns:r="r"><sheets>${megabytes(60, '<sheet name="a" r:id="rId1"/>')}</sheets></workbook>`,
      ),
    'the file cannot be read',
  ],
  ['elements in each other', () => withPart(sheet, megabytes(80, '<a>')), 'the file cannot be read'],
  [
    'entities that grow without end',
    () =>
      withPart('xl/workbook.xml', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>`),
    'must not declare a document type',
  ],
  [
    'an entity of another file',
    () =>
      withPart(
        sheet,
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>',
      ),
    'must not declare a document type',
  ],
  [
    'a document type in UTF-16',
    () => withPart(sheet, Buffer.from('\ufeff<!DOCTYPE x><worksheet/>', 'utf16le')),
    'the file cannot be read',
  ],
  [
    '600 files in a file',
    () =>
      zip(
        new Map([
          ...parts,
          ...Array.from({ length: 600 }, (_, index) => [`xl/${index}.xml`, Buffer.from('x')] as const),
        ]),
      ),
    'expected at most',
  ],
];

describe('of a hostile file is told what is wrong, within twice the memory of a normal one:', () => {
  let usual = 0;
  beforeAll(async () => {
    const opened = await open(normal);
    expect(opened.told).toEqual(['20160 rows']);
    usual = opened.peak;
  });

  it.each(hostile)('%s', async (what, make, says) => {
    const { told, peak } = await open(make());
    expect(told.join('\n')).toContain(says);
    const ratio = peak / usual;
    expect(ratio, `${what}: ${Math.round(peak / 1e6)} MB, a normal file ${Math.round(usual / 1e6)} MB`).toBeLessThan(2);
  });

  it('1,048,576 rows with nothing but a format are no hindrance', async () => {
    const text = new TextDecoder().decode(parts.get(sheet));
    const rows = Array.from(
      { length: 1_048_576 - 20_161 },
      (_, row) => `<row r="${row + 20_162}"><c r="A${row + 20_162}" s="2"/></row>`,
    );
    const { told, peak } = await open(
      withPart(
        sheet,
        text.replace('</sheetData>', () => `${rows.join('')}</sheetData>`),
      ),
    );
    expect(told).toEqual(['20160 rows']);
    expect(peak / usual).toBeLessThan(2);
  });
});

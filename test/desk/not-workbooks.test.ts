import { describe, expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';
import { describe as inWords } from '../../functions/dataset/index.ts';
import { packageFiles } from '../package-files.ts';
import { expectWords, problems } from './broken-workbooks.ts';
import { changed, withPart } from './change-workbook.ts';

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

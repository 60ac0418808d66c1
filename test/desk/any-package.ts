import fc from 'fast-check';
import { type PackageFiles, type Table, tables, writeTable } from '../../functions/dataset/index.ts';
import { packageFiles } from '../package-files.ts';

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

/** A package with drawn rows in every table: not one that passes the checks, but one that a workbook has to carry. */
export const anyPackage = fc
  .tuple(...tables.map(anyTable), anyText, fc.constantFrom(0, 2))
  .map((drawn): PackageFiles => {
    const [title, indent] = drawn.slice(tables.length) as [string, number];
    const descriptor = JSON.parse(new TextDecoder().decode(packageFiles.get('datapackage.json')));
    const json = JSON.stringify({ ...descriptor, title, base: 'f'.repeat(64) }, null, indent);
    const files = drawn.slice(0, tables.length) as unknown as (readonly [string, Uint8Array])[];
    return new Map([['datapackage.json', new TextEncoder().encode(json)], ...files]);
  });

import {
  DatasetError,
  decode,
  normalisePackage,
  type PackageFiles,
  type Row,
  readTable,
  type Table,
  type Violation,
} from '../../dataset/index.ts';
import { escapeExactly, packWorkbook, SharedStrings } from '../../workbook/index.ts';
import { longestCell, sheetNames, tableOrder } from '../sheets.ts';
import { descriptorSheet, linesSheet } from './descriptor-sheets.ts';
import { helpSheet, type Say } from './help.ts';
import { sheetXml, type TextSheet } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { listsSheet, tableSheet } from './table-sheet.ts';

/**
 * Writes a Data Package as a workbook (.xlsx): a sheet a table, every cell as text, with drop-downs, and help in three
 * languages; {@link readWorkbook} gives the same files back. What the checks would refuse in a cell is written all the
 * same, to be mended there. The same input gives the same bytes. Throws a `DatasetError` for a file that is missing
 * or is no such table, and for a text that is too long for a cell.
 */
export function writeWorkbook(files: PackageFiles, say: Say, createdAt: Date): Uint8Array {
  const normalised = normalisePackage(files);
  const descriptor = decode(normalised.get('datapackage.json') ?? new Uint8Array()) ?? '';
  const tables = tableOrder.flatMap((table) => {
    const bytes = normalised.get(`${table.name}.csv`);
    return bytes ? [{ table, ...readTable(table, bytes) }] : [];
  });
  refuse([
    ...tables.flatMap(({ problems }) => problems),
    ...missing(normalised),
    ...tables.flatMap(({ table, rows }) => tooLong(table, rows)),
  ]);
  const sheets: readonly (readonly [name: string, sheet: TextSheet, hidden?: true])[] = [
    [sheetNames.help, helpSheet(say)],
    ...tables.map(({ table, rows, columns }) => [table.name, tableSheet(table, columns, rows, say)] as const),
    [sheetNames.descriptor, descriptorSheet(descriptor)],
    [sheetNames.lists, listsSheet(), true],
    [sheetNames.lines, linesSheet(descriptor), true],
  ];
  const strings = new SharedStrings(escapeExactly);
  const packed = sheets.map(([name, sheet, hidden], index) => ({
    name,
    ...(hidden ? { hidden } : {}),
    sheet: sheetXml(sheet, index === 0, strings),
  }));
  const properties = { title: 'Data Package', subject: '', author: 'gomel-briefing', keywords: '', createdAt } as const;
  return packWorkbook(
    { sheets: packed, styles: stylesXml, strings: strings.file() },
    { ...properties, language: 'en' },
  );
}

function refuse(problems: readonly Violation[]): void {
  if (problems.length > 0) throw new DatasetError(problems);
}

function missing(files: PackageFiles): readonly Violation[] {
  const needed = ['datapackage.json', ...tableOrder.flatMap(({ name, optional }) => (optional ? [] : `${name}.csv`))];
  return needed
    .filter((file) => !files.has(file))
    .map((file) => ({ file, row: null, column: null, value: '', code: 'file_missing', values: {} }));
}

/** Texts that a cell cannot hold: a spreadsheet would cut them off. */
function tooLong({ name }: Table, rows: readonly Row[]): readonly Violation[] {
  return rows.flatMap(({ number: row, cells }) =>
    Object.entries(cells).flatMap(([column, value]) =>
      value.length > longestCell
        ? [
            {
              file: `${name}.csv`,
              row,
              column,
              value,
              code: 'cell_too_long',
              values: { maximum: longestCell },
            } as const,
          ]
        : [],
    ),
  );
}

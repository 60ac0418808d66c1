import { type Language, loadDataset } from '../../functions/dataset/index.ts';
import type { Document } from '../../functions/document/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { renderWorkbook } from '../../functions/workbook/index.ts';
import { briefingOf, founding } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { unzip } from '../unzip.ts';
import { wordsOf } from '../words.ts';

const record = { from: '2023-01', months: 34, products: 12, regions: 6, missing: ['2024-08'] };

/** Editions of each kind: of the founding article, of what is latest, of years of bulletins. */
export const editions: readonly (readonly [string, Briefing])[] = [
  ['of the founding article', founding],
  ['that tells the latest first', briefingOf('2026-11')],
  ['after years of bulletins', briefingOf('2025-12', loadDataset(monthlyPackage(record), today))],
];

/** The workbook of a briefing, or of a document made from it. */
export function workbookOf(
  briefing: Briefing,
  language: Language = 'en',
  document: Document = documentOf(briefing, language),
): Uint8Array {
  return renderWorkbook(document, { briefing, words: wordsOf[language], createdAt: new Date('2026-11-15T12:00:00Z') });
}

/** A cell as it stands in the file. */
export interface ReadCell {
  readonly at: string;
  readonly column: string;
  readonly row: number;
  readonly style: number;
  readonly text: string | null;
  readonly value: number | null;
  readonly formula: string | null;
}

/** A sheet as it stands in the file. */
export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  readonly table: string;
  readonly relationships: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** A workbook as it stands in the file. */
export interface ReadWorkbook {
  readonly files: ReadonlyMap<string, string>;
  readonly sheets: readonly ReadSheet[];
}

/** Reads a workbook: the names, cells and parts of its sheets. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const files = new Map([...unzip(bytes)].map(([name, file]) => [name, Buffer.from(file).toString()]));
  const part = (name: string) => {
    const text = files.get(name);
    if (text === undefined) throw new Error(`the workbook has no part ${name}`);
    return text;
  };
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = '']) =>
    plain(text),
  );
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => plain(name));
  const sheets = names.map((name, index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    const found = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*)>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v><\/c>/g)];
    const cells = found.map(([, column = '', row = '', attributes = '', formula, value = '']): ReadCell => {
      const isText = attributes.includes('t="s"');
      return {
        at: column + row,
        column,
        row: Number(row),
        style: Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0),
        text: isText ? (strings[Number(value)] ?? null) : null,
        value: isText ? null : Number(value),
        formula: formula === undefined ? null : plain(formula),
      };
    });
    return {
      name,
      xml,
      table: part(`xl/tables/table${index + 1}.xml`),
      relationships: part(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`),
      cells: new Map(cells.map((cell) => [cell.at, cell])),
    };
  });
  return { files, sheets };
}

/** The sheet with a name. */
export function sheetNamed({ sheets }: ReadWorkbook, name: string): ReadSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`the workbook has no sheet ${name}, but ${sheets.map((sheet) => sheet.name).join(', ')}`);
  return found;
}

/** The cells of a sheet row by row. */
export function rowsOf({ cells }: ReadSheet): readonly (readonly ReadCell[])[] {
  return [...Map.groupBy(cells.values(), ({ row }) => row).values()];
}

/** The first and last row and the columns of the table of a sheet. */
export function tableOf({ table }: ReadSheet) {
  const [, first = '', head = '', last = '', end = ''] = /ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(table) ?? [];
  const heads = [...table.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name = '']) => plain(name));
  return { first, head: Number(head), last, end: Number(end), heads };
}

/** The value of a formula by its cells alone, which it finds through other formulas. Plain arithmetic is all that it knows. */
export function evaluate(workbook: ReadWorkbook, sheet: ReadSheet, formula: string): number {
  const text = formula.replace(/(?:'((?:[^']|'')+)'!)?([A-Z]+\d+)/g, (_, name: string | undefined, at: string) => {
    const place = name === undefined ? sheet : sheetNamed(workbook, name.replaceAll("''", "'"));
    const cell = place.cells.get(at);
    if (!cell || cell.text !== null)
      throw new Error(`${formula} names ${name ?? sheet.name}!${at}, which has no number`);
    return `(${cell.formula === null ? cell.value : evaluate(workbook, place, cell.formula)})`;
  });
  if (!/^[-+*/().\d\se]+$/.test(text)) throw new Error(`${formula} is not plain arithmetic`);
  return Number(new Function(`return ${text}`)());
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

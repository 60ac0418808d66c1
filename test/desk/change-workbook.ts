import { zip } from '../../functions/archive/index.ts';
import { escapeExactly } from '../../functions/workbook/index.ts';
import { workbookOf } from '../desk-workbooks.ts';
import { packageFiles } from '../package-files.ts';
import { unzip } from '../unzip.ts';

/** The parts of a workbook as text, by name. */
export type Parts = ReadonlyMap<string, string>;

/** A change that a person or a program makes in a workbook. */
export type Change = (parts: Parts) => Parts;

/** Formats of cells that a workbook of ours does not have: a spreadsheet gives them to what it takes for a date. */
export const formats = { day: 4, month: 5, dayAndMonth: 6, russianDay: 7 } as const;

const withFormats = (styles: string) =>
  styles
    .replace(
      '<fonts',
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-419]dd\\.mm\\.yyyy;@"/></numFmts><fonts',
    )
    .replace(
      '</cellXfs>',
      `${[14, 17, 16, 164].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`).join('')}</cellXfs>`,
    );

const original: Parts = new Map(
  [...unzip(workbookOf(packageFiles))].map(([name, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    return [name, name === 'xl/styles.xml' ? withFormats(text) : text];
  }),
);

/** The workbook of the project's data after some changes. */
export function changed(...changes: readonly Change[]): Uint8Array {
  const parts = changes.reduce((all, change) => change(all), original);
  return zip(new Map([...parts].map(([name, text]) => [name, Buffer.from(text)])));
}

/** Puts a part in the place of another, or beside them. */
export const withPart =
  (name: string, text: string): Change =>
  (parts) =>
    new Map([...parts, [name, text]]);

/** Changes the text of a part; throws where that leaves it as it was. */
export const inPart =
  (name: string, change: (text: string) => string): Change =>
  (parts) => {
    const before = parts.get(name) ?? '';
    const after = change(before);
    if (after === before) throw new Error(`the change left ${name} as it was`);
    return new Map([...parts, [name, after]]);
  };

/** The part of a sheet, found by its name in the list of sheets. */
export function partOf(sheet: string): string {
  const names = [...(original.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  return `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
}

/** Changes a sheet. */
export const inSheet = (sheet: string, change: (xml: string) => string): Change => inPart(partOf(sheet), change);

/** What a cell holds, as XML without its place. */
export type CellXml = (place: string) => string;

export const number =
  (value: number | string, style = 2): CellXml =>
  (place) =>
    `<c r="${place}" s="${style}"><v>${value}</v></c>`;
export const text =
  (value: string): CellXml =>
  (place) =>
    `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeExactly(value)}</t></is></c>`;
export const error =
  (value: string): CellXml =>
  (place) =>
    `<c r="${place}" t="e"><v>${value}</v></c>`;
export const formula =
  (source: string, stored = ''): CellXml =>
  (place) =>
    `<c r="${place}"><f>${source}</f>${stored}</c>`;
export const raw =
  (attributes: string, inner: string): CellXml =>
  (place) =>
    `<c r="${place}" ${attributes}>${inner}</c>`;
export const nothing: CellXml = () => '';

/** Puts something into a cell; a row that is not there is added at the end, the first at the beginning. */
export const cell =
  (sheet: string, place: string, content: CellXml): Change =>
  (parts) => {
    const row = /\d+$/.exec(place)?.[0] ?? '';
    return inSheet(sheet, (xml) => {
      const written = content(place);
      const there = new RegExp(`<c r="${place}"[^>]*>.*?</c>`);
      if (there.test(xml)) return xml.replace(there, () => written);
      const line = new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`);
      if (line.test(xml)) return xml.replace(line, (_, open, cells, close) => `${open}${cells}${written}${close}`);
      const added = `<row r="${row}">${written}</row>`;
      if (row === '1') return xml.replace('<sheetData>', () => `<sheetData>${added}`);
      return xml.replace('</sheetData>', () => `${added}</sheetData>`);
    })(parts);
  };

/** Moves the rows from one on down by some, as inserted rows do. */
export const insertRows = (sheet: string, from: number, count: number): Change =>
  inSheet(sheet, (xml) =>
    xml.replace(/ r="([A-Z]*)(\d+)"/g, (all, letters, row) =>
      Number(row) < from ? all : ` r="${letters}${Number(row) + count}"`,
    ),
  );

/** Merges cells. */
export const merge = (sheet: string, range: string): Change =>
  inSheet(sheet, (xml) =>
    xml.replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`),
  );

/** Gives a sheet another name. */
export const rename = (sheet: string, name: string): Change =>
  inPart('xl/workbook.xml', (xml) => xml.replace(`<sheet name="${sheet}"`, `<sheet name="${name}"`));

/** Deletes a sheet. */
export const deleteSheet = (sheet: string): Change =>
  inPart('xl/workbook.xml', (xml) => xml.replace(new RegExp(`<sheet name="${sheet}"[^>]*/>`), ''));

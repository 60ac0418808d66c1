import { escapeMarkup } from '../../document/index.ts';
import { columnLetters, namespaces, type SharedStrings, xmlFile } from '../../workbook/index.ts';
import { looks } from './styles.ts';

/** What the cells under a heading take, and what is said when one of them is selected. */
export interface Validation {
  /** The place of the column, counted from 0. */
  readonly column: number;
  /** A range or a formula that gives one; null where any text may stand. */
  readonly list: string | null;
  /** Whether what is not on the list is refused. */
  readonly strict: boolean;
  /** Said beside a selected cell; empty for nothing. At most 255 characters. */
  readonly prompt: string;
}

/** A sheet of a workbook of a package: a heading in row 1, and under it the rows as text. */
export interface TextSheet {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly validations: readonly Validation[];
  /** The last row that the drop-downs reach. */
  readonly lastRow: number;
  /** Whether long texts take several lines. */
  readonly wraps?: true;
}

/** Widths of columns in characters. */
const widths = { least: 9, most: 48, spare: 3 } as const;

/**
 * The XML of a sheet. Every cell, the empty ones under the data too, has the format of text, so that a spreadsheet makes
 * neither a date nor a number of what is typed. Excel is asked not to mark numbers that are text.
 */
export function sheetXml(sheet: TextSheet, isFirst: boolean, strings: SharedStrings): Uint8Array {
  const { heading, rows, validations, lastRow, wraps } = sheet;
  const letters = heading.map((_, index) => columnLetters(index));
  const look = wraps ? looks.wrapped : looks.text;
  const cell = (row: number, index: number, text: string, style: number) =>
    text === '' ? '' : `<c r="${letters[index]}${row}" s="${style}" t="s"><v>${strings.place(text)}</v></c>`;
  const columns = columnWidths(sheet);
  const heightOf = (cells: readonly string[]) => (wraps ? rowHeight(cells, columns) : '');
  const line = (row: number, cells: readonly string[], style: number) =>
    `<row r="${row}"${heightOf(cells)}>${cells.map((text, index) => cell(row, index, text, style)).join('')}</row>`;
  const range = `A1:${letters.at(-1) ?? 'A'}${rows.length + 1}`;
  return xmlFile(
    [
      `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
      `<dimension ref="${range}"/>`,
      `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
      '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
      '<sheetFormatPr defaultRowHeight="15"/>',
      `<cols>${columns.map((width, index) => columnXml(width, index, look)).join('')}</cols>`,
      `<sheetData>${line(1, heading, looks.head)}${rows.map((cells, index) => line(index + 2, cells, look)).join('')}</sheetData>`,
      validationsXml(validations, letters, lastRow),
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape"/>',
      `<ignoredErrors><ignoredError sqref="A1:${letters.at(-1) ?? 'A'}${lastRow}" numberStoredAsText="1"/></ignoredErrors>`,
      '</worksheet>',
    ].join(''),
  );
}

/** The height of a line of text, in points. */
const lineHeight = 15;

/** The height of a row of several lines, which LibreOffice does not find by itself. */
function rowHeight(cells: readonly string[], columns: readonly number[]): string {
  const linesOf = (text: string, at: number) => {
    const room = (columns[at] ?? widths.most) - widths.spare;
    // Words do not fill a line to its end.
    return text.length <= room ? 1 : Math.ceil((1.15 * text.length) / room);
  };
  const lines = Math.max(1, ...cells.map(linesOf));
  return lines === 1 ? '' : ` ht="${lines * lineHeight}" customHeight="1"`;
}

function columnXml(width: number, index: number, look: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${look}" customWidth="1"/>`;
}

function columnWidths({ heading, rows }: TextSheet): readonly number[] {
  return heading.map((head, index) => {
    let widest = Math.max(head.length, widths.least);
    for (const cells of rows) widest = Math.max(widest, cells[index]?.length ?? 0);
    return Math.min(widest + widths.spare, widths.most);
  });
}

function validationsXml(validations: readonly Validation[], letters: readonly string[], lastRow: number): string {
  if (validations.length === 0) return '';
  const items = validations.map(({ column, list, strict, prompt }) => {
    const place = `${letters[column]}2:${letters[column]}${lastRow}`;
    const kind = list === null ? '' : ' type="list"';
    const refuses = strict ? ' errorStyle="stop" showErrorMessage="1"' : '';
    const says =
      prompt === '' ? '' : ` showInputMessage="1" prompt="${escapeMarkup(prompt).replaceAll('\n', '&#10;')}"`;
    const formula = list === null ? '' : `<formula1>${escapeMarkup(list)}</formula1>`;
    return `<dataValidation${kind} allowBlank="1"${refuses}${says} sqref="${place}">${formula}</dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

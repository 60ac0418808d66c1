import { escapeMarkup } from '../../document/index.ts';
import { type Cell, columnLetters, type Link, type Sheet, sheetInFormula } from '../sheet.ts';
import type { SharedStrings } from './strings.ts';
import { looks, type Styles } from './styles.ts';
import { escapeString, namespaces, xmlFile } from './xml.ts';

/** The parts of a sheet: the sheet itself, its table, and the addresses to which it links, in the order of their ids. */
export interface SheetParts {
  readonly sheet: Uint8Array;
  readonly table: Uint8Array;
  readonly addresses: readonly string[];
}

/** Widths of columns in characters. */
const widths = { least: 10, most: 60, spare: 3 } as const;

/** The XML of a sheet: the title in A1, lines below it, and right under them a table with one row of heads. */
export function sheetParts(sheet: Sheet, number: number, strings: SharedStrings, styles: Styles): SheetParts {
  const heads = unlike(sheet.columns.map(({ head }) => head));
  const columns = columnWidths(sheet, heads);
  const headRow = sheet.lines.length + 2;
  const lastRow = headRow + sheet.rows.length;
  const range = `A${headRow}:${columnLetters(sheet.columns.length - 1)}${lastRow}`;
  const links: string[] = [];
  const addresses: string[] = [];
  const link = (cell: string, target: Link | undefined) => {
    if (!target) return;
    if ('sheet' in target) {
      links.push(`<hyperlink ref="${cell}" location="${escapeMarkup(`${sheetInFormula(target.sheet)}A1`)}"/>`);
      return;
    }
    addresses.push(target.address);
    links.push(`<hyperlink ref="${cell}" r:id="rId${addresses.length + 1}"/>`);
  };
  const text = (cell: string, value: string, style: number) =>
    `<c r="${cell}" s="${style}" t="s"><v>${strings.place(value)}</v></c>`;
  const rows = [row(1, text('A1', sheet.title, looks.title))];
  for (const [index, line] of sheet.lines.entries()) {
    const cell = `A${index + 2}`;
    rows.push(row(index + 2, text(cell, line.text, line.link ? looks.link : looks.line)));
    link(cell, line.link);
  }
  const headLook = (index: number) => (sheet.columns[index]?.holds === 'numbers' ? looks.numberHead : looks.head);
  rows.push(
    row(
      headRow,
      heads.map((head, index) => text(`${columnLetters(index)}${headRow}`, head, headLook(index))).join(''),
      linesIn(heads, columns),
    ),
  );
  const letters = sheet.columns.map((_, index) => columnLetters(index));
  for (const [index, cells] of sheet.rows.entries()) {
    const number = headRow + 1 + index;
    let written = '';
    let lines = 1;
    for (const [at, cell] of cells.entries()) {
      const name = `${letters[at]}${number}`;
      if ('text' in cell) {
        written += text(name, cell.text, cell.link ? looks.linkInTable : looks.text);
        lines = Math.max(lines, linesOf(cell.text, columns[at] ?? widths.most));
        link(name, cell.link);
      } else {
        const formula = cell.formula === null ? '' : `<f>${escapeMarkup(cell.formula)}</f>`;
        written += `<c r="${name}" s="${styles.of(cell)}">${formula}<v>${cell.value}</v></c>`;
      }
    }
    rows.push(row(number, written, lines));
  }
  const selected = number === 1 ? ' tabSelected="1"' : '';
  return {
    addresses,
    sheet: xmlFile(
      [
        `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
        `<dimension ref="A1:${range.split(':')[1]}"/>`,
        `<sheetViews><sheetView${selected} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
        '<sheetFormatPr defaultRowHeight="15.75"/>',
        `<cols>${columns.map(columnXml).join('')}</cols>`,
        `<sheetData>${rows.join('')}</sheetData>`,
        links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
        '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
      ].join(''),
    ),
    table: tableXml(sheet, number, heads, range),
  };
}

/** The height of a line of text of 12 points, in points. */
const lineHeight = 15.75;

/** A row; of several lines with its height, which LibreOffice does not find by itself. */
function row(number: number, cells: string, lines = 1): string {
  const height = lines > 1 ? ` ht="${lines * lineHeight}" customHeight="1"` : '';
  return `<row r="${number}"${height}>${cells}</row>`;
}

/** As many lines as the longest of some texts takes in columns of these widths. */
function linesIn(texts: readonly string[], columns: readonly number[]): number {
  return Math.max(1, ...texts.map((text, index) => linesOf(text, columns[index] ?? widths.most)));
}

/** About as many lines as a text takes in a column: words do not fill a line to its end. */
function linesOf(text: string, width: number): number {
  const room = width - widths.spare;
  return text.length <= room ? 1 : Math.ceil((1.15 * text.length) / room);
}

/** The range as a table with a row of heads. It has no filter, for these hide rows from readers who do not see them. */
function tableXml({ name }: Sheet, number: number, heads: readonly string[], range: string): Uint8Array {
  const table = tableName(name);
  const columns = heads.map((head, index) => `<tableColumn id="${index + 1}" name="${escapeString(head)}"/>`);
  return xmlFile(
    [
      `<table xmlns="${namespaces.main}" id="${number}" name="${table}" displayName="${table}" ref="${range}" totalsRowShown="0">`,
      `<tableColumns count="${heads.length}">${columns.join('')}</tableColumns>`,
      '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
    ].join(''),
  );
}

/** The name of the table of a sheet: that of the sheet, with what such names may not have as underscores. */
export function tableName(sheet: string): string {
  return sheet.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^(?=\p{N})/u, '_');
}

/** Heads of which no two are the same, capital letters or not: a second one gets a number. */
function unlike(heads: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const plain = head.replace(/\s+/g, ' ').trim() || '–';
    const count = (seen.get(plain.toLowerCase()) ?? 0) + 1;
    seen.set(plain.toLowerCase(), count);
    return count === 1 ? plain : `${plain} (${count})`;
  });
}

/** The widths of the columns in characters, by what stands in them. */
function columnWidths({ rows }: Sheet, heads: readonly string[]): readonly number[] {
  return heads.map((head, index) => {
    const longestWord = Math.max(...head.split(' ').map((word) => word.length));
    let widest = Math.max(longestWord, Math.min(head.length, widths.most / 2));
    for (const cells of rows) widest = Math.max(widest, lengthOf(cells[index]));
    return Math.min(Math.max(Math.ceil(widest) + widths.spare, widths.least), widths.most);
  });
}

function columnXml(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

/** About how many characters a cell shows: a number with its sign and a separator for each thousand. */
function lengthOf(cell: Cell | undefined): number {
  if (!cell) return 0;
  if ('text' in cell) return cell.text.length;
  const digits = 1 + Math.floor(Math.log10(Math.max(1, Math.abs(cell.value))));
  return digits + Math.floor((digits - 1) / 3) + (cell.decimals > 0 ? cell.decimals + 1 : 0) + 1;
}

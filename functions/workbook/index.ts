export { dataCsv } from './csv.ts';
export { renderWorkbook, type WorkbookOptions } from './render-workbook.ts';
export { columnLetters } from './sheet.ts';
export { figureData, figuresIn } from './sheets/data.ts';
export { type PackedSheet, type Properties, packWorkbook } from './write/package.ts';
export { SharedStrings } from './write/strings.ts';
export { escapeExactly, namespaces, xmlFile } from './write/xml.ts';

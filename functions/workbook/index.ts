export { dataCsv } from './csv.ts';
export { renderWorkbook, type WorkbookOptions } from './render-workbook.ts';
export { figureData, figuresIn } from './sheets/data.ts';

export { renderWorkbook, type WorkbookOptions } from './render-workbook.ts';

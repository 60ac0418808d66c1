import { expect, it } from 'vitest';
import type { DataTable } from '../../functions/document/index.ts';
import { dataCsv } from '../../functions/workbook/index.ts';

const text = (value: string) => ({ text: value, number: null, figure: null });
const number = (value: number, decimals: number) => ({ text: 'not this', number: { value, decimals }, figure: null });
const columns: DataTable['columns'] = [
  { head: 'Name', unit: null, holds: 'text' },
  { head: 'Value', unit: 'USD m', holds: 'numbers' },
];
const csvOf = (...rows: DataTable['rows']) => dataCsv({ columns, rows });

it('a table as CSV has its heads with their units, and numbers with a point and their decimals', () => {
  expect(
    csvOf([text('Exports'), number(1792.2, 1)], [text('Balance'), number(-0.04, 1)], [text('Rest'), number(-52, 2)]),
  ).toBe('Name,"Value, USD m"\r\nExports,1792.2\r\nBalance,0.0\r\nRest,-52.00\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1'])('text that reads %j is no formula', (hostile) => {
  expect(csvOf([text(hostile), number(-1, 0)])).toBe(`Name,"Value, USD m"\r\n'${hostile.trim()},-1\r\n`);
});

it('text with commas, quotation marks and line ends stays in its cell', () => {
  expect(csvOf([text('a, "b"\nc'), text('..')])).toBe('Name,"Value, USD m"\r\n"a, ""b"" c",\r\n');
});

import type { Row } from './row.ts';
import type { Table } from './tables.ts';

/** What names a row of a table: the cells of its primary key; a column that was left out has its total. */
export function rowKey({ primaryKey, fields }: Table, { cells }: Pick<Row, 'cells'>): string {
  const totalOf = (column: string) => fields.find(({ name }) => name === column)?.total ?? '';
  return primaryKey.map((column) => cells[column] ?? totalOf(column)).join(' ');
}

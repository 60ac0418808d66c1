import type { Figure } from '../figures/index.ts';
import { type DataColumn, type DataTable, figureCell, textCell, textColumn } from './data-table.ts';
import type { Words } from './words.ts';

/** A figure with the row and the column that it stands in. */
export interface Placed {
  readonly figure: Figure;
  readonly row: string;
  readonly column: Pick<DataColumn, 'head' | 'unit'>;
}

/**
 * A table of figures by rows and columns, both in the order in which they first come, or rows in the order of
 * `rowOrder`. Where two figures have the same place, the second stands in one more row of that name, so that none is lost.
 */
export function pivot(
  words: Words,
  rowHead: string,
  placed: readonly Placed[],
  rowOrder: readonly string[] = placed.map(({ row }) => row),
): DataTable {
  const columns = new Map<string, DataColumn>();
  const lines = new Map<string, Map<string, Figure>[]>([...new Set(rowOrder)].map((row) => [row, []]));
  for (const { figure, row, column } of placed) {
    const id = `${column.head}\n${column.unit}`;
    if (!columns.has(id)) columns.set(id, { ...column, holds: 'numbers' });
    const own = lines.get(row) ?? [];
    lines.set(row, own);
    const free = own.find((line) => !line.has(id));
    if (free) free.set(id, figure);
    else own.push(new Map([[id, figure]]));
  }
  return {
    columns: [textColumn(rowHead), ...columns.values()],
    rows: [...lines].flatMap(([row, own]) =>
      own.map((line) => [textCell(row), ...[...columns.keys()].map((id) => figureCell(words, line.get(id)))]),
    ),
  };
}

import type { TableRows } from './dataset.ts';
import type { Row } from './row.ts';
import { rowKey } from './row-key.ts';
import { type Table, tables } from './tables.ts';

/** One row that differs between two packages; `before` is null where it was added, `after` where it was removed. */
export interface RowChange {
  readonly table: string;
  /** The cells of its primary key. */
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/**
 * The rows that differ between two packages: table by table, in the order of the rows of `after`, then those that were
 * removed. Rows are the same if their primary keys are; their place in the file does not matter.
 */
export function rowChanges(before: TableRows, after: TableRows): readonly RowChange[] {
  return tables.flatMap((table) => {
    const [old, next] = [before, after].map((rows) => byKey(table, rows[table.name] ?? []));
    const added = [...(next ?? [])].flatMap(([key, row]) => {
      const former = old?.get(key) ?? null;
      return former && !differs(table, former, row) ? [] : [{ table: table.name, key, before: former, after: row }];
    });
    const removed = [...(old ?? [])].flatMap(([key, row]) =>
      next?.has(key) ? [] : [{ table: table.name, key, before: row, after: null }],
    );
    return [...added, ...removed];
  });
}

function byKey(table: Table, rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [rowKey(table, row), row]));
}

/** Whether two rows of a table differ in a cell; a column that was left out has its total. Null is no row. */
export function rowsDiffer(table: string, one: Row | null, other: Row | null): boolean {
  const known = tables.find(({ name }) => name === table);
  return one === null || other === null ? one !== other : known !== undefined && differs(known, one, other);
}

/** Whether two rows differ in a cell; a column that was left out has its total. */
function differs({ fields }: Table, one: Row, other: Row): boolean {
  return fields.some(({ name, total = '' }) => (one.cells[name] ?? total) !== (other.cells[name] ?? total));
}

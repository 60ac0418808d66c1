import { type RowChange, rowChanges, rowKey, type TableRows, tables } from '../dataset/index.ts';

/** A row of a table: its number in a spreadsheet, the cells of its primary key, and all its cells by column. */
export interface KeyedRow {
  readonly row: number;
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A cell that is another than before; a column that a package leaves out has its total. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A row that has the same key as before and other cells; `row` is its number in the new table. */
export interface ChangedRow {
  readonly row: number;
  readonly key: string;
  readonly cells: readonly CellChange[];
}

/** What is another in a table. */
export interface TableChanges {
  readonly table: string;
  readonly added: readonly KeyedRow[];
  readonly changed: readonly ChangedRow[];
  readonly removed: readonly KeyedRow[];
  /** True where rows that both tables have stand in another order. */
  readonly reordered: boolean;
}

type Table = (typeof tables)[number];

/** The tables that are not the same in two packages, in the order of the package. */
export function tableChanges(before: TableRows, after: TableRows): readonly TableChanges[] {
  const changes = Map.groupBy(rowChanges(before, after), ({ table }) => table);
  return tables.flatMap((table) => {
    const rows = changes.get(table.name) ?? [];
    const reordered = isReordered(table, before, after);
    if (rows.length === 0 && !reordered) return [];
    return {
      table: table.name,
      added: rows.flatMap(({ before: old, after: now, key }) => (now && !old ? keyed(key, now) : [])),
      changed: rows.flatMap((change) => changedRow(table, change) ?? []),
      removed: rows.flatMap(({ before: old, after: now, key }) => (old && !now ? keyed(key, old) : [])),
      reordered,
    };
  });
}

function keyed(key: string, { number, cells }: NonNullable<RowChange['after']>): KeyedRow {
  return { row: number, key, cells };
}

function changedRow({ fields }: Table, { key, before, after }: RowChange): ChangedRow | null {
  if (!before || !after) return null;
  const cells = fields.flatMap(({ name: column, total = '' }) => {
    const [was, is] = [before.cells[column] ?? total, after.cells[column] ?? total];
    return was === is ? [] : [{ column, before: was, after: is }];
  });
  return { row: after.number, key, cells };
}

function isReordered(table: Table, before: TableRows, after: TableRows): boolean {
  const keysOf = (rows: TableRows) => (rows[table.name] ?? []).map((row) => rowKey(table, row));
  const places = new Map(keysOf(before).map((key, place) => [key, place]));
  const order = keysOf(after).flatMap((key) => places.get(key) ?? []);
  return order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0));
}

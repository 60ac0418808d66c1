import { rowKey, type TableRows, tables } from '../dataset/index.ts';

/** The cells of a row by column; a column that the package leaves out has its total. */
export type Cells = Readonly<Record<string, string>>;

/** A row of a table: its number in a spreadsheet, its primary key, and its cells. */
export interface KeyedRow {
  readonly row: number;
  readonly key: string;
  readonly cells: Cells;
}

/** A cell that is another than before. */
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

/** What is another in a table. Rows are the same where their keys are. */
export interface TableChanges {
  readonly table: string;
  readonly added: readonly KeyedRow[];
  readonly changed: readonly ChangedRow[];
  readonly removed: readonly KeyedRow[];
  /** True where rows that both tables have stand in another order. */
  readonly reordered: boolean;
}

type Table = (typeof tables)[number];

/** The tables that are not the same in two packages, in the order of the package; rows in that of their tables. */
export function rowChanges(before: TableRows, after: TableRows): readonly TableChanges[] {
  return tables
    .map((table) => tableChanges(table, keyed(table, before), keyed(table, after)))
    .filter(
      ({ added, changed, removed, reordered }) => added.length + changed.length + removed.length > 0 || reordered,
    );
}

function keyed(table: Table, rows: TableRows): ReadonlyMap<string, KeyedRow> {
  return new Map(
    (rows[table.name] ?? []).map((row) => {
      const key = rowKey(table, row);
      const cells = table.fields.map(({ name, total = '' }) => [name, row.cells[name] ?? total] as const);
      return [key, { row: row.number, key, cells: Object.fromEntries(cells) }];
    }),
  );
}

function tableChanges(
  { name, fields }: Table,
  before: ReadonlyMap<string, KeyedRow>,
  after: ReadonlyMap<string, KeyedRow>,
): TableChanges {
  const stayed = [...before.keys()].filter((key) => after.has(key));
  const places = new Map(stayed.map((key, place) => [key, place]));
  const order = [...after.keys()].flatMap((key) => places.get(key) ?? []);
  return {
    table: name,
    added: [...after.values()].filter(({ key }) => !before.has(key)),
    changed: [...after.values()].flatMap(({ row, key, cells }) => {
      const old = before.get(key);
      const differing = fields.flatMap(({ name: column }) => {
        const [was = '', is = ''] = [old?.cells[column], cells[column]];
        return was === is ? [] : [{ column, before: was, after: is }];
      });
      return old && differing.length > 0 ? [{ row, key, cells: differing }] : [];
    }),
    removed: [...before.values()].filter(({ key }) => !after.has(key)),
    reordered: order.some((place, index) => place !== index),
  };
}

import {
  type Dataset,
  type Language,
  type RowChange,
  restoreDataset,
  rowChanges,
  rowKey,
  tables,
} from '../dataset/index.ts';

/** A day after every publication: these rows have passed their checks. */
const ever = '9999-12-31';

/** A row or a cell of a package. */
export interface CellPlace {
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
}

/**
 * The cell that keeps a dataset from being printed, or its row where no cell does by itself; null when no row does. Whatever the reason, `prints` says whether a dataset can be printed: the changes are made one after the other
 * to the data before, which can, and halving finds the one that breaks them in a few trials. Its cell is the one without
 * which it prints.
 */
export async function findUnprintable(
  before: Dataset,
  after: Dataset,
  language: Language,
  prints: (dataset: Dataset) => Promise<boolean>,
): Promise<CellPlace | null> {
  const changes = inOrder(rowChanges(before.rows, after.rows));
  const printsWith = (some: readonly RowChange[]) => prints(datasetWith(before, after, some));
  if ((await printsWith(changes)) || !(await printsWith([]))) return null;
  let [printed, broken] = [0, changes.length];
  while (broken - printed > 1) {
    const middle = Math.floor((printed + broken) / 2);
    if (await printsWith(changes.slice(0, middle))) printed = middle;
    else broken = middle;
  }
  const [change, others] = [changes[printed], changes.slice(0, printed)];
  if (!change?.after) return null;
  const { table, after: row } = change;
  const at = { file: `${table}.csv`, row: row.number };
  for (const column of columnsOf(change, language)) {
    const shorter = { ...row, cells: { ...row.cells, [column]: shortened(row.cells[column] ?? '') } };
    if (await printsWith([...others, { ...change, after: shorter }])) {
      return { ...at, column, value: row.cells[column] ?? '' };
    }
  }
  return { ...at, column: null, value: '' };
}

/** New rows come after what they refer to, and rows are removed after those that refer to them. */
function inOrder(changes: readonly RowChange[]): readonly RowChange[] {
  const removed = changes.filter(({ after }) => after === null);
  return [...changes.filter(({ after }) => after !== null), ...removed.toReversed()];
}

/** The data before with some of the changes that lead to those after. */
function datasetWith(before: Dataset, after: Dataset, changes: readonly RowChange[]): Dataset {
  const rows = tables.map((table) => {
    const { name } = table;
    const changed = new Map(changes.filter((change) => change.table === name).map((change) => [change.key, change]));
    const kept = (before.rows[name] ?? []).flatMap((row) => {
      const change = changed.get(rowKey(table, row));
      return change ? (change.after ?? []) : row;
    });
    const added = [...changed.values()].flatMap((change) => (change.before === null ? (change.after ?? []) : []));
    // The number of a row is its own, and tells it from others.
    return [name, [...kept, ...added].map(({ cells }, index) => ({ number: index + 2, cells }))] as const;
  });
  return restoreDataset({ version: after.version, status: after.status, rows: Object.fromEntries(rows) }, ever);
}

/** The cells that a page in a language shows as they are: its texts, and the value. */
function columnsOf({ table, before, after }: RowChange, language: Language): readonly string[] {
  const { fields = [] } = tables.find(({ name }) => name === table) ?? {};
  return fields
    .map(({ name }) => name)
    .filter((name) => name.endsWith(`_${language}`) || name === 'value')
    .filter((name) => (after?.cells[name] ?? '') !== '' && before?.cells[name] !== after?.cells[name]);
}

/** The beginning of a text, or the first digit of a value. */
function shortened(text: string): string {
  return text.slice(0, 1);
}

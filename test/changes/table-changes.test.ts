import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TableChanges, tableChanges } from '../../functions/changes/index.ts';
import { type TableRows, tables } from '../../functions/dataset/index.ts';
import { dataset, packageFiles, withProducts } from '../package-files.ts';
import { edited, loaded } from './packages.ts';

/** Rows of sources by their id; other columns than the title and the address are empty. */
const sources = fc
  .uniqueArray(fc.record({ id: fc.nat(20), title_en: fc.nat(2), url: fc.nat(2) }), { selector: ({ id }) => id })
  .map((rows): TableRows => {
    const cellsOf = (row: object) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, `${cell}`]));
    return { sources: rows.map((row, index) => ({ number: index + 2, cells: cellsOf(row) })) };
  });

/** The rows of a table after changes, by key, as a person would make them cell by cell. */
function applied(before: TableRows, changes: TableChanges | undefined): Map<string, Record<string, string>> {
  const rows = new Map<string, Record<string, string>>(
    (before.sources ?? []).map(({ cells }) => [cells.id ?? '', { ...cells }] as const),
  );
  for (const { key } of changes?.removed ?? []) rows.delete(key);
  for (const { key, cells } of changes?.changed ?? []) {
    const row = rows.get(key) ?? {};
    for (const cell of cells) {
      expect(row[cell.column] ?? '').toBe(cell.before);
      row[cell.column] = cell.after;
    }
  }
  for (const { key, cells } of changes?.added ?? []) {
    expect(rows.has(key)).toBe(false);
    rows.set(key, { id: cells.id ?? '', title_en: cells.title_en ?? '', url: cells.url ?? '' });
  }
  return rows;
}

it('made one after the other, the changes of any two tables turn the one into the other', () => {
  fc.assert(
    fc.property(sources, sources, (before, after) => {
      const wanted = new Map((after.sources ?? []).map(({ cells }) => [cells.id ?? '', cells]));
      expect(applied(before, tableChanges(before, after)[0])).toEqual(wanted);
    }),
  );
});

it('a package does not differ from itself, nor from one that leaves out the column of products', () => {
  expect(tableChanges(dataset.rows, dataset.rows)).toEqual([]);
  const [products, observations] = tableChanges(dataset.rows, loaded(withProducts()).rows);
  expect([products?.table, products?.added.length]).toEqual(['products', 1]);
  expect([observations?.table, observations?.added.length, observations?.changed]).toEqual(['observations', 1, []]);
});

it('a cell that an editor changed is named with its row and column, before and after', () => {
  const files = edited(
    packageFiles,
    () => true,
    (line) => line.replace(/^(companies,.*)/, '$1 read twice'),
  );
  const [changes, ...others] = tableChanges(dataset.rows, loaded(files).rows);
  expect([changes?.table, changes?.added, changes?.removed, changes?.reordered, others]).toEqual([
    'observations',
    [],
    [],
    false,
    [],
  ]);
  for (const { row, key, cells } of changes?.changed ?? []) {
    expect(row).toBeGreaterThan(1);
    expect(key).toMatch(/^companies _Z BY-HO RU _T /);
    expect(cells).toEqual([
      { column: 'note', before: expect.any(String), after: expect.stringMatching(/ read twice$/) },
    ]);
  }
  expect(changes?.changed.length).toBeGreaterThan(0);
});

it('rows that were only sorted are no changed rows, and it is said that they stand in another order', () => {
  const rows = Object.fromEntries(tables.map(({ name }) => [name, dataset.rows[name] ?? []]));
  const sorted = { ...rows, statements: rows.statements?.toReversed() ?? [] };
  const none = { added: [], changed: [], removed: [] };
  expect(tableChanges(rows, sorted)).toEqual([{ table: 'statements', ...none, reordered: true }]);
});

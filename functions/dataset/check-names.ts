import type { TableRows } from './dataset.ts';
import { languages } from './languages.ts';
import type { Row } from './row.ts';
import type { Violation } from './violation.ts';

/** The topics of what pages count and list by name. A person may hold two offices, and a position be taken twice. */
const listed: ReadonlySet<string> = new Set(['export_good', 'sector', 'promising_sector', 'enterprise']);

/**
 * What has one name has one code: an area, a product, and in each topic a good, a sector or an enterprise. Under two
 * codes it would be counted and listed twice. The same code may have the same name in every publication. A publisher is
 * known by its name, which is therefore written alike in every row.
 */
export function checkNames({
  areas = [],
  products = [],
  statements = [],
  sources = [],
}: TableRows): readonly Violation[] {
  const topics = Map.groupBy(statements, ({ cells }) => cells.topic ?? '');
  return [
    ...publisherNames(sources),
    ...sameNames('areas.csv', areas, 'area', ['name', 'label']),
    ...sameNames('products.csv', products, 'product', ['name']),
    ...[...topics].flatMap(([topic, rows]) =>
      listed.has(topic) ? sameNames('statements.csv', rows, 'item', ['text']) : [],
    ),
  ];
}

/** The rows whose name, in any language, an earlier row has under another code: each once, with that row. */
function sameNames(file: string, rows: readonly Row[], code: string, names: readonly string[]): readonly Violation[] {
  const columns = names.flatMap((name) => languages.map((language) => `${name}_${language}`));
  const first = new Map<string, Row>();
  return rows.flatMap((row): readonly Violation[] => {
    const own = columns.map((column) => ({ column, key: `${column} ${spoken(row.cells[column] ?? '')}` }));
    const known = own.map(({ column, key }) => ({ column, other: first.get(key) }));
    for (const { key } of own) if (!first.has(key)) first.set(key, row);
    const found = known.find(
      ({ column, other }) => row.cells[column] && other && other.cells[code] !== row.cells[code],
    );
    if (!found?.other) return [];
    const { column, other } = found;
    const value = row.cells[column] ?? '';
    return [{ file, row: row.number, column, value, code: 'same_name', values: { other: other.number } }];
  });
}

/** Publishers that have the name of an earlier row in one language, and are written otherwise in it or in another. */
function publisherNames(sources: readonly Row[]): readonly Violation[] {
  const columns = languages.map((language) => `publisher_${language}`);
  const first = new Map<string, Row>();
  return sources.flatMap((row): readonly Violation[] => {
    const keys = columns.map((column) => `${column} ${spoken(row.cells[column] ?? '')}`);
    const other = keys.map((key) => first.get(key)).find((known) => known !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, row);
    const column = other && columns.find((each) => other.cells[each] !== row.cells[each]);
    if (!column) return [];
    const values = { other: other.number, name: other.cells[column] ?? '' };
    const value = row.cells[column] ?? '';
    return [{ file: 'sources.csv', row: row.number, column, value, code: 'publisher_name', values }];
  });
}

/** A name as it is spoken: small letters and digits, ё as е; marks between words, and around them, are one space. */
function spoken(name: string): string {
  const plain = name.toLowerCase().replaceAll('ё', 'е');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

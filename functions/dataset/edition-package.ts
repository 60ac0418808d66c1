import { createHash } from 'node:crypto';
import { bySeries } from './by-series.ts';
import { resourceOf } from './check-descriptor.ts';
import type { Dataset, PackageFiles } from './dataset.ts';
import { lineOf, type Row } from './row.ts';
import { allProducts, type Table, tables, tablesWithoutProducts } from './tables.ts';
import type { Vintage } from './vintage.ts';
import { writeRow } from './write-table.ts';

/**
 * The Data Package of one edition: the rows that its vintage knows, and no others, so that it stays the same byte
 * for byte when later publications join the dataset. An edition that knows nothing of products has the form that
 * packages had before there were any.
 */
export function editionPackage(dataset: Dataset, vintage: Vintage): PackageFiles {
  const known = [...vintage.observations, ...vintage.revised];
  const statements = vintage.statements;
  const series = [...bySeries(vintage.observations).values(), ...bySeries(vintage.revised).values()].flatMap(
    ([first]) => first ?? [],
  );
  const rowNumbers = new Set(known.map(({ row }) => row));
  const statementRows = new Set(statements.map(({ row }) => row));
  const named = new Set([
    ...series.flatMap(({ refArea, counterpart }) => [refArea, counterpart]),
    ...statements.flatMap(({ area }) => area?.code ?? []),
  ]);
  // With the region around a city, so that the package passes the checks itself.
  const areas = new Set([...named].flatMap((code) => [code, dataset.areas.get(code)?.enclosedBy ?? []].flat()));
  const areaRows = (dataset.rows.areas ?? []).filter(({ cells }) => areas.has(cells.area ?? ''));
  const products = new Set(series.map(({ product }) => product));
  const form = [...products].some((product) => product !== allProducts) ? tables : tablesWithoutProducts;
  const sources = new Set([
    ...known.map(({ source }) => source.id),
    ...statements.map(({ source }) => source.id),
    ...areaRows.map(({ cells }) => cells.source ?? ''),
  ]);
  const kept: Readonly<Record<string, (row: Row) => boolean>> = {
    sources: ({ cells }) => sources.has(cells.id ?? ''),
    areas: ({ cells }) => areas.has(cells.area ?? ''),
    products: ({ cells }) => products.has(cells.product ?? ''),
    observations: ({ number }) => rowNumbers.has(number),
    statements: ({ number }) => statementRows.has(number),
  };
  const files = form.map(({ name, fields }) => {
    const rows = (dataset.rows[name] ?? []).filter((row) => kept[name]?.(row) ?? false);
    return [`${name}.csv`, encode(csvOf(fields, rows))] as const;
  });
  return new Map([['datapackage.json', encode(descriptorOf(vintage, form))], ...files]);
}

/** A digest of the files of a package: hexadecimal SHA-256 over their names and bytes, in the order of the names. */
export function digestOfPackage(files: PackageFiles): string {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].toSorted())
    hash
      .update(`${name}\0`)
      .update(files.get(name) ?? '')
      .update('\0');
  return hash.digest('hex');
}

/** The licence of an edition, as the Data Package names it. */
export const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

function descriptorOf({ edition, cutOff, status }: Vintage, form: readonly Table[]): string {
  const [year, month] = edition.split('-').map(Number);
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `gomel-russia-economic-ties-${edition}`,
    title: `Economic ties between Gomel Oblast and Russia: what was published by ${cutOff}`,
    version: `${year}.${month}.0`,
    ...(status ? { status } : {}),
    created: `${cutOff}T21:00:00Z`,
    licenses: [licence],
    resources: form.map(resourceOf),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function csvOf(fields: Table['fields'], rows: readonly Row[]): string {
  const columns = fields.map(({ name, total = '' }) => ({ name, total }));
  const written = ({ cells }: Row) => writeRow(columns.map(({ name, total }) => cells[name] ?? total));
  const [first] = rows;
  // A table may have been read without a column that has a total, or with one that this edition does without.
  const isAsRead = first && Object.keys(first.cells).length === columns.length;
  const lines = rows.map((row) => (isAsRead ? lineOf(row) : undefined) ?? written(row));
  return `${[writeRow(columns.map(({ name }) => name)), ...lines].join('\n')}\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

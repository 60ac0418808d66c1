import { checkArithmetic } from './check-arithmetic.ts';
import { checkDescriptor } from './check-descriptor.ts';
import { checkNames } from './check-names.ts';
import { checkObservationRow, checkObservations } from './check-observations.ts';
import { checkRelations } from './check-relations.ts';
import { checkSeries } from './check-series.ts';
import { asciiAddress, checkAddresses, checkSourceRow } from './check-sources.ts';
import { checkTable } from './check-table.ts';
import { checkTexts } from './check-text.ts';
import type { Area, Dataset, Observation, PackageFiles, Product, Source, Statement, TableRows } from './dataset.ts';
import { inEachLanguage, type Localised, languages } from './languages.ts';
import { newestValues } from './newest-values.ts';
import { normalisePackage } from './normalise.ts';
import type { PackageStatus } from './package-status.ts';
import { parsePeriod } from './period.ts';
import { proofViolations } from './proof-violations.ts';
import { uncontested } from './publisher.ts';
import { readTable } from './read-table.ts';
import type { Row } from './row.ts';
import { allProducts, type ObservationStatus, type Table, tables } from './tables.ts';
import { DatasetError, type Violation } from './violation.ts';

/**
 * Reads a Data Package and checks all of it. `today` (`YYYY-MM-DD`) is the day after which nothing can be published.
 * Throws a {@link DatasetError} with every problem that was found.
 */
export function loadDataset(files: PackageFiles, today: string): Dataset {
  const { problems, ...checked } = readPackage(normalisePackage(files));
  refuse(problems);

  const { rows } = checked;
  const dataset = buildDataset(checked);
  refuse([
    ...checkSources(rows.sources ?? [], today),
    ...checkAddresses(rows.sources ?? []),
    ...checkRelations(rows),
    ...checkNames(rows),
    ...checkObservations(dataset.observations, today),
    ...checkStatements(rows.statements ?? []),
  ]);
  const settled = uncontested(newestValues(dataset.observations));
  refuse(proofViolations(settled));
  // The proof would report the same problems again, for other rows.
  refuse([...checkArithmetic(settled), ...checkSeries(dataset.observations)]);
  return dataset;
}

/** The rows of a dataset that passed every check, to be stored as JSON. */
export interface CheckedRows {
  readonly version: string;
  readonly status?: PackageStatus | null;
  readonly rows: TableRows;
}

/**
 * Restores a dataset from rows that passed every check. Only the dates are checked again: throws a
 * {@link DatasetError} when a source is published after `today`.
 */
export function restoreDataset(checked: CheckedRows, today: string): Dataset {
  refuse(checkSources(checked.rows.sources ?? [], today));
  return buildDataset(checked);
}

function refuse(problems: readonly Violation[]): void {
  if (problems.length > 0) throw new DatasetError(problems);
}

function readPackage(files: PackageFiles): CheckedRows & { readonly problems: readonly Violation[] } {
  const rows: Record<string, readonly Row[]> = {};
  const known: Record<string, ReadonlySet<string>> = {};
  const descriptor = files.get('datapackage.json');
  const {
    version,
    status,
    problems: found,
  } = descriptor ? checkDescriptor(descriptor) : { version: '', status: null, problems: [missing('datapackage.json')] };
  // Lists of lists: a file can have more problems than a call can have arguments.
  const problems: (readonly Violation[])[] = [found];

  for (const table of tables) {
    const bytes = files.get(`${table.name}.csv`);
    const absent = { rows: [], problems: table.optional ? [] : [missing(`${table.name}.csv`)] };
    const read = bytes ? readTable(table, bytes) : absent;
    rows[table.name] = read.rows;
    const inCells = checkTable(table, read.rows, known);
    problems.push(read.problems, inCells, checkTexts(table, read.rows));
    if (read.problems.length === 0) known[table.name] = keysOf(table, read.rows);
    if (table.name === 'observations') problems.push(notIn(inCells, read.rows.flatMap(checkObservationRow)));
    if (table.name === 'sources') problems.push(read.rows.flatMap(checkSourceRow));
  }
  return { version, status, rows, problems: problems.flat() };
}

/** Problems of other cells: what is wrong by itself needs no comparing with its row. */
function notIn(told: readonly Violation[], problems: readonly Violation[]): readonly Violation[] {
  const cells = new Set(told.map(({ row, column }) => `${row} ${column}`));
  return problems.filter(({ row, column }) => !cells.has(`${row} ${column}`));
}

function keysOf(table: Table, rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map(({ cells }) => cells[table.primaryKey[0] ?? ''] ?? ''));
}

function missing(file: string): Violation {
  return { file, row: null, column: null, value: '', code: 'file_missing', values: {} };
}

function checkSources(rows: readonly Row[], today: string): readonly Violation[] {
  return rows
    .filter(({ cells }) => (cells.published ?? '') > today)
    .map(({ number: row, cells: { published = '' } }) => ({
      file: 'sources.csv',
      row,
      column: 'published',
      value: published,
      code: 'after_today' as const,
      values: { today },
    }));
}

/** A statement has a text in every language, or its area gives one. */
function checkStatements(rows: readonly Row[]): readonly Violation[] {
  return rows.flatMap(({ number: row, cells }) =>
    ['text', 'detail'].flatMap((name) => {
      const columns = languages.map((language) => `${name}_${language}`);
      const empty = columns.filter((column) => cells[column] === '');
      const mayBeEmpty = empty.length === columns.length && (name === 'detail' || cells.area !== '');
      if (mayBeEmpty) return [];
      const code = 'three_languages' as const;
      return empty.map((column) => ({ file: 'statements.csv', row, column, value: '', code, values: {} }));
    }),
  );
}

function buildDataset({ version, status = null, rows }: CheckedRows): Dataset {
  const sources = new Map((rows.sources ?? []).map((row) => [row.cells.id ?? '', sourceOf(row)]));
  const areas = new Map((rows.areas ?? []).map((row) => [row.cells.area ?? '', areaOf(row)]));
  const products = new Map((rows.products ?? []).map((row) => [row.cells.product ?? '', productOf(row)]));
  return {
    version,
    status,
    sources: [...sources.values()],
    areas,
    products,
    observations: (rows.observations ?? []).map((row) => observationOf(row, sources)),
    statements: (rows.statements ?? []).map((row) => statementOf(row, sources, areas)),
    rows,
  };
}

function localised({ cells }: Row, name: string): Localised {
  return inEachLanguage((language) => cells[`${name}_${language}`] ?? '');
}

function sourceOf(row: Row): Source {
  const { id = '', url = '', published = '', published_basis: basis } = row.cells;
  return {
    id,
    publisher: localised(row, 'publisher'),
    title: localised(row, 'title'),
    url: asciiAddress(url),
    published,
    basis: basis as Source['basis'],
  };
}

function areaOf(row: Row): Area {
  const { area: code = '', kind, latitude, longitude, borders_belarus, enclosed_by } = row.cells;
  return {
    code,
    kind: kind as Area['kind'],
    name: localised(row, 'name'),
    label: localised(row, 'label'),
    latitude: Number(latitude),
    longitude: Number(longitude),
    bordersBelarus: borders_belarus === 'yes',
    enclosedBy: enclosed_by || null,
  };
}

function productOf(row: Row): Product {
  const { product: code = '', classification = '' } = row.cells;
  return { code, classification, name: localised(row, 'name') };
}

function observationOf({ number: row, cells }: Row, sources: ReadonlyMap<string, Source>): Observation {
  return {
    indicator: cells.indicator as Observation['indicator'],
    flow: cells.flow as Observation['flow'],
    refArea: cells.ref_area ?? '',
    counterpart: cells.counterpart_area ?? '',
    product: cells.product ?? allProducts,
    period: invariant(parsePeriod(cells.time_period ?? '')),
    value: Number(cells.value),
    unit: cells.unit as Observation['unit'],
    multiplier: Number(cells.unit_mult),
    decimals: Number(cells.decimals),
    qualifier: cells.qualifier as Observation['qualifier'],
    status: cells.obs_status as ObservationStatus,
    source: invariant(sources.get(cells.source ?? '')),
    locator: cells.locator ?? '',
    revises: /^revised\b/i.test(cells.note ?? ''),
    isBackground: /^background\b/i.test(cells.note ?? ''),
    row,
  };
}

function statementOf(row: Row, sources: ReadonlyMap<string, Source>, areas: ReadonlyMap<string, Area>): Statement {
  const { topic, item = '', area = '', official, printed, source = '' } = row.cells;
  return {
    topic: topic as Statement['topic'],
    item,
    area: areas.get(area) ?? null,
    official: official || null,
    text: localised(row, 'text'),
    detail: localised(row, 'detail'),
    printed: printed || null,
    source: invariant(sources.get(source)),
    row: row.number,
  };
}

/** The value behind a reference that an earlier check has already proved. */
function invariant<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a checked reference is missing');
  return value;
}

import { type PackageStatus, statuses } from './package-status.ts';
import type { Field, Table } from './tables.ts';
import { tables, tablesWithoutProducts } from './tables.ts';
import type { Violation } from './violation.ts';

const file = 'datapackage.json';

/** The table as Frictionless Data Package v2 describes a resource. */
export function resourceOf(table: Table) {
  return {
    name: table.name,
    type: 'table',
    path: `${table.name}.csv`,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { header: true, delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true },
    schema: {
      fields: table.fields.map(fieldOf),
      primaryKey: table.primaryKey,
      missingValues: [''],
      ...(table.foreignKeys.length > 0 ? { foreignKeys: table.foreignKeys.map(foreignKeyOf) } : {}),
    },
  };
}

function fieldOf({ name, type, description, total, constraints }: Field) {
  const missing = total === undefined ? {} : { missingValues: [total] };
  return { name, type, description, ...missing, ...(constraints ? { constraints } : {}) };
}

function foreignKeyOf({ field, table, to }: Table['foreignKeys'][number]) {
  return { fields: [field], reference: { resource: table, fields: [to] } };
}

/** What a descriptor says: the version and the status of the package, and what is wrong with it. */
interface ReadDescriptor {
  readonly version: string;
  readonly status: PackageStatus | null;
  readonly problems: readonly Violation[];
}

/**
 * Reads `datapackage.json`: its version, its status, and everything that keeps it from describing our tables, with or
 * without those of products.
 */
export function checkDescriptor(bytes: Uint8Array): ReadDescriptor {
  let descriptor: unknown;
  try {
    descriptor = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return unread(problem(null, String(error), 'the file must be JSON in UTF-8'));
  }
  if (!isRecord(descriptor)) return unread(problem(null, typeof descriptor, 'expected an object'));
  const version = descriptor.version;
  const versionProblems =
    typeof version === 'string' && /^\d+\.\d+\.\d+$/.test(version)
      ? []
      : [problem('version', JSON.stringify(version ?? null), 'expected a version such as 2021.7.0')];
  const expected = namesProducts(descriptor.resources) ? tables : tablesWithoutProducts;
  const differences = firstDifferences(descriptor.resources, expected.map(resourceOf), 'resources');
  const status = statuses.find((known) => known === descriptor.status) ?? null;
  const problems = [...versionProblems, ...checkStatus(descriptor.status), ...differences];
  return { version: String(version), status, problems };
}

function unread(only: Violation): ReadDescriptor {
  return { version: '', status: null, problems: [only] };
}

function checkStatus(status: unknown): readonly Violation[] {
  if (status === undefined || statuses.some((known) => known === status)) return [];
  const expected = `expected one of ${statuses.join(', ')}; remove it from published data`;
  return [problem('status', JSON.stringify(status), expected)];
}

function namesProducts(resources: unknown): boolean {
  return Array.isArray(resources) && resources.some((resource) => isRecord(resource) && resource.name === 'products');
}

function firstDifferences(found: unknown, expected: unknown, path: string): readonly Violation[] {
  if (Array.isArray(expected) && Array.isArray(found) && found.length === expected.length) {
    return expected.flatMap((item, index) => firstDifferences(found[index], item, `${path}[${index}]`));
  }
  if (isRecord(expected) && isRecord(found)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...names].flatMap((name) => firstDifferences(found[name], expected[name], `${path}.${name}`));
  }
  if (JSON.stringify(found) === JSON.stringify(expected)) return [];
  const wanted = expected === undefined ? 'remove it' : `expected ${JSON.stringify(expected)}`;
  return [problem(path, JSON.stringify(found ?? null), wanted)];
}

function problem(column: string | null, value: string, expected: string): Violation {
  return { file, row: null, column, value, expected };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

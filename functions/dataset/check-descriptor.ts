import { type PackageStatus, statuses } from './package-status.ts';
import type { Field, Table } from './tables.ts';
import { tables, tablesWithoutProducts } from './tables.ts';
import type { Violation } from './violation.ts';

const file = 'datapackage.json';
/** Reports a problem of the whole file. */
const whole = { file, row: null, column: null, value: '', values: {} } as const;

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
    return unread({ ...whole, code: 'not_json', value: String(error) });
  }
  if (!isRecord(descriptor)) return unread({ ...whole, code: 'not_object', value: typeof descriptor });
  const version = descriptor.version;
  const versionProblems: readonly Violation[] =
    typeof version === 'string' && /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version)
      ? []
      : [{ ...whole, code: 'version', column: 'version', value: JSON.stringify(version ?? null) }];
  const expected = expectedTables(descriptor.resources).map(resourceOf);
  const differences = firstDifferences(descriptor.resources, expected, 'resources');
  const status = statuses.find((known) => known === descriptor.status) ?? null;
  const problems = [...versionProblems, ...checkStatus(descriptor.status), ...differences];
  return { version: String(version), status, problems };
}

function unread(only: Violation): ReadDescriptor {
  return { version: '', status: null, problems: [only] };
}

function checkStatus(status: unknown): readonly Violation[] {
  if (status === undefined || statuses.some((known) => known === status)) return [];
  const values = { known: statuses.join(', ') };
  return [{ ...whole, code: 'package_status', column: 'status', value: JSON.stringify(status), values }];
}

/** The tables that a descriptor with these resources has to describe: those of products only where it names them. */
export function expectedTables(resources: unknown): readonly Table[] {
  const isProducts = (resource: unknown) => isRecord(resource) && resource.name === 'products';
  return Array.isArray(resources) && resources.some(isProducts) ? tables : tablesWithoutProducts;
}

function firstDifferences(found: unknown, expected: unknown, path: string): readonly Violation[] {
  // A package from before a code was added does not list it; it is still read, and can be rolled back to.
  if (path.endsWith('.enum') && isPartOf(found, expected)) return [];
  if (Array.isArray(expected) && Array.isArray(found) && found.length === expected.length) {
    return expected.flatMap((item, index) => firstDifferences(found[index], item, `${path}[${index}]`));
  }
  if (isRecord(expected) && isRecord(found)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...names].flatMap((name) => firstDifferences(found[name], expected[name], `${path}.${name}`));
  }
  if (JSON.stringify(found) === JSON.stringify(expected)) return [];
  const place = { ...whole, column: path, value: JSON.stringify(found ?? null) };
  if (expected === undefined) return [{ ...place, code: 'descriptor_surplus' }];
  return [{ ...place, code: 'descriptor_differs', values: { expected: JSON.stringify(expected) } }];
}

function isPartOf(codes: unknown, all: unknown): boolean {
  return Array.isArray(codes) && Array.isArray(all) && codes.length > 0 && codes.every((code) => all.includes(code));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

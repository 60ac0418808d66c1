import type { Field, Table } from './tables.ts';
import { tables } from './tables.ts';
import type { Violation } from './violation.ts';

const file = 'datapackage.json';
/** A problem of the whole file, to be given its code. */
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

function fieldOf({ name, type, description, constraints }: Field) {
  return { name, type, description, ...(constraints ? { constraints } : {}) };
}

function foreignKeyOf({ field, table, to }: Table['foreignKeys'][number]) {
  return { fields: [field], reference: { resource: table, fields: [to] } };
}

/** Reads `datapackage.json`: its version, and everything that keeps it from describing our tables. */
export function checkDescriptor(bytes: Uint8Array): { version: string; problems: readonly Violation[] } {
  let descriptor: unknown;
  try {
    descriptor = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return { version: '', problems: [{ ...whole, code: 'not_json', value: String(error) }] };
  }
  if (!isRecord(descriptor))
    return { version: '', problems: [{ ...whole, code: 'not_object', value: typeof descriptor }] };
  const version = descriptor.version;
  const versionProblems: readonly Violation[] =
    typeof version === 'string' && /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version)
      ? []
      : [{ ...whole, code: 'version', column: 'version', value: JSON.stringify(version ?? null) }];
  const differences = firstDifferences(descriptor.resources, tables.map(resourceOf), 'resources');
  return { version: String(version), problems: [...versionProblems, ...differences] };
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
  const place = { ...whole, column: path, value: JSON.stringify(found ?? null) };
  if (expected === undefined) return [{ ...place, code: 'descriptor_surplus' }];
  return [{ ...place, code: 'descriptor_differs', values: { expected: JSON.stringify(expected) } }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Row } from './row.ts';
import type { Field, Table } from './tables.ts';
import type { Violation } from './violation.ts';

/** The keys of the tables that were read before; a table that could not be read has none and is not asked. */
export type KnownKeys = Readonly<Record<string, ReadonlySet<string>>>;

/** Checks every cell, the primary key and the foreign keys of a table; gives all problems in the order of the rows. */
export function checkTable(table: Table, rows: readonly Row[], known: KnownKeys): readonly Violation[] {
  const file = `${table.name}.csv`;
  const seen = new Map<string, number>();
  const totals = new Map(table.fields.flatMap(({ name, total }) => (total === undefined ? [] : [[name, total]])));
  return rows.flatMap((row) => [
    ...table.fields.flatMap((field) => checkCell(file, row, field)),
    ...checkKey(file, table, row, seen),
    ...table.foreignKeys.flatMap((key) => checkReference(file, row, key, known, totals)),
  ]);
}

/** A number as our CSV files write it: digits, a decimal point, a minus before negative ones. */
const number = /^-?\d+(\.\d+)?$/;

function checkCell(file: string, row: Row, field: Field): readonly Violation[] {
  const value = row.cells[field.name] ?? field.total ?? '';
  const fail = (expected: string) => [{ file, row: row.number, column: field.name, value, expected }];
  const { constraints = {} } = field;

  if (value === '') return constraints.required || field.total ? fail('the cell must not be empty') : [];
  if (/^[=@\t]|^[+-](?!\d)/.test(value)) return fail('a cell must not begin like a formula; write the text itself');
  if (value !== value.trim()) return fail('remove the spaces around the value');
  if (field.type === 'string') {
    if (constraints.enum && !constraints.enum.includes(value))
      return fail(`expected one of ${constraints.enum.join(', ')}`);
    if (constraints.pattern && !new RegExp(`^(${constraints.pattern})$`).test(value)) {
      return fail(`expected ${field.description.toLowerCase()}`);
    }
    return [];
  }
  if (!number.test(value)) return fail(numberExpected(value));
  if (field.type === 'integer' && value.includes('.')) return fail('expected a whole number');
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = constraints;
  if (Number(value) < minimum) return fail(`expected at least ${minimum}`);
  if (Number(value) > maximum) return fail(`expected at most ${maximum}`);
  return [];
}

function numberExpected(value: string): string {
  if (/^-?\d+,\d+$/.test(value)) return `write the decimals after a point: ${value.replace(',', '.')}`;
  return 'expected a number such as 1792.2, without spaces or signs between the digits';
}

function checkKey(file: string, table: Table, row: Row, seen: Map<string, number>): readonly Violation[] {
  const key = table.primaryKey.filter((name) => name in row.cells);
  const value = key.map((name) => row.cells[name]).join(' ');
  const first = seen.get(value);
  if (first === undefined) {
    seen.set(value, row.number);
    return [];
  }
  const expected = `row ${first} has the same ${key.join(', ')}; keep one of the two`;
  return [{ file, row: row.number, column: key.join(', '), value, expected }];
}

function checkReference(
  file: string,
  row: Row,
  key: Table['foreignKeys'][number],
  known: KnownKeys,
  totals: ReadonlyMap<string, string>,
) {
  const value = row.cells[key.field] ?? '';
  const keys = known[key.table];
  if (value === '' || value === totals.get(key.field) || keys === undefined || keys.has(value)) return [];
  const expected = `not in ${key.table}.csv; add a row with that ${key.to} there, or correct the name`;
  return [{ file, row: row.number, column: key.field, value, expected }];
}

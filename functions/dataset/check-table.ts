import type { Row } from './row.ts';
import type { Field, Table } from './tables.ts';
import type { Violation } from './violation.ts';

/** The keys of the tables read before; references to a table that could not be read are not checked. */
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
const number = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** More digits than a double can distinguish. */
const maximumDigits = 15;

function checkCell(file: string, row: Row, field: Field): readonly Violation[] {
  const value = row.cells[field.name] ?? field.total ?? '';
  const at = { file, row: row.number, column: field.name, value };
  const { constraints = {} } = field;

  if (value === '') return constraints.required || field.total ? [{ ...at, code: 'empty', values: {} }] : [];
  // Only a number begins with a sign. Spreadsheets read full-width signs as formulas too.
  const formula = field.type === 'string' ? /^[=@\t+\-＝＋－＠]/ : /^[=@\t]|^[+-](?!\d)/;
  if (formula.test(value)) return [{ ...at, code: 'formula', values: {} }];
  if (value !== value.trim()) return [{ ...at, code: 'spaces', values: {} }];
  if (field.type === 'string') {
    if (constraints.enum && !constraints.enum.includes(value))
      return [{ ...at, code: 'one_of', values: { known: constraints.enum.join(', ') } }];
    if (constraints.pattern && !new RegExp(`^(${constraints.pattern})$`).test(value)) {
      return [{ ...at, code: 'pattern', values: { description: field.description.toLowerCase() } }];
    }
    return [];
  }
  if (/^-?\d+,\d+$/.test(value)) {
    return [{ ...at, code: 'decimal_comma', values: { number: value.replace(',', '.') } }];
  }
  if (!number.test(value) || Object.is(Number(value), -0)) return [{ ...at, code: 'not_number', values: {} }];
  if (value.replace(/\D/g, '').length > maximumDigits) {
    return [{ ...at, code: 'too_many_digits', values: { maximum: maximumDigits } }];
  }
  if (field.type === 'integer' && value.includes('.'))
    return [{ ...at, code: 'not_whole', values: { what: 'number' } }];
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = constraints;
  if (Number(value) < minimum) return [{ ...at, code: 'too_small', values: { minimum, of: '' } }];
  if (Number(value) > maximum) return [{ ...at, code: 'too_large', values: { maximum, of: '' } }];
  return [];
}

function checkKey(file: string, table: Table, row: Row, seen: Map<string, number>): readonly Violation[] {
  const key = table.primaryKey.filter((name) => name in row.cells);
  const value = key.map((name) => row.cells[name]).join(' ');
  const first = seen.get(value);
  if (first === undefined) {
    seen.set(value, row.number);
    return [];
  }
  const names = key.join(', ');
  return [{ file, row: row.number, column: names, value, code: 'same_key', values: { other: first, key: names } }];
}

function checkReference(
  file: string,
  row: Row,
  key: Table['foreignKeys'][number],
  known: KnownKeys,
  totals: ReadonlyMap<string, string>,
): readonly Violation[] {
  const value = row.cells[key.field] ?? '';
  const keys = known[key.table];
  if (value === '' || value === totals.get(key.field) || keys === undefined || keys.has(value)) return [];
  const values = { table: `${key.table}.csv`, key: key.to };
  return [{ file, row: row.number, column: key.field, value, code: 'not_listed', values }];
}

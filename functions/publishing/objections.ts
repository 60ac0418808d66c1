import {
  type Dataset,
  type PackageFiles,
  type RowChange,
  rowChanges,
  rowsDiffer,
  type TableRows,
  tables,
} from '../dataset/index.ts';
import { baseOf } from './base.ts';
import { type FarOff, farOff } from './far-off.ts';
import type { Situation } from './situation.ts';

/** The most rows that a sentence lists. */
const namedRows = 5;

/** A reason not to make a package current; the one who publishes may override it. */
export type Objection =
  /** It was made from another version than the current one, and does not go on with what became of that. */
  | {
      readonly code: 'other_base';
      readonly base: string;
      /** The version of that digest; null where the history does not tell it. */
      readonly baseVersion: string | null;
      /** The current version, and since when it is current, ISO 8601. */
      readonly version: string;
      readonly digest: string;
      readonly since: string;
    }
  /** Its version is not higher than the current one. */
  | { readonly code: 'not_higher'; readonly version: string; readonly current: string }
  /** Rows of the current version are not in it: the keys of all of one table. */
  | { readonly code: 'rows_missing'; readonly table: string; readonly keys: readonly string[] }
  /** New or changed amounts and counts are ten times the value before them or more, or a tenth of it or less. */
  | { readonly code: 'far_off'; readonly values: readonly FarOff[] };

/** The reasons not to make a package current; empty when it may be published. */
export function objectionsTo(files: PackageFiles, dataset: Dataset, situation: Situation): readonly Objection[] {
  const { digest, version, since, history, moves } = situation.pointer;
  if (digest === null) return [];
  const base = baseOf(files);
  const baseVersion = [...history, ...moves].find((known) => known.digest === base)?.version ?? null;
  return [
    ...(base !== null && base !== digest && !goesOn(base, dataset.rows, situation)
      ? [{ code: 'other_base', base, baseVersion, version, digest, since } as const]
      : []),
    ...(isHigher(dataset.version, version)
      ? []
      : [{ code: 'not_higher', version: dataset.version, current: version } as const]),
    ...(situation.current ? rowObjections(situation.current, dataset) : []),
  ];
}

function rowObjections(current: Dataset, dataset: Dataset): readonly Objection[] {
  const changes = rowChanges(current.rows, dataset.rows);
  const values = farOff(dataset, changes);
  return [...missingRows(changes), ...(values.length > 0 ? [{ code: 'far_off', values } as const] : [])];
}

/**
 * Whether a package goes on with the last publication: the same person made both from the same version, as a workbook that
 * was published, changed again and put on the desk once more. It takes back nothing: it has no row as that version has it
 * where the publication changed the row. False where the version cannot be read.
 */
function goesOn(stated: string, rows: TableRows, { pointer, current, currentBase, base, by }: Situation): boolean {
  if (current === null || base === null || currentBase !== stated || pointer.moves[0]?.by !== by) return false;
  const published = new Map(rowChanges(base, current.rows).map((change) => [`${change.table} ${change.key}`, change]));
  return rowChanges(current.rows, rows).every(({ table, key, after }) => {
    const before = published.get(`${table} ${key}`)?.before;
    return before === undefined || rowsDiffer(table, before, after);
  });
}

const sentences: { readonly [C in Objection['code']]: (objection: Extract<Objection, { code: C }>) => string } = {
  other_base: ({ base, version, digest }) =>
    `it was made from the version ${base.slice(0, 12)}, and ${version} (${digest.slice(0, 12)}) is current`,
  not_higher: ({ version, current }) =>
    `its version ${version} is not higher than ${current}, which is current: raise it in datapackage.json`,
  far_off: ({ values }) => {
    const list = values.slice(0, namedRows).map(({ indicator, row, value, before, beforeRow }) => {
      return `${indicator} ${value} in row ${row} after ${before} in row ${beforeRow}`;
    });
    const named = `${list.join('; ')}${moreThan(values.length)}`;
    return `ten times the value before or more, or a tenth or less: ${named}: look at the digits and unit_mult in observations.csv`;
  },
  rows_missing: ({ table, keys }) => {
    const more = moreThan(keys.length);
    return `${keys.length} of the current rows of ${table}.csv are not in it: ${keys.slice(0, namedRows).join('; ')}${more}`;
  },
};

/** How many rows a sentence does not list. */
function moreThan(count: number): string {
  return count > namedRows ? `, and ${count - namedRows} more` : '';
}

/** An objection in one line of English, for a terminal. */
export function describeObjection<C extends Objection['code']>(objection: Extract<Objection, { code: C }>): string {
  const sentence = sentences[objection.code] as (objection: Extract<Objection, { code: C }>) => string;
  return sentence(objection);
}

/** Whether a version such as 2026.11.0 is higher than another. */
function isHigher(version: string, than: string): boolean {
  const [ours, theirs] = [version, than].map((text) => text.split('.').map(Number));
  const at = ours?.findIndex((number, index) => number !== theirs?.[index]) ?? -1;
  return at >= 0 && (ours?.[at] ?? 0) > (theirs?.[at] ?? 0);
}

function missingRows(changes: readonly RowChange[]): readonly Objection[] {
  const removed = changes.filter(({ after }) => after === null);
  return tables.flatMap(({ name: table }) => {
    const keys = removed.filter((row) => row.table === table).map(({ key }) => key);
    return keys.length === 0 ? [] : { code: 'rows_missing', table, keys };
  });
}

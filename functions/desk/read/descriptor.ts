import { describePackage, type Violation } from '../../dataset/index.ts';
import { editedProperties, sheetNames } from '../sheets.ts';
import { propertiesOf } from '../write/descriptor-sheets.ts';
import { readCell } from './cell-text.ts';
import type { Grid } from './sheet.ts';
import type { WorkbookSheet } from './workbook.ts';

/** The descriptor of a package as a workbook has it. */
export interface ReadDescriptor {
  /** The text of datapackage.json; null where the workbook does not have it. */
  readonly text: string | null;
  readonly problems: readonly Violation[];
  /** The row of the sheet in which a property stands. */
  readonly rows: ReadonlyMap<string, number>;
}

const file = 'datapackage.json';
const textField = { name: '', type: 'string', description: '' } as const;

/**
 * Reads the descriptor: its lines as they were written into the workbook, with the properties that the editor changed
 * since. A property that the editor emptied is left out.
 */
export function readDescriptor(sheets: readonly WorkbookSheet[]): ReadDescriptor {
  const named = (name: string) => sheets.find((sheet) => sheet.name.trim().toLowerCase() === name)?.grid;
  const [lines, edited] = [named(sheetNames.lines), named(sheetNames.descriptor)];
  const problems: Violation[] = [];
  const missing = (sheet: string) =>
    problems.push({ ...atSheet(sheet), code: 'sheet_missing', values: { sheet } } as Violation);
  if (!lines) missing(sheetNames.lines);
  if (!edited) missing(sheetNames.descriptor);
  if (!lines || !edited) return { text: null, problems, rows: new Map() };

  const original = linesOf(lines);
  const rows = new Map<string, number>();
  const properties: Record<string, string> = {};
  for (const { number, cells } of edited.rows) {
    const name = readCell(cells[0], textField, null).text;
    if (!editedProperties.some((known) => known === name)) continue;
    const { text, problem } = readCell(cells[1], textField, null);
    const at = { sheet: sheetNames.descriptor, cell: `B${number}` };
    // The version 2026.1.1 becomes the first of January.
    const values = problem?.code === 'date' ? { example: text.split('-').map(Number).join('.') } : problem?.values;
    if (problem) problems.push({ file, row: null, column: name, value: text, ...problem, values, at } as Violation);
    rows.set(name, number);
    properties[name] = text;
  }
  return { text: withProperties(original, properties), problems, rows };
}

function atSheet(sheet: string) {
  return { file, row: null, column: null, value: '', at: { sheet, cell: null } };
}

/** The text of the descriptor from its lines, as many as the heading says. */
function linesOf({ rows: [heading, ...body] }: Grid): string {
  const count = Number(readCell(heading?.cells[1], textField, null).text);
  const lines = new Map(body.map(({ number, cells }) => [number, readCell(cells[0], textField, null).text]));
  const first = (heading?.number ?? 1) + 1;
  const last = Number.isInteger(count) ? first + count - 1 : Math.max(first, ...lines.keys());
  return Array.from({ length: Math.min(last - first + 1, 50_000) }, (_, index) => lines.get(first + index) ?? '').join(
    '\n',
  );
}

/** The descriptor with properties as an editor has them; its bytes are the same where none was changed. */
function withProperties(original: string, properties: Readonly<Record<string, string>>): string {
  const before = propertiesOf(original);
  const changed = Object.entries(properties).filter(([name, value]) => value !== (before[name] ?? ''));
  if (changed.length === 0) return original;
  let descriptor: object;
  try {
    descriptor = JSON.parse(original);
  } catch {
    return original;
  }
  // An empty property is left out by the writer of JSON.
  const edited = changed.map(([name, value]) => [name, value === '' ? undefined : value]);
  return describePackage(new TextEncoder().encode(JSON.stringify({ ...descriptor, ...Object.fromEntries(edited) })));
}

import { maximumRows, type Row, type Table } from '../../dataset/index.ts';
import { columnLetters } from '../../workbook/index.ts';
import { sheetNames, tableOrder } from '../sheets.ts';
import { promptOf, type Say } from './help.ts';
import type { TextSheet, Validation } from './sheet-xml.ts';

/** The columns with a closed list, over all tables, in the order of their columns on the sheet of lists. */
const closedLists = tableOrder.flatMap((table) =>
  table.fields.flatMap(({ name, constraints }) =>
    constraints?.enum ? [{ head: `${table.name}.${name}`, codes: constraints.enum }] : [],
  ),
);

/** The sheet of the codes that the drop-downs offer, a column a list. */
export function listsSheet(): TextSheet {
  const longest = Math.max(...closedLists.map(({ codes }) => codes.length));
  return {
    heading: closedLists.map(({ head }) => head),
    rows: Array.from({ length: longest }, (_, row) => closedLists.map(({ codes }) => codes[row] ?? '')),
    validations: [],
    lastRow: longest + 1,
  };
}

/** The sheet of a table: its rows as text under the names of its columns, with drop-downs for codes. */
export function tableSheet(table: Table, columns: readonly string[], rows: readonly Row[], say: Say): TextSheet {
  return {
    heading: columns,
    rows: rows.map(({ cells }) => columns.map((name) => cells[name] ?? '')),
    validations: columns.flatMap((name, column) => validationOf(table, name, column, say) ?? []),
    lastRow: maximumRows + 1,
  };
}

function validationOf(table: Table, name: string, column: number, say: Say): Validation | null {
  const list = closedLists.findIndex(({ head }) => head === `${table.name}.${name}`);
  const codes = closedLists[list]?.codes;
  if (codes) {
    const letters = columnLetters(list);
    const range = `${sheetNames.lists}!$${letters}$2:$${letters}$${codes.length + 1}`;
    return { column, list: range, strict: true, prompt: '' };
  }
  const key = table.foreignKeys.find(({ field }) => field === name);
  if (key) {
    const prompt = promptOf(say('desk.help.list', { name: key.table }));
    return { column, list: keysOf(key.table, key.to), strict: false, prompt };
  }
  const help = table.name === 'observations' && helped[name];
  return help ? { column, list: null, strict: false, prompt: promptOf(say(help)) } : null;
}

/** Columns that are explained as they are filled in. */
const helped: Readonly<Record<string, string>> = { time_period: 'desk.help.period', value: 'desk.help.value' };

/** The keys on the sheet of a table as a formula that gives as many cells as are filled in. */
function keysOf(sheet: string, key: string): string {
  const column = tableOrder.find(({ name }) => name === sheet)?.fields.findIndex(({ name }) => name === key) ?? 0;
  const letters = columnLetters(column);
  return `OFFSET(${sheet}!$${letters}$2,0,0,MAX(1,COUNTA(${sheet}!$${letters}:$${letters})-1),1)`;
}

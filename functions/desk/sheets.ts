import { tables } from '../dataset/index.ts';

/** The sheets of a workbook of a package that hold no table of it. */
export const sheetNames = {
  /** What the columns hold, in three languages. */
  help: 'help',
  /** What an editor changes in the descriptor. */
  descriptor: 'package',
  /** The codes that the drop-downs of columns with a closed list offer; hidden. */
  lists: 'lists',
  /** The lines of datapackage.json as they were, with their number in B1; hidden. */
  lines: 'datapackage.json',
} as const;

/** The properties of the descriptor that an editor changes, in the order of the rows of their sheet. */
export const editedProperties = ['version', 'status', 'title', 'description'] as const;

/** The order of the tables in a workbook: the one that an editor adds to every month comes first. */
export const tableOrder = ['observations', 'statements', 'sources', 'areas', 'products'].flatMap((name) =>
  tables.filter((table) => table.name === name),
);

/** The most characters of a cell (Excel specifications and limits). */
export const longestCell = 32_767;

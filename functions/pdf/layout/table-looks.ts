import type { Cell, TableBlock } from '../../document/index.ts';
import { styles, type TextStyle } from '../../drawing/index.ts';
import { page } from '../page.ts';

/** A column: the left edge of its text, or the right edge if it is aligned right, and its maximum width. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** The measures of a table style, in points. */
export interface Look {
  /** The columns of a table that has so many, in its room. */
  readonly columns: (count: number, room: { readonly x: number; readonly width: number }) => readonly Column[];
  /** From the title to the column heads, from there to their rule, and from a rule to the first baseline under it. */
  readonly head: number;
  readonly headRule: number;
  readonly firstRow: number;
  readonly pitch: number;
  /** From a baseline to the rule under it. */
  readonly under: number;
  readonly hair: number;
  readonly leading: number;
  /** The left edge and the size of the squares that tell the status of a figure; null where rows are not figures. */
  readonly square: { readonly x: number; readonly size: number } | null;
  /** Whether a group may end on one page and go on on the next. */
  readonly splitsGroups: boolean;
  readonly style: (cell: Cell, column: number, strong: boolean) => TextStyle;
}

const { right } = page;

/** Columns at places of their own. */
const always = (columns: readonly Column[]) => () => columns;

/** A column of names, and columns of numbers that share the rest of the width. */
function evenColumns(count: number): readonly Column[] {
  const first = 78;
  const width = (right - page.left - first) / Math.max(1, count - 1);
  const numbers = Array.from({ length: count - 1 }, (_, at) => ({
    x: page.left + first + (at + 1) * width,
    width: width - 2,
  }));
  return [{ x: page.left, width: first - 4 }, ...numbers];
}

/** The right edges of numbers after a column of months, as parts of the width, by how many there are. */
const monthEdges: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [0.62, 1],
  3: [0.5, 0.75, 1],
  4: [0.43, 0.615, 0.81, 1],
};

/** A column of months, then values, each with its change where that is known. */
const monthColumns: Look['columns'] = (count, { x, width }) => {
  const edges = monthEdges[count - 1] ?? [];
  const numbers = edges.map((edge) => ({ x: x + edge * width, width: 60 }));
  return [{ x, width: 70 }, ...numbers];
};

/** Periods side by side: the rows of months are denser than those of the newest periods. */
const periods = {
  columns: evenColumns,
  head: 12.5,
  headRule: 4.5,
  firstRow: 9.1,
  pitch: 15.5,
  under: 4.4,
  hair: 0.5,
  leading: 9.75,
  square: null,
  splitsGroups: false,
  style: (_: Cell, column: number) => (column === 0 ? styles.periodHead : styles.periodCell),
} as const;

/** The lines of tables in small type. */
const fine = { head: 19.5, headRule: 4.5, firstRow: 9.1, pitch: 13, under: 3.9, hair: 0.4, leading: 9.75 } as const;

/** The measures of every style of table. A style without them does not compile. */
export const looks: Readonly<Record<TableBlock['style'], Look>> = {
  glance: {
    columns: always([
      { x: page.left, width: 140 },
      { x: 248.45, width: 85 },
      { x: 333.83, width: 80 },
      { x: 405.52, width: 66 },
      { x: 467, width: 56 },
      { x: right, width: 76 },
    ]),
    head: 22.75,
    headRule: 5,
    firstRow: 13,
    pitch: 16.25,
    under: 5.25,
    hair: 0.5,
    leading: 11.375,
    square: null,
    splitsGroups: false,
    style: (_, column, strong) => (column === 0 ? styles.tableRowHead : strong ? styles.tableStrong : styles.tableCell),
  },
  others: {
    columns: always([
      { x: page.left, width: 28 },
      { x: 78, width: 206 },
      { x: 370, width: 84 },
      { x: 384, width: 72 },
      { x: 458, width: right - 458 },
    ]),
    ...fine,
    head: 22.75,
    square: null,
    splitsGroups: false,
    style: (_, column, strong) => {
      if (column === 0) return styles.registerNumber;
      return column === 1 ? styles.registerCell : strong ? styles.registerStrong : styles.registerSoft;
    },
  },
  register: {
    columns: always([
      { x: page.left, width: 28 },
      { x: 78, width: 152 },
      { x: 285, width: 90 },
      { x: 294, width: 40 },
      { x: 335, width: 64 },
      { x: 411, width: right - 411 },
    ]),
    ...fine,
    square: { x: 400, size: 6 },
    splitsGroups: false,
    style: (_, column, strong) => {
      if (column === 0) return styles.registerNumber;
      if (column === 2) return strong ? styles.registerStrong : styles.registerCell;
      return column === 3 || column === 4 ? styles.registerSoft : styles.registerCell;
    },
  },
  revisions: {
    columns: always([
      { x: page.left, width: 118 },
      { x: 170, width: 76 },
      { x: 284, width: 36 },
      { x: 325, width: 38 },
      { x: 370, width: 42 },
      { x: 380, width: right - 380 },
    ]),
    ...fine,
    square: null,
    splitsGroups: false,
    style: (_, column, strong) => {
      if (column === 0) return styles.revisionName;
      if (column === 5) return styles.revisionSoft;
      return strong ? styles.revisionStrong : styles.revisionCell;
    },
  },
  figures: {
    columns: always([
      { x: page.left, width: 44 },
      { x: 92, width: 132 },
      { x: 287, width: 63 },
      { x: 292, width: 35 },
      { x: 330, width: 88 },
      { x: 428.5, width: right - 428.5 },
    ]),
    head: 19.5,
    headRule: 4.5,
    firstRow: 8,
    pitch: 11.375,
    under: 3.4,
    hair: 0.4,
    leading: 8.75,
    square: { x: 419.5, size: 5.2 },
    splitsGroups: true,
    style: (_, column, strong) => {
      if (column === 0) return styles.figuresNumber;
      if (column === 2) return strong ? styles.figuresStrong : styles.figuresCell;
      return column === 1 ? styles.figuresCell : styles.figuresSoft;
    },
  },
  periods,
  months: { ...periods, pitch: 13, under: 3.9 },
  'newest-months': {
    columns: monthColumns,
    head: 16,
    headRule: 4.5,
    firstRow: 10.4,
    pitch: 15.5,
    under: 4.6,
    hair: 0.4,
    leading: 11,
    square: null,
    splitsGroups: false,
    style: ({ content }, column, strong) => {
      if (content.some(({ small }) => small)) return styles.sheetSoft;
      if (strong) return styles.sheetStrong;
      return column === 0 ? styles.sheetName : styles.sheetCell;
    },
  },
  beside: {
    columns: always([
      { x: page.left, width: 158 },
      { x: 298, width: 90 },
      { x: 311, width: 80 },
      { x: 394, width: right - 394 },
    ]),
    head: 14,
    headRule: 4,
    firstRow: 9.8,
    pitch: 14,
    under: 4.2,
    hair: 0.4,
    leading: 9.75,
    square: null,
    splitsGroups: false,
    style: (_, column) => (column === 0 ? styles.besideName : column === 1 ? styles.besideCell : styles.besideSoft),
  },
};

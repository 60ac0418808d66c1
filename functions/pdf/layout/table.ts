import type { Cell, Inline, TableBlock, TableRow } from '../../document/index.ts';
import { breakLines, filled, type Mark, outlined, restyle, rule, styles, type TextStyle } from '../../drawing/index.ts';
import { page } from '../page.ts';
import { artifact, element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setLines, setText } from './set-text.ts';
import { type Column, type Look, looks } from './table-looks.ts';

const { right } = page;

/** A row or group head that has been measured but not placed. */
interface Strip {
  readonly height: number;
  readonly place: (y: number, last: boolean) => readonly Piece[];
}

/** The heads of columns that have been measured but not placed. */
interface HeadStrip {
  readonly height: number;
  readonly place: (y: number) => readonly Piece[];
}

/** A table with its lines broken. It can be split and placed without measuring it again. */
export interface MeasuredTable {
  readonly table: TableBlock;
  /** The heads of its columns, with their rule. */
  readonly head: HeadStrip;
  readonly bodies: readonly { readonly group: Strip | null; readonly rows: readonly Strip[] }[];
}

/** The whole table under its title at `frame.y`. */
export function layoutTable(table: TableBlock, frame: Frame, context: Context): Placed {
  return placeTable(measureTable(table, context, frame), frame, context);
}

/** From where to where a table goes across. */
type Room = Pick<Frame, 'x' | 'width'>;

/** Breaks the lines of a table and measures its rows. */
export function measureTable(table: TableBlock, context: Context, room: Room): MeasuredTable {
  const look = looks[table.style];
  const bodies = table.bodies.map(({ group, rows }) => ({
    group: group ? groupStrip(group, table.heads.length, context) : null,
    rows: rows.map((row) => rowStrip(row, look, room, context)),
  }));
  return { table, head: headStrip(table, look, room, context), bodies };
}

/**
 * The part of a table that fits above `frame.foot`, and the rest. Bodies stay whole if at least one fits. Null if
 * nothing fits.
 */
export function splitTable(measured: MeasuredTable, frame: Frame) {
  const { table, head, bodies } = measured;
  const look = looks[table.style];
  const start = frame.y + head.height;
  let height = 0;
  let fitting = 0;
  for (const body of bodies) {
    height += stripsOf(body).reduce((sum, strip) => sum + strip.height, 0);
    if (start + height > frame.foot) break;
    fitting += 1;
  }
  if (fitting === 0) return splitRows(measured, start, frame.foot);
  if (look.splitsGroups && fitting < bodies.length) return splitAcross(measured, fitting, start, frame.foot);
  const rest = bodies.slice(fitting);
  return {
    fitting: { table, head, bodies: bodies.slice(0, fitting) },
    rest: rest.length > 0 ? { table, head, bodies: rest } : null,
  };
}

/** The bodies that fit, and as many rows of the next as have room, if these are two or more. */
function splitAcross({ table, head, bodies }: MeasuredTable, fitting: number, start: number, foot: number) {
  const whole = bodies.slice(0, fitting);
  const top = footOf({ table, head, bodies: whole }, start - head.height);
  const next = splitRows({ table, head, bodies: bodies.slice(fitting) }, top, foot);
  const [part] = next?.fitting.bodies ?? [];
  if (!next || !part || part.rows.length < 2)
    return { fitting: { table, head, bodies: whole }, rest: { table, head, bodies: bodies.slice(fitting) } };
  return { fitting: { table, head, bodies: [...whole, part] }, rest: next.rest };
}

/** Splits a body that is longer than a page between its rows, and repeats its group head. A last row is not left alone. */
function splitRows({ table, head, bodies }: MeasuredTable, start: number, foot: number) {
  const [body, ...others] = bodies;
  if (!body) return null;
  let y = start + (body.group?.height ?? 0);
  let count = 0;
  for (const row of body.rows) {
    y += row.height;
    if (y > foot) break;
    count += 1;
  }
  if (count === 0) return null;
  const leavesOne = others.length === 0 && body.rows.length - count === 1;
  if (leavesOne && count > 2) count -= 1;
  return {
    fitting: { table, head, bodies: [{ ...body, rows: body.rows.slice(0, count) }] },
    rest: { table, head, bodies: [{ ...body, rows: body.rows.slice(count) }, ...others] },
  };
}

function stripsOf({ group, rows }: MeasuredTable['bodies'][number]): readonly Strip[] {
  return group ? [group, ...rows] : rows;
}

/** The foot of a table whose title is at `y`. */
export function footOf({ head, bodies }: MeasuredTable, y: number): number {
  let foot = y + head.height;
  for (const strip of bodies.flatMap(stripsOf)) foot += strip.height;
  return foot;
}

/** Places a measured table, or a part of one, under its title at `frame.y`. */
export function placeTable({ head, bodies }: MeasuredTable, frame: Frame, context: Context): Placed {
  const { colours } = context.theme;
  const headRule = frame.y + head.height;
  const heads = element('THead', [element('TR', head.place(frame.y))]);
  let y = headRule;
  const groups = bodies.map((body) => {
    const strips = stripsOf(body);
    const pieces = strips.flatMap((strip, index) => {
      const placed = strip.place(y, index === strips.length - 1);
      y += strip.height;
      return placed;
    });
    return element('TBody', pieces);
  });
  const lines = [
    rule(frame.x, frame.x + frame.width, headRule, colours.textSecondary, 0.5),
    rule(frame.x, frame.x + frame.width, y, colours.textSecondary, 0.5),
  ];
  return { pieces: [element('Table', [heads, ...groups]), artifact(lines)], bottom: y, next: y + 11 };
}

/** The heads of columns. Where one needs several lines, the rule is so much lower, and the others stand on its last line. */
function headStrip(table: TableBlock, look: Look, room: Room, context: Context): HeadStrip {
  const columns = look.columns(table.heads.length, room);
  const heads = table.heads.map((cell, index) => {
    const unit = table.style === 'glance' && index === 0;
    const style = unit ? styles.tableUnit : styles.tableHead;
    const { x = 0, width = 0 } = columns[index] ?? {};
    // The head of the last column begins above the squares.
    const { square } = look;
    const column = square && index === 5 ? { x: square.x, width: width + x - square.x } : { x, width };
    return { style, text: cellText(cell, column, style, context) };
  });
  const lines = Math.max(1, ...heads.map(({ text }) => text.lines));
  const height = look.head + look.headRule + (lines - 1) * styles.tableHead.leading;
  return {
    height,
    place: (y) =>
      heads.map(({ style, text }) => {
        const above = (lines - text.lines) * style.leading;
        return element('TH', text.place(y + look.head + above), { scope: 'Column' });
      }),
  };
}

function groupStrip(group: Inline, columns: number, context: Context): Strip {
  const height = styles.registerGroup.leading;
  return {
    height,
    place: (y) => {
      const set = setText(context, group, styles.registerGroup, {
        x: page.left,
        y: y + height - 4.5,
        width: right - page.left,
      });
      const head = element('TH', set.pieces, { scope: 'Row', columns });
      return [element('TR', [head]), artifact([rule(page.left, right, y + height, context.theme.colours.rule, 0.5)])];
    },
  };
}

function rowStrip(row: TableRow, look: Look, room: Room, context: Context): Strip {
  const columns = look.columns(row.cells.length, room);
  const end = room.x + room.width;
  const texts = row.cells.map((cell, index) => {
    const style = { ...look.style(cell, index, isStrong(cell)), leading: look.leading };
    return { cell, text: cellText(cell, columns[index], style, context) };
  });
  const height = look.pitch + (Math.max(1, ...texts.map(({ text }) => text.lines)) - 1) * look.leading;
  return {
    height,
    place: (y, last) => {
      const baseline = y + look.firstRow + (look.pitch - look.firstRow - look.under);
      const cells = texts.map(({ cell, text }) =>
        element(cell.head ? 'TH' : 'TD', text.place(baseline), cell.head ? { scope: 'Row' } : {}),
      );
      const [name, ...others] = row.ids;
      const anchor = name ? { anchor: { name, others, x: room.x, y } } : {};
      const hair = last ? [] : [rule(room.x, end, y + height, context.theme.colours.hairline, look.hair)];
      return [artifact([...swatch(row, look, baseline, context), ...hair]), element('TR', cells, anchor)];
    },
  };
}

function isStrong({ content }: Cell): boolean {
  return content.some(({ strong }) => strong);
}

/** A square that is solid for a published value and outlined for a calculated one. */
function swatch(
  { status }: TableRow,
  { square }: Look,
  baseline: number,
  { theme: { colours } }: Context,
): readonly Mark[] {
  if (!status || !square) return [];
  const y = baseline + 0.4 - square.size;
  return [
    status === 'published'
      ? filled(square.x, y, square.size, square.size, colours.turnover)
      : outlined(square.x, y, square.size, square.size, colours.turnoverTint, colours.turnover),
  ];
}

/** The lines of a cell: their number, and a function that sets them with the first on a baseline. */
function cellText(cell: Cell, column: Column | undefined, style: TextStyle, context: Context) {
  const { x = 0, width = 0 } = column ?? {};
  const lines = breakLines(
    context,
    cell.content,
    (run) => (run.struck ? restyle(style, { colour: 'textTertiary' }) : style),
    width,
  );
  const used = Math.min(width, Math.max(0, ...lines.map((line) => line.width)));
  const left = cell.align === 'left' ? x : x - used;
  return {
    lines: lines.length,
    place: (y: number): readonly Piece[] => setLines(context, lines, style.leading, left, y).pieces,
  };
}

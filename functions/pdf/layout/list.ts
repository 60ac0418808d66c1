import type { Inline, ListBlock, ListStyle } from '../../document/index.ts';
import {
  breakLines,
  columnAt,
  filled,
  type Mark,
  outlined,
  rule,
  span,
  styles,
  type TextStyle,
} from '../../drawing/index.ts';
import { artifact, element, type Piece } from '../pieces.ts';
import { layoutChanges } from './changes.ts';
import type { Context, Frame, Placed } from './context.ts';
import { layoutFindings } from './findings.ts';
import { setText } from './set-text.ts';

type Item = ListBlock['items'][number];

type LayoutOf = (list: ListBlock, frame: Frame, context: Context) => Placed;

const layouts: Readonly<Record<ListStyle, LayoutOf>> = {
  messages: layoutMessages,
  goods: layoutGoods,
  markers: layoutMarkers,
  lines: layoutRuledLines,
  remarks: layoutRemarks,
  sources: layoutSources,
  changes: layoutChanges,
  findings: layoutFindings,
};

/** A list in one of its looks. */
export function layoutList(list: ListBlock, frame: Frame, context: Context): Placed {
  const { pieces, ...rest } = layouts[list.style](list, frame, context);
  return { ...rest, pieces: [element('L', pieces)] };
}

function listItem(body: readonly Piece[], label: readonly Piece[] = []): Piece {
  return element('LI', [...label, element('LBody', body)]);
}

const leadStyle = (run: { readonly strong?: true }) => (run.strong ? styles.messageLead : styles.message);

/** The gap in points between the last baseline of one message and the first of the next: maximum and minimum. */
const messageGap = { max: 36, min: 20 } as const;

/** The messages of the summary, spread down to the foot of their place, with hairlines between them. */
function layoutMessages(list: ListBlock, frame: Frame, context: Context): Placed {
  const { x, width } = frame;
  const first = frame.y + 23.25;
  const heights = list.items.map(({ content: text }) => {
    const lines = breakLines(context, text, leadStyle, width).length;
    return (lines - 1) * styles.message.leading;
  });
  const textHeight = heights.reduce((sum, height) => sum + height, 0);
  const gaps = Math.max(1, list.items.length - 1);
  const room = (frame.place?.listFoot ?? frame.foot) - first - textHeight;
  const gap = Math.max(messageGap.min, Math.min(messageGap.max, room / gaps));
  const pieces: Piece[] = [];
  let y = first;
  for (const [index, item] of list.items.entries()) {
    const set = setText(context, item.content, leadStyle, { x, y, width });
    pieces.push(listItem(set.pieces));
    const hair = set.bottom + gap * 0.43;
    if (index < list.items.length - 1) {
      pieces.push(artifact([rule(x, x + width, hair, context.theme.colours.hairline, 0.5)]));
    }
    y = set.bottom + gap;
  }
  return { pieces, bottom: y - gap };
}

/** Goods in three columns, each under a rule and with its detail on a separate line. */
function layoutGoods(list: ListBlock, frame: Frame, context: Context): Placed {
  const pieces: Piece[] = [];
  let top = frame.y + 16.25;
  let bottom = top;
  for (let index = 0; index < list.items.length; index += 3) {
    const line = list.items.slice(index, index + 3);
    const placed = line.map((item, column) => goodPiece(item, columnAt(column * 4, frame.x), top, context));
    pieces.push(...placed.flatMap((good) => good.pieces));
    bottom = Math.max(...placed.map((good) => good.bottom));
    top = Math.max(top + 42.25, bottom + 17.85);
  }
  return { pieces, bottom, next: bottom + 22.75 };
}

function goodPiece(item: Item, x: number, top: number, context: Context): Placed {
  const { colours } = context.theme;
  const width = span(4);
  const [name, detail] = splitAt(item.content, ({ strong }) => !strong);
  const set = setText(context, name, styles.good, { x, y: top + 13, width });
  const line = artifact([rule(x, x + width, top, colours.exports, 0.75)]);
  if (detail.length === 0) return { pieces: [line, listItem(set.pieces)], bottom: set.bottom };
  const under = setText(context, detail, styles.goodDetail, { x, y: set.bottom + 11.4, width });
  return { pieces: [line, listItem([...set.pieces, ...under.pieces])], bottom: under.bottom };
}

const marker = { size: 6, indent: 12 } as const;

/** Items with a square before them, which is open for what is only hoped for. */
function layoutMarkers(list: ListBlock, frame: Frame, context: Context): Placed {
  const { colours } = context.theme;
  const pieces: Piece[] = [];
  let { y } = frame;
  let bottom = y;
  for (const item of list.items) {
    const [name, detail] = splitAt(item.content, ({ small }) => small === true);
    const x = frame.x + marker.indent;
    const width = frame.width - marker.indent;
    const set = setText(context, name, item.open ? styles.itemOpen : styles.item, { x, y, width });
    const square: Mark = item.open
      ? outlined(frame.x, y - marker.size, marker.size, marker.size, '#FFFFFF', colours.imports)
      : filled(frame.x, y - marker.size, marker.size, marker.size, colours.exports);
    const body: Piece[] = [...set.pieces];
    bottom = set.bottom;
    if (detail.length > 0) {
      const under = setText(context, detail, styles.itemDetail, { x, y: bottom + styles.itemDetail.leading, width });
      body.push(...under.pieces);
      bottom = under.bottom;
    }
    pieces.push(artifact([square]), listItem(body));
    y = bottom + styles.item.leading;
  }
  return { pieces, bottom };
}

/** Items with hairlines between them. The last is in smaller type if it only says that there are more. */
function layoutRuledLines(list: ListBlock, frame: Frame, context: Context): Placed {
  const pieces: Piece[] = [];
  let { y } = frame;
  let bottom = y;
  for (const [index, item] of list.items.entries()) {
    const small = item.content.every((run) => run.small);
    const set = setText(context, item.content, small ? styles.itemRest : styles.item, { ...frame, y });
    pieces.push(listItem(set.pieces));
    if (index < list.items.length - 1) {
      pieces.push(
        artifact([rule(frame.x, frame.x + frame.width, set.bottom + 4.5, context.theme.colours.hairline, 0.5)]),
      );
    }
    bottom = set.bottom;
    y = bottom + styles.item.leading;
  }
  return { pieces, bottom };
}

const remarkStyle = (run: { readonly strong?: true }): TextStyle => (run.strong ? styles.noteLead : styles.note);

/** Remarks under a chart, each under a hairline. */
function layoutRemarks(list: ListBlock, frame: Frame, context: Context): Placed {
  const pieces: Piece[] = [];
  let top = frame.y + 24;
  let bottom = top;
  for (const item of list.items) {
    pieces.push(artifact([rule(frame.x, frame.x + frame.width, top, context.theme.colours.hairline, 0.5)]));
    const set = setText(context, item.content, remarkStyle, { ...frame, y: top + 18 });
    pieces.push(listItem(set.pieces));
    bottom = set.bottom;
    top = bottom + 14;
  }
  return { pieces, bottom };
}

const sourceStyle = (run: { readonly strong?: true }): TextStyle =>
  run.strong ? styles.noteDenseLead : styles.noteDense;

/** Publications in two columns, read down the first and then down the second. */
function layoutSources(list: ListBlock, frame: Frame, context: Context): Placed {
  const half = Math.ceil(list.items.length / 2);
  const pieces: Piece[] = [];
  const bottoms = [0, 1].map((column) => {
    let bottom = frame.y + 4;
    for (const { content: text } of list.items.slice(column * half, column * half + half)) {
      const set = setText(context, text, sourceStyle, {
        x: columnAt(column * 6, frame.x),
        y: bottom + 14.5,
        width: span(6),
      });
      pieces.push(listItem(set.pieces));
      bottom = set.bottom;
    }
    return bottom;
  });
  return { pieces, bottom: Math.max(...bottoms) };
}

/** The runs before the first that matches `other`, and the rest, each without leading space. */
function splitAt(runs: Inline, other: (run: Inline[number]) => boolean): readonly [Inline, Inline] {
  const index = runs.findIndex(other);
  if (index < 0) return [runs, []];
  const rest = runs.slice(index);
  const [first] = rest;
  const trimmed = first ? [{ ...first, text: first.text.trimStart() }, ...rest.slice(1)] : [];
  return [runs.slice(0, index), trimmed];
}

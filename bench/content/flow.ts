import { type Content, type Drawing, measure, type Part, plain, sheet, type Table, type Text } from './content.ts';

/** The drawing operations of a library without layout; positions in points from the top left corner. */
export interface Pen {
  /** Starts a page. */
  page(): void;
  /** Draws a paragraph of a given width from its top down, and gives its height. */
  text(text: Text, x: number, y: number, width: number, align: 'left' | 'right'): number;
  rule(x1: number, x2: number, y: number): void;
  draw(drawing: Drawing, x: number, y: number): void;
}

/** The gap between two parts, and the lowest position of a part, in points. */
const gap = 4;
const foot = sheet.height - sheet.bottom;

/** Lays out a briefing from top to bottom, as one does by hand for a library that only draws. */
export function flow(content: Content, pen: Pen): void {
  for (const [number, parts] of content.sections.entries()) {
    let y = newPage(content, pen, number === 0);
    for (const part of parts) {
      if (part.part === 'table') {
        y = setTable(part, y, pen, () => newPage(content, pen, false));
        continue;
      }
      if (y + estimate(part, measure) > foot) y = newPage(content, pen, false);
      y = setPart(part, sheet.left, y, measure, pen) + gap;
    }
  }
}

function newPage({ header, footer }: Content, pen: Pen, isFirst: boolean): number {
  pen.page();
  const line = (text: string, y: number, align: 'left' | 'right') => {
    const spans = [{ text, face: 'sansRegular', size: 7.5, colour: '#44545E' } as const];
    pen.text({ spans, leading: 10 }, sheet.left, y, measure, align);
  };
  if (!isFirst) {
    line(header[0], 36, 'left');
    line(header[1], 36, 'right');
    pen.rule(sheet.left, sheet.left + measure, 52);
  }
  line(footer, 800, 'left');
  return sheet.top;
}

function setPart(part: Part, x: number, y: number, width: number, pen: Pen): number {
  switch (part.part) {
    case 'heading':
    case 'paragraph':
      return y + pen.text(part, x, y, width, 'left');
    case 'list': {
      let below = y;
      for (const item of part.items) {
        const [first] = item.spans;
        if (first) pen.text({ ...item, spans: [{ ...first, text: '•' }] }, x, below, 8, 'left');
        below += pen.text(item, x + 10, below, width - 10, 'left') + 2;
      }
      return below;
    }
    case 'drawing':
      pen.draw(part, x, y);
      return y + part.height;
    case 'columns': {
      let left = x;
      const bottoms = part.columns.map((column) => {
        let below = y;
        for (const inner of column.parts) below = setPart(inner, left, below, column.width - sheet.gutter, pen) + gap;
        left += column.width;
        return below;
      });
      return Math.max(...bottoms);
    }
    case 'table':
      throw new Error('a table stands in no column');
  }
}

/** Draws a table, which continues on the next page with its header row repeated. */
function setTable(table: Table, top: number, pen: Pen, onNewPage: () => number): number {
  let y = setRow(table, table.heads, top, pen);
  for (const row of table.rows) {
    const heights = row.map((cell, column) => textHeight(cell, table.columns[column]?.width ?? measure));
    if (y + Math.max(...heights) > foot) y = setRow(table, table.heads, onNewPage(), pen);
    y = setRow(table, row, y, pen);
  }
  return y + gap;
}

function setRow({ columns }: Table, row: readonly Text[], y: number, pen: Pen): number {
  let x: number = sheet.left;
  const heights = row.map((cell, index) => {
    const { width, align } =
      row.length === 1
        ? ({ width: measure, align: 'left' } as const)
        : (columns[index] ?? { width: measure, align: 'left' });
    const height = pen.text(cell, x, y + 2, width - 4, align);
    x += width;
    return height;
  });
  const below = y + 4 + Math.max(...heights);
  pen.rule(sheet.left, sheet.left + measure, below);
  return below;
}

/** The approximate height of a part, good enough to decide whether it needs a new page. */
function estimate(part: Part, width: number): number {
  switch (part.part) {
    case 'heading':
    case 'paragraph':
      return textHeight(part, width);
    case 'list':
      return part.items.reduce((sum, item) => sum + textHeight(item, width - 10) + 2, 0);
    case 'drawing':
      return part.height;
    case 'columns':
      return Math.max(
        ...part.columns.map(({ parts, width: inner }) =>
          parts.reduce((sum, each) => sum + estimate(each, inner - sheet.gutter) + gap, 0),
        ),
      );
    case 'table':
      return 40;
  }
}

function textHeight(text: Text, width: number): number {
  const size = text.spans[0]?.size ?? 8;
  return Math.ceil((plain(text).length * size * 0.5) / width) * text.leading;
}

import type { Document } from '../../functions/document/index.ts';
import type { TextMark } from '../../functions/drawing/marks.ts';
import type { PagedDocument } from '../../functions/pdf/layout/paginate.ts';
import { type ElementPiece, marksOf, type Piece } from '../../functions/pdf/pieces.ts';
import { boundsOf, moved } from './bounds.ts';
import { type Columns, type Content, type Drawing, measure, type Part, type Table, type Text } from './content.ts';
import { plainMarks } from './plain-marks.ts';

/**
 * Extracts the content of our own pages by their structure: every heading, paragraph, list, table and chart, in the
 * sizes that we use. Decoration and links are left out, so the other tools have less to draw than ours.
 */
export function readContent(document: Document, { pages, pageOf }: PagedDocument, ink: string): Content {
  const reader = new Reader(pageOf, ink);
  const sections = new Map<string, Part[]>();
  for (const piece of pages.flatMap(({ pieces }) => pieces)) {
    if (piece.piece !== 'element') continue;
    const name = piece.properties.identity ?? '';
    sections.set(name, [...(sections.get(name) ?? []), ...reader.parts(piece.children)]);
  }
  return {
    language: document.language,
    title: document.title,
    header: [document.running.series, document.running.dated],
    footer: [document.footer.source, document.footer.published, document.footer.calculated].join('   '),
    sections: [...sections.values()],
  };
}

class Reader {
  private readonly pageOf: ReadonlyMap<string, number>;
  private readonly ink: string;

  constructor(pageOf: ReadonlyMap<string, number>, ink: string) {
    this.pageOf = pageOf;
    this.ink = ink;
  }

  /** The parts that pieces stand for. Neighbours that are side by side become columns. */
  parts(pieces: readonly Piece[]): readonly Part[] {
    const found: Part[] = [];
    let row: ElementPiece[] = [];
    const endRow = () => {
      if (row.length > 0) found.push(this.columns(row));
      row = [];
    };
    for (const piece of pieces) {
      if (piece.piece !== 'element') continue;
      if (piece.tag === 'Div') {
        const before = row.at(-1);
        if (before && leftOf(piece) <= leftOf(before)) endRow();
        if (marksOf([piece]).length > 0) row.push(piece);
        continue;
      }
      endRow();
      found.push(...this.part(piece));
    }
    endRow();
    return found;
  }

  private part(piece: ElementPiece): readonly Part[] {
    const { tag, children } = piece;
    if (marksOf([piece]).length === 0) return [];
    if (/^H\d$/.test(tag)) return [{ part: 'heading', level: Number(tag[1]), ...this.text(piece) }];
    if (tag === 'P') return [{ part: 'paragraph', ...this.text(piece) }];
    if (tag === 'L') return [{ part: 'list', items: elementsOf(children).map((item) => this.text(item)) }];
    if (tag === 'TOC') return elementsOf(children).map((item) => ({ part: 'paragraph', ...this.text(item) }));
    if (tag === 'Figure') return [this.drawing(piece)];
    if (tag === 'Table') return [this.table(piece)];
    throw new Error(`the pages have a ${tag} where the bench knows none; teach it in bench/content/read-content.ts`);
  }

  private columns(cells: readonly ElementPiece[]): Columns {
    const lefts = cells.map(leftOf);
    const columns = cells.map((cell, index) => {
      const next = lefts[index + 1] ?? (lefts[0] ?? 0) + measure;
      return { width: next - (lefts[index] ?? 0), parts: this.parts(cell.children) };
    });
    return { part: 'columns', columns };
  }

  private text(piece: ElementPiece): Text {
    const marks = textsOf(piece);
    const spans = marks.map((mark, index) => ({
      text: this.words(mark) + (goesOn(mark, marks[index + 1]) ? '' : ' '),
      face: mark.face,
      size: mark.size,
      // Text on a coloured ground, which the other tools do not draw.
      colour: isPale(mark.colour) ? this.ink : mark.colour,
    }));
    const first = marks[0];
    const below = marks.find(({ y }) => first && y > first.y + 1);
    const leading = first && below ? below.y - first.y : (first?.size ?? 9) * 1.3;
    return { spans: trimmed(joined(spans)), leading };
  }

  private words({ text, pageOf }: TextMark): string {
    return pageOf ? String(this.pageOf.get(pageOf) ?? '') : text;
  }

  private drawing(piece: ElementPiece): Drawing {
    const marks = plainMarks(marksOf([piece]));
    const { x, y, width, height } = boundsOf(marks);
    return { part: 'drawing', width, height, alt: piece.properties.alt ?? '', marks: moved(marks, -x, -y) };
  }

  private table(piece: ElementPiece): Table {
    const rows = elementsOf(piece.children).flatMap(({ children }) => elementsOf(children));
    const cells = rows.map((row) => elementsOf(row.children));
    const [heads = [], ...body] = cells;
    const whole = cells.filter((row) => row.length === heads.length);
    const lefts = heads.map((_, column) =>
      Math.min(...whole.map((row) => (row[column] ? leftOf(row[column]) : measure))),
    );
    const aligned = heads.map((_, index) => (isRightAligned(body, index) ? 'right' : 'left') as 'left' | 'right');
    const edges = lefts.map((left, index) => (index === 0 || aligned[index - 1] === 'left' ? left : left - 4));
    const end = (edges[0] ?? 0) + measure;
    const columns = edges.map((edge, index) => ({
      width: Math.max(20, (edges[index + 1] ?? end) - edge),
      align: aligned[index] ?? 'left',
    }));
    const factor = measure / columns.reduce((sum, { width }) => sum + width, 0);
    return {
      part: 'table',
      columns: columns.map((column) => ({ ...column, width: column.width * factor })),
      heads: heads.map((cell) => this.text(cell)),
      rows: body.map((row) => row.map((cell) => this.text(cell))),
    };
  }
}

/** Whether the cells of a column share their right edge more often than their left edge. */
function isRightAligned(rows: readonly (readonly ElementPiece[])[], column: number): boolean {
  const marks = rows.flatMap((row) => (row.length > 1 && row[column] ? textsOf(row[column]).slice(0, 1) : []));
  const distinct = (values: readonly number[]) => new Set(values.map(Math.round)).size;
  return distinct(marks.map(({ x, width }) => x + width)) < distinct(marks.map(({ x }) => x));
}

function elementsOf(pieces: readonly Piece[]): readonly ElementPiece[] {
  return pieces.filter((piece) => piece.piece === 'element');
}

function textsOf(piece: Piece): readonly TextMark[] {
  return marksOf([piece]).filter((mark) => mark.mark === 'text');
}

function leftOf(piece: ElementPiece): number {
  const texts = textsOf(piece);
  return Math.min(
    ...texts.map(({ x }) => x),
    ...(texts.length === 0 ? [boundsOf(plainMarks(marksOf([piece]))).x] : []),
  );
}

function isPale(hex: string): boolean {
  return [1, 3, 5].every((at) => Number.parseInt(hex.slice(at, at + 2), 16) > 0xb0);
}

/** Whether the next text follows without a space. */
function goesOn(mark: TextMark, next: TextMark | undefined): boolean {
  if (/\s$/.test(mark.text)) return true;
  return next !== undefined && next.y === mark.y && Math.abs(next.x - mark.x - mark.width) < 0.5;
}

/** Merges neighbouring spans of the same style. */
function joined(spans: Text['spans']): Text['spans'] {
  const result: Text['spans'][number][] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.face === span.face && last.size === span.size && last.colour === span.colour) {
      result[result.length - 1] = { ...last, text: last.text + span.text };
    } else {
      result.push(span);
    }
  }
  return result;
}

function trimmed(spans: Text['spans']): Text['spans'] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, text: span.text.trimEnd() } : span));
}

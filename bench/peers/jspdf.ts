import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../functions/dataset/index.ts';
import { faceNames } from '../../functions/drawing/index.ts';
import { type Span, sheet, type Text } from '../content/content.ts';
import { flow, type Pen } from '../content/flow.ts';
import type { PlainMark } from '../content/plain-marks.ts';
import { type Peer, peerPackage, type Supplies } from './peer.ts';

interface JsPdf {
  addFileToVFS(name: string, base64: string): void;
  addFont(file: string, name: string, style: string): void;
  addPage(): void;
  setDocumentProperties(properties: object): void;
  setLanguage(language: string): void;
  setFont(name: string, style: string): void;
  setFontSize(size: number): void;
  setTextColor(colour: string): void;
  setFillColor(colour: string): void;
  setDrawColor(colour: string): void;
  setLineWidth(width: number): void;
  setLineCap(style: 'butt' | 'round'): void;
  setLineDashPattern(dash: readonly number[], phase: number): void;
  splitTextToSize(text: string, width: number): readonly string[];
  getTextWidth(text: string): number;
  text(text: string | readonly string[], x: number, y: number, options?: object): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
  rect(x: number, y: number, width: number, height: number, style: string | null): void;
  circle(x: number, y: number, radius: number, style: string): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  close(): void;
  fill(): void;
  stroke(): void;
  fillStroke(): void;
  clip(): void;
  discardPath(): void;
  saveGraphicsState(): void;
  restoreGraphicsState(): void;
  output(type: 'arraybuffer'): ArrayBuffer;
}

/** jsPDF, drawing every line at a given place. It writes no tags. */
export async function open({ contents, fontFolder }: Supplies): Promise<Peer> {
  const { jsPDF } = await peerPackage<{ readonly jsPDF: new (options: object) => JsPdf }>('jspdf');
  const fonts = await Promise.all(
    faceNames.map(async (face) => [face, await readFile(join(fontFolder, `${face}.ttf`), 'base64')] as const),
  );
  return {
    render: async (language: Language) => {
      const content = contents[language];
      const format = [sheet.width, sheet.height];
      const document = new jsPDF({ unit: 'pt', format, compress: true, putOnlyUsedFonts: true });
      for (const [face, base64] of fonts) {
        document.addFileToVFS(`${face}.ttf`, base64);
        document.addFont(`${face}.ttf`, face, 'normal');
      }
      document.setDocumentProperties({ title: content.title });
      document.setLanguage(language);
      flow(content, penOf(document));
      return new Uint8Array(document.output('arraybuffer'));
    },
  };
}

function penOf(document: JsPdf): Pen {
  let isFirst = true;
  return {
    page: () => {
      if (!isFirst) document.addPage();
      isFirst = false;
    },
    text: (text, x, y, width, align) => setText(document, text, x, y, width, align),
    rule: (x1, x2, y) => {
      document.setLineWidth(0.5);
      document.setDrawColor('#BFC8CD');
      document.line(x1, y, x2, y);
    },
    draw: ({ marks }, x, y) => {
      for (const mark of marks) draw(document, mark, x, y);
    },
  };
}

function look(document: JsPdf, { face, size, colour }: Omit<Span, 'text'>): void {
  document.setFont(face, 'normal');
  document.setFontSize(size);
  document.setTextColor(colour);
}

function setText(
  document: JsPdf,
  { spans, leading }: Text,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'right',
): number {
  const [first] = spans;
  if (!first) return 0;
  const baseline = y + (leading + first.size * 0.7) / 2;
  if (spans.length > 1) return setSpans(document, spans, x, baseline, width, leading);
  look(document, first);
  const lines = document.splitTextToSize(first.text, width);
  const options = { align, lineHeightFactor: leading / first.size };
  document.text(lines, align === 'right' ? x + width : x, baseline, options);
  return lines.length * leading;
}

/** Draws words of several styles, one after the other. */
function setSpans(
  document: JsPdf,
  spans: readonly Span[],
  left: number,
  top: number,
  width: number,
  leading: number,
): number {
  let [x, y] = [left, top];
  for (const span of spans) {
    look(document, span);
    for (const word of span.text.match(/\S+\s*|\s+/g) ?? []) {
      const advance = document.getTextWidth(word);
      if (x + document.getTextWidth(word.trimEnd()) > left + width && x > left) {
        x = left;
        y += leading;
      }
      document.text(word, x, y);
      x += advance;
    }
  }
  return y - top + leading;
}

function draw(document: JsPdf, mark: PlainMark, dx: number, dy: number): void {
  switch (mark.mark) {
    case 'text':
      look(document, mark);
      document.text(mark.text, mark.x + dx, mark.y + dy);
      break;
    case 'line':
      document.setLineWidth(mark.weight);
      document.setDrawColor(mark.stroke);
      document.setLineCap(mark.round ? 'round' : 'butt');
      document.setLineDashPattern(mark.dash ?? [], 0);
      document.line(mark.x1 + dx, mark.y1 + dy, mark.x2 + dx, mark.y2 + dy);
      document.setLineDashPattern([], 0);
      break;
    case 'rect':
      document.rect(mark.x + dx, mark.y + dy, mark.width, mark.height, prepare(document, mark.fill, mark.outline));
      break;
    case 'circle':
      document.circle(mark.x + dx, mark.y + dy, mark.radius, prepare(document, mark.fill, mark.outline));
      break;
    case 'polygon':
      drawPolygon(document, mark, dx, dy);
      break;
    case 'path':
      throw new Error('jsPDF draws no SVG path; a drawing has none but the logo, which is left out');
    case 'clip':
      document.saveGraphicsState();
      document.rect(mark.x + dx, mark.y + dy, mark.width, mark.height, null);
      document.clip();
      document.discardPath();
      for (const inner of mark.marks) draw(document, inner, dx, dy);
      document.restoreGraphicsState();
  }
}

/** Sets the colours of a shape, and gives jsPDF's letters for how to paint it. */
function prepare(
  document: JsPdf,
  fill: string,
  outline: { readonly stroke: string; readonly weight: number } | undefined,
): string {
  document.setFillColor(fill);
  if (!outline) return 'F';
  document.setDrawColor(outline.stroke);
  document.setLineWidth(outline.weight);
  return 'FD';
}

function drawPolygon(document: JsPdf, mark: Extract<PlainMark, { mark: 'polygon' }>, dx: number, dy: number): void {
  const { rings, fill, stroke, open } = mark;
  if (fill) document.setFillColor(fill);
  if (stroke) {
    document.setDrawColor(stroke.colour);
    document.setLineWidth(stroke.weight);
  }
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const point = [(ring[at] ?? 0) + dx, (ring[at + 1] ?? 0) + dy] as const;
      if (at === 0) document.moveTo(...point);
      else document.lineTo(...point);
    }
    if (!open) document.close();
  }
  if (fill && stroke) document.fillStroke();
  else if (fill) document.fill();
  else document.stroke();
}

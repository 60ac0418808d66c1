import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Language } from '../../functions/dataset/index.ts';
import { faceNames } from '../../functions/drawing/index.ts';
import { sheet, type Text } from '../content/content.ts';
import { flow, type Pen } from '../content/flow.ts';
import type { PlainMark } from '../content/plain-marks.ts';
import { polygonPath } from '../content/svg.ts';
import type { Peer, Supplies } from './peer.ts';

/** PDFKit as in its guide: fonts registered by file, line breaks left to the library. */
export async function open({ contents, fontFolder }: Supplies): Promise<Peer> {
  return {
    render: (language: Language) => {
      const content = contents[language];
      const document = new PDFDocument({ size: [sheet.width, sheet.height], margin: 0, autoFirstPage: false });
      for (const face of faceNames) document.registerFont(face, join(fontFolder, `${face}.ttf`));
      document.info.Title = content.title;
      const bytes = collect(document);
      flow(content, penOf(document));
      document.end();
      return bytes;
    },
  };
}

function penOf(document: PDFKit.PDFDocument): Pen {
  return {
    page: () => void document.addPage(),
    text: (text, x, y, width, align) => setText(document, text, x, y, width, align),
    rule: (x1, x2, y) => void document.lineWidth(0.5).moveTo(x1, y).lineTo(x2, y).stroke('#BFC8CD'),
    draw: ({ marks }, x, y) => {
      document.save().translate(x, y);
      for (const mark of marks) draw(document, mark);
      document.restore();
    },
  };
}

function setText(
  document: PDFKit.PDFDocument,
  { spans, leading }: Text,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'right',
): number {
  for (const [index, { text, face, size, colour }] of spans.entries()) {
    document.font(face).fontSize(size).fillColor(colour);
    const continued = index < spans.length - 1;
    const options = { width, align, lineGap: leading - document.currentLineHeight(), continued };
    if (index === 0) document.text(text, x, y, options);
    else document.text(text, options);
  }
  return document.y - y;
}

function draw(document: PDFKit.PDFDocument, mark: PlainMark): void {
  switch (mark.mark) {
    case 'text':
      document.font(mark.face).fontSize(mark.size).fillColor(mark.colour);
      document.text(mark.text, mark.x, mark.y, { baseline: 'alphabetic', lineBreak: false });
      break;
    case 'line':
      document
        .save()
        .lineWidth(mark.weight)
        .lineCap(mark.round ? 'round' : 'butt');
      // PDFKit refuses dashes of length 0, which we use for round dots.
      if (mark.dash) document.dash(Math.max(0.01, mark.dash[0]), { space: mark.dash[1] });
      document.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke(mark.stroke).restore();
      break;
    case 'rect':
      paint(document.rect(mark.x, mark.y, mark.width, mark.height), mark.fill, mark.outline);
      break;
    case 'circle':
      paint(document.circle(mark.x, mark.y, mark.radius), mark.fill, mark.outline);
      break;
    case 'polygon':
      paint(document.path(polygonPath(mark)), mark.fill, mark.stroke && { ...mark.stroke, stroke: mark.stroke.colour });
      break;
    case 'path':
      document
        .save()
        .translate(mark.x, mark.y)
        .scale(mark.scale)
        .path(mark.path.map((segment) => segment.join(' ')).join(' '))
        .fill(mark.fill)
        .restore();
      break;
    case 'clip':
      document.save().rect(mark.x, mark.y, mark.width, mark.height).clip();
      for (const inner of mark.marks) draw(document, inner);
      document.restore();
  }
}

function paint(
  document: PDFKit.PDFDocument,
  fill: string | undefined,
  outline: { readonly stroke: string; readonly weight: number } | undefined,
): void {
  if (outline) document.lineWidth(outline.weight);
  if (fill && outline) document.fillAndStroke(fill, outline.stroke);
  else if (fill) document.fill(fill);
  else document.stroke(outline?.stroke);
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

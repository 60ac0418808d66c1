export { type DrawnFigure, drawFigure } from './draw-figure.ts';
export type { PagedDocument } from './layout/paginate.ts';
export { type Attachment, packAttachment } from './paint/attachment.ts';
export { artifact, type ElementPiece, marksOf, type Piece } from './pieces.ts';
export { type LayoutOptions, type Pdf, pagesOf, type RenderOptions, renderPdf } from './render-pdf.ts';

export { linearWindow, type MapWindow, marketWindow, partnerMaps } from './maps/frames.ts';
export type { Land, Outlines } from './maps/outlines.ts';
export type { Attachment } from './paint/paint.ts';
export { type Pdf, type Print, renderPdf } from './render-pdf.ts';
export { type FaceName, faceNames, openTypefaces, type Typeface, type Typefaces } from './text/typeface.ts';
export type { Colours, Logo, Theme } from './theme.ts';

export type { PagedDocument } from './layout/paginate.ts';
export { linearWindow, type MapWindow, marketWindow, partnerMaps } from './maps/frames.ts';
export { type Land, landUnit, type Outlines } from './maps/outlines.ts';
export { type Attachment, packAttachment } from './paint/attachment.ts';
export { type Pdf, type Print, renderPdf } from './render-pdf.ts';
export { FontFile } from './text/font-file.ts';
export { type Kerning, type PackedKerning, packKerning, unpackKerning } from './text/kerning.ts';
export { readKerning } from './text/read-kerning.ts';
export {
  type FaceName,
  type FaceParts,
  faceNames,
  openTypefaces,
  type Typeface,
  type Typefaces,
} from './text/typeface.ts';
export type { Colours, Logo, Theme } from './theme.ts';

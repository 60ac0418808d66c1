import type { Typefaces } from '../../drawing/index.ts';
import type { PagedDocument } from '../layout/paginate.ts';
import { page as paper } from '../page.ts';
import type { Attachment } from './attachment.ts';
import { DocumentFonts } from './document-fonts.ts';
import { Painter } from './painter.ts';
import { PdfFile } from './pdf-file.ts';
import { textString } from './pdf-values.ts';
import type { Metadata } from './xmp.ts';

/** What a file contains besides its pages. */
export interface PaintOptions {
  readonly attachments: readonly Attachment[];
  /** The ICC profile of sRGB, deflated. */
  readonly packedProfile: Uint8Array;
}

/**
 * Writes laid-out pages as a PDF that conforms to both PDF/A-3a and PDF/UA-1, with structure, bookmarks, metadata and
 * attached data.
 */
export function paint(
  { pages, pageOf, outline }: PagedDocument,
  typefaces: Typefaces,
  metadata: Metadata,
  { attachments, packedProfile }: PaintOptions,
): Uint8Array {
  const file = new PdfFile(metadata);
  const fonts = new DocumentFonts(file, typefaces, pageOf);
  const painter = new Painter(file, fonts);
  for (const page of pages) painter.page(page);
  fonts.embed();
  for (const { name, page } of outline) {
    file.outline.addItem(name, { pageNumber: page - 1, left: paper.width } as object);
  }
  const files = new Map(attachments.map((attached) => [attached.name, file.attach(attached, metadata.createdAt)]));
  const { structure, places } = painter.finish();
  return file.finish({
    StructTreeRoot: structure,
    OutputIntents: `[${addOutputIntent(file, packedProfile)}]`,
    AF: `[${[...files.values()].join(' ')}]`,
    Dests: nameTree(places),
    EmbeddedFiles: nameTree(files),
  });
}

/** A name tree: objects by name, in byte order of the names (ISO 32000-1, 7.9.6). */
function nameTree(objects: ReadonlyMap<string, string>): string {
  const names = [...objects].map(([name, object]) => [textString(name), object] as const);
  const sorted = names.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `<</Names[${sorted.flat().join(' ')}]>>`;
}

/** Adds the output intent, which defines the colour space of the pages (ISO 19005-3, 6.2.3). */
function addOutputIntent(file: PdfFile, packedProfile: Uint8Array): string {
  const profile = file.addPackedStream({ N: '3' }, packedProfile);
  const condition = '/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)';
  return file.add(`<</Type/OutputIntent/S/GTS_PDFA1${condition}/DestOutputProfile ${profile}>>`);
}

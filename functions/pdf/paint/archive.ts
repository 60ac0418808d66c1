import PDFDocument from 'pdfkit';
import { type Metadata, xmpOf } from './xmp.ts';

/** A reference to an object of the PDF, as PDFKit keeps it. */
export interface ObjectReference {
  readonly data: Record<string, unknown>;
}

/** An embedded font of PDFKit: the parts that we fill ourselves, because we lay out words only once per process. */
export interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): unknown;
}

/** An element of PDFKit's structure tree. */
export interface StructureElement {
  readonly dictionary: ObjectReference;
  add(child: StructureElement | StructureContent): StructureElement;
  end(): void;
}

/** A marked stretch of page content. */
export interface StructureContent {
  readonly refs: readonly unknown[];
}

/** The parts of PDFKit that its published types leave out. */
export interface ArchiveInternals {
  readonly page: { readonly fonts: Record<string, unknown> };
  readonly _font: EmbeddedFont;
  struct(type: string, options?: object): StructureElement;
  addStructure(element: StructureElement): void;
  markStructureContent(tag: string): StructureContent;
  markContent(tag: string, options?: object): void;
  endMarkedContent(): void;
  addContent(operators: string): void;
  appendXML(xml: string): void;
  addNamedDestination(name: string, ...place: unknown[]): void;
  goTo(x: number, y: number, width: number, height: number, name: string, options: object): void;
  link(x: number, y: number, width: number, height: number, url: string, options: object): void;
  file(bytes: Uint8Array, options: object): ObjectReference;
}

/**
 * A PDF for the archive and for assistive technology: PDF/A-3a and PDF/UA-1 in one file, with metadata of our own,
 * because PDFKit puts titles into XMP unescaped.
 */
export class Archive extends PDFDocument {
  private readonly metadataOfOurs: Metadata;

  constructor(metadata: Metadata) {
    super({
      autoFirstPage: false,
      bufferPages: false,
      compress: true,
      displayTitle: true,
      font: null as unknown as string,
      info: {
        Title: metadata.title,
        Subject: metadata.subject,
        Keywords: metadata.keywords,
        Author: metadata.author,
        Creator: metadata.creator,
        Producer: metadata.producer,
        CreationDate: metadata.createdAt,
      },
      lang: metadata.language,
      margin: 0,
      pdfVersion: '1.7',
      size: 'A4',
      subset: 'PDF/A-3a',
      tagged: true,
    });
    this.metadataOfOurs = metadata;
  }

  /** The document with the methods that the published types leave out. */
  get internals(): ArchiveInternals {
    return this as unknown as ArchiveInternals;
  }

  /** Called by PDFKit when it writes its metadata. */
  protected _addInfo(): void {
    this.internals.appendXML(xmpOf(this.metadataOfOurs));
  }
}

import type { PagedDocument } from '../layout/paginate.ts';
import type { Rectangle } from '../marks.ts';
import type { ElementPiece, ElementProperties, Piece } from '../pieces.ts';
import type { Typefaces } from '../text/typeface.ts';
import { page as paper } from '../theme.ts';
import type { Archive, StructureElement } from './archive.ts';
import { DocumentFonts } from './fonts.ts';
import { operatorsOf } from './operators.ts';

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** Puts laid-out pages on paper: their content, the structure tree above it, links, places and the outline. */
export function paint({ pages, pageOf, outline }: PagedDocument, archive: Archive, typefaces: Typefaces): void {
  const painter = new Painter(archive, new DocumentFonts(archive, typefaces, pageOf));
  for (const page of pages) painter.page(page.pieces);
  painter.end();
  for (const { name, page } of outline) {
    archive.outline.addItem(name, { pageNumber: page - 1, left: paper.width } as object);
  }
}

/** Files are attached as data of the document (ISO 19005-3, 6.8). */
export function attach(archive: Archive, attachments: readonly Attachment[], date: Date): void {
  for (const { name, type, description, bytes } of attachments) {
    const options = { name, type, description, relationship: 'Data', creationDate: date, modifiedDate: date };
    archive.internals.file(bytes, options);
  }
}

class Painter {
  private readonly open = new Map<string, StructureElement>();
  private readonly root: StructureElement;
  private readonly archive: Archive;
  private readonly fonts: DocumentFonts;

  constructor(archive: Archive, fonts: DocumentFonts) {
    this.archive = archive;
    this.fonts = fonts;
    this.root = archive.internals.struct('Document');
    archive.internals.addStructure(this.root);
  }

  page(pieces: readonly Piece[]): void {
    this.archive.addPage();
    for (const piece of pieces) this.piece(piece, this.root);
  }

  end(): void {
    this.root.end();
  }

  private piece(piece: Piece, parent: StructureElement, tag = 'Document'): void {
    const { internals } = this.archive;
    if (piece.piece === 'element') {
      this.element(piece, parent);
      return;
    }
    if (piece.marks.length === 0) return;
    const operators = operatorsOf(piece.marks, this.fonts);
    if (piece.piece === 'artifact') {
      internals.markContent('Artifact', { type: piece.type });
      internals.addContent(operators);
      internals.endMarkedContent();
      return;
    }
    const content = internals.markStructureContent(tag);
    internals.addContent(operators);
    internals.endMarkedContent();
    parent.add(content);
  }

  private element({ tag, properties, children }: ElementPiece, parent: StructureElement): void {
    const element = this.elementFor(tag, properties, parent);
    this.destination(properties);
    for (const child of children) this.piece(child, element, tag);
    this.link(properties, element);
    if (properties.identity === undefined) element.end();
  }

  /** A new element, or the one that was begun on an earlier page. */
  private elementFor(tag: string, properties: ElementProperties, parent: StructureElement): StructureElement {
    const { identity } = properties;
    const begun = identity === undefined ? undefined : this.open.get(identity);
    if (begun) return begun;
    const element = this.archive.internals.struct(tag, optionsOf(properties));
    const attributes = attributesOf(tag, properties);
    if (attributes) element.dictionary.data.A = attributes;
    parent.add(element);
    if (identity !== undefined) this.open.set(identity, element);
    return element;
  }

  private destination({ anchor }: ElementProperties): void {
    if (anchor) this.archive.internals.addNamedDestination(anchor.name, 'XYZ', anchor.x, anchor.y, null);
  }

  private link({ link }: ElementProperties, element: StructureElement): void {
    if (!link) return;
    const { internals } = this.archive;
    const { x, y, width, height } = link.area;
    const options = { structParent: element, Contents: new String(link.to.description) };
    if (link.to.to === 'url') internals.link(x, y, width, height, link.to.target, options);
    else internals.goTo(x, y, width, height, link.to.target, options);
  }
}

function optionsOf({ alt, language }: ElementProperties): object {
  return { ...(alt === undefined ? {} : { alt }), ...(language === undefined ? {} : { lang: language }) };
}

/** Attributes that PDFKit's options do not offer: scope and span of heads, bounds of figures, numbering of lists. */
function attributesOf(tag: string, { bounds, scope, columns }: ElementProperties): object | null {
  if (tag === 'L') return { O: 'List', ListNumbering: 'None' };
  if (scope) return { O: 'Table', Scope: scope, ...(columns === undefined ? {} : { ColSpan: columns }) };
  return bounds ? { O: 'Layout', Placement: 'Block', BBox: boxOf(bounds) } : null;
}

function boxOf({ x, y, width, height }: Rectangle): readonly number[] {
  const box = [x, paper.height - y - height, x + width, paper.height - y];
  return box.map((value) => Math.round(value * 100) / 100);
}

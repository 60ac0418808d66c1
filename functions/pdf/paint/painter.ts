import type { Rectangle } from '../../drawing/index.ts';
import { page as paper } from '../page.ts';
import type { ElementPiece, ElementProperties, Page, Piece } from '../pieces.ts';
import { DocumentForms, type PageFonts } from './document-forms.ts';
import { PageContent } from './page-content.ts';
import type { PdfFile, Reference } from './pdf-file.ts';
import { decimal as n, textString } from './pdf-values.ts';
import { type StructureElement, StructureTree } from './structure-tree.ts';

/** A page that is being painted: its object, content and links. */
interface OpenPage {
  readonly reference: Reference;
  /** The key of its content in the parent tree. */
  readonly key: number;
  readonly content: PageContent;
  readonly annotations: Reference[];
}

/** What the catalogue needs from the painted pages. */
export interface Painted {
  readonly structure: Reference;
  /** The destinations of links, by name. */
  readonly places: ReadonlyMap<string, string>;
}

/** Paints pages into a file: their content, structure tree, links and link destinations. */
export class Painter {
  private readonly file: PdfFile;
  private readonly fonts: PageFonts;
  private readonly forms: DocumentForms;
  private readonly structure: StructureTree;
  private readonly places = new Map<string, string>();
  /** Elements that continue on later pages, by identity. */
  private readonly begun = new Map<string, StructureElement>();

  constructor(file: PdfFile, fonts: PageFonts) {
    this.file = file;
    this.fonts = fonts;
    this.forms = new DocumentForms(file, fonts);
    this.structure = new StructureTree(file);
  }

  /** Paints the next page. */
  page({ pieces }: Page): void {
    const reference = this.file.beginPage();
    const key = this.structure.addPage();
    const page = { reference, key, content: PageContent.ofPage(this.forms), annotations: [] };
    for (const piece of pieces) this.piece(piece, this.structure.root, page);
    const { content, annotations } = page;
    const resources = { fonts: this.fonts.references(), forms: this.forms.references() };
    this.file.fillPage({ content: content.toBytes(), structParents: key, annotations, ...resources });
  }

  /** Writes what all pages share. */
  finish(): Painted {
    return { structure: this.structure.finish(), places: this.places };
  }

  private piece(piece: Piece, parent: StructureElement, page: OpenPage): void {
    if (piece.piece === 'element') this.element(piece, parent, page);
    else if (piece.marks.length === 0) return;
    else if (piece.piece === 'artifact') {
      if (piece.repeated) page.content.addForm(this.forms.repeated(piece.marks), piece.type);
      else page.content.add(piece.marks, 'Artifact', `/Type/${piece.type}`);
    } else {
      const number = this.structure.addContent(parent, page.reference, page.key);
      page.content.add(piece.marks, parent.tag, `/MCID ${number}`);
    }
  }

  private element({ tag, properties, children }: ElementPiece, parent: StructureElement, page: OpenPage): void {
    const { identity, anchor, link } = properties;
    const begun = identity === undefined ? undefined : this.begun.get(identity);
    const element = begun ?? this.structure.add(tag, parent, entriesOf(tag, properties));
    if (identity !== undefined) this.begun.set(identity, element);
    for (const name of anchor ? [anchor.name, ...(anchor.others ?? [])] : []) {
      if (!anchor || this.places.has(name)) continue;
      // Rounded to whole points at or above the place: nobody sees a difference when a page scrolls there.
      const [left, top] = [Math.floor(anchor.x), Math.ceil(paper.height - anchor.y)];
      this.places.set(name, `[${page.reference}/XYZ ${left} ${top} null]`);
    }
    for (const child of children) this.piece(child, element, page);
    if (link) this.link(link, element, page);
  }

  private link({ to, area }: NonNullable<ElementProperties['link']>, element: StructureElement, page: OpenPage): void {
    const annotation = this.file.reserve();
    const key = this.structure.addAnnotation(element, annotation, page.reference);
    const target = textString(to.target);
    const action = to.to === 'url' ? `/S/URI/URI${target}` : `/S/GoTo/D${target}`;
    const form = `/Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect${boxOf(area)}`;
    this.file.set(annotation, `<<${form}/Contents${textString(to.description)}/A<<${action}>>/StructParent ${key}>>`);
    page.annotations.push(annotation);
  }
}

/** The attributes of an element: its texts and language, and those of tables, lists and figures. */
function entriesOf(tag: string, properties: ElementProperties): string {
  const { alt, language, bounds, scope, columns } = properties;
  const words = alt === undefined ? '' : `/Alt${textString(alt)}`;
  const spoken = language === undefined ? '' : `/Lang(${language})`;
  const entries = `${words}${spoken}`;
  if (tag === 'L') return `${entries}/A<</O/List/ListNumbering/None>>`;
  if (scope) return `${entries}/A<</O/Table/Scope/${scope}${columns === undefined ? '' : `/ColSpan ${columns}`}>>`;
  return bounds ? `${entries}/A<</O/Layout/Placement/Block/BBox${boxOf(bounds)}>>` : entries;
}

/** A rectangle in PDF coordinates, which begin at the bottom left corner. */
function boxOf({ x, y, width, height }: Rectangle): string {
  const box = [x, paper.height - y - height, x + width, paper.height - y];
  return `[${box.map(n).join(' ')}]`;
}

import type { Tag } from '../pieces.ts';
import type { PdfFile, Reference } from './pdf-file.ts';

/** A structure element that is being filled. */
export interface StructureElement {
  readonly reference: Reference;
  readonly tag: Tag | 'Document';
  readonly parent: Reference;
  /** Further entries of its dictionary. */
  readonly entries: string;
  /** The page of its first content. Content on other pages names its own page. */
  page: Reference | null;
  readonly kids: string[];
}

/**
 * The structure of a document for assistive technology: elements, their marked content, and for every page and
 * annotation the elements that it belongs to (ISO 32000-1, 14.7).
 */
export class StructureTree {
  readonly root: StructureElement;
  private readonly file: PdfFile;
  private readonly tree: Reference;
  private readonly elements: StructureElement[] = [];
  /** The entries of the parent tree by key: an element, or the elements of the marked content of a page. */
  private readonly parents: (Reference | Reference[])[] = [];

  constructor(file: PdfFile) {
    this.file = file;
    this.tree = file.reserve();
    this.root = this.element('Document', this.tree, '');
  }

  /** Adds an element to another. */
  add(tag: Tag, parent: StructureElement, entries: string): StructureElement {
    const element = this.element(tag, parent.reference, entries);
    parent.kids.push(element.reference);
    return element;
  }

  /** Adds a page and gives its key in the parent tree. */
  addPage(): number {
    return this.parents.push([]) - 1;
  }

  /** Assigns the next marked content of a page to an element, and gives its number on the page. */
  addContent(element: StructureElement, page: Reference, pageKey: number): number {
    const owners = this.parents[pageKey] as Reference[];
    const number = owners.push(element.reference) - 1;
    element.page ??= page;
    element.kids.push(element.page === page ? `${number}` : `<</Type/MCR/Pg ${page}/MCID ${number}>>`);
    return number;
  }

  /** Assigns an annotation on a page to an element, and gives its key in the parent tree. */
  addAnnotation(element: StructureElement, annotation: Reference, page: Reference): number {
    element.kids.push(`<</Type/OBJR/Obj ${annotation}/Pg ${page}>>`);
    return this.parents.push(element.reference) - 1;
  }

  /** Writes the tree and gives its reference for the catalogue. */
  finish(): Reference {
    for (const { reference, tag, parent, entries, page, kids } of this.elements) {
      const held = kids.length === 1 ? spaced(kids[0] ?? '') : `[${kids.join(' ')}]`;
      const place = page === null ? '' : `/Pg ${page}`;
      this.file.set(reference, `<</S/${tag}/P ${parent}${entries}${kids.length > 0 ? `/K${held}` : ''}${place}>>`);
    }
    const numbers = this.parents.map(
      (owner, key) => `${key}${Array.isArray(owner) ? `[${owner.join(' ')}]` : ` ${owner}`}`,
    );
    const parentTree = this.file.add(`<</Nums[${numbers.join(' ')}]>>`);
    const form = `/Type/StructTreeRoot/K ${this.root.reference}/ParentTree ${parentTree}`;
    this.file.set(this.tree, `<<${form}/ParentTreeNextKey ${this.parents.length}>>`);
    return this.tree;
  }

  private element(tag: StructureElement['tag'], parent: Reference, entries: string): StructureElement {
    const element = { reference: this.file.reserve(), tag, parent, entries, page: null, kids: [] };
    this.elements.push(element);
    return element;
  }
}

/** A number needs a space after the name before it; a dictionary does not. */
function spaced(value: string): string {
  return value.startsWith('<') ? value : ` ${value}`;
}

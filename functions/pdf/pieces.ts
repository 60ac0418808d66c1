import type { Language } from '../dataset/index.ts';
import type { Link } from '../document/index.ts';
import type { Mark, Rectangle } from '../drawing/index.ts';

/** The structure types of PDF that we use (ISO 32000-1, 14.8.4). */
export type Tag =
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Span'
  | 'TOC'
  | 'TOCI'
  | 'Reference';

/** What a structure element says of itself. */
export interface ElementProperties {
  readonly alt?: string;
  readonly language?: Language;
  readonly bounds?: Rectangle;
  readonly scope?: 'Column' | 'Row';
  readonly columns?: number;
  readonly link?: { readonly to: Link; readonly area: Rectangle };
  /** The name of this place, for links that lead here. */
  readonly anchor?: { readonly name: string; readonly x: number; readonly y: number };
  /** An element with the same identity on a later page goes on there. */
  readonly identity?: string;
}

/** A node of the structure tree with what it holds. */
export interface ElementPiece {
  readonly piece: 'element';
  readonly tag: Tag;
  readonly properties: ElementProperties;
  readonly children: readonly Piece[];
}

/** Marks that are content of the element around them. */
export interface MarksPiece {
  readonly piece: 'marks';
  readonly marks: readonly Mark[];
}

/** Marks that are decoration, or say where in the document a page is; `repeated` ones are the same list on many pages. */
export interface ArtifactPiece {
  readonly piece: 'artifact';
  readonly type: 'Layout' | 'Pagination';
  readonly repeated?: true;
  readonly marks: readonly Mark[];
}

/** What layout makes: content in the order in which it is read. */
export type Piece = ElementPiece | MarksPiece | ArtifactPiece;

/** A node of the structure tree. */
export function element(tag: Tag, children: readonly Piece[], properties: ElementProperties = {}): ElementPiece {
  return { piece: 'element', tag, properties, children };
}

/** Content of the element around it. */
export function content(marks: readonly Mark[]): MarksPiece {
  return { piece: 'marks', marks };
}

/** Decoration. */
export function artifact(marks: readonly Mark[], type: ArtifactPiece['type'] = 'Layout'): ArtifactPiece {
  return { piece: 'artifact', type, marks };
}

/** What stands on many pages, the same list of marks on each of them. */
export function repeated(marks: readonly Mark[]): ArtifactPiece {
  return { piece: 'artifact', type: 'Pagination', repeated: true, marks };
}

/** A finished page. */
export interface Page {
  readonly pieces: readonly Piece[];
}

/** Every mark of a page in the order in which it is painted. */
export function marksOf(pieces: readonly Piece[]): readonly Mark[] {
  return pieces.flatMap((piece) => (piece.piece === 'element' ? marksOf(piece.children) : piece.marks));
}

import type { Language } from '../dataset/index.ts';
import type { Link } from '../document/index.ts';
import type { Mark, Rectangle } from '../drawing/index.ts';

/** The PDF structure types that we use (ISO 32000-1, 14.8.4). */
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

/** The properties of a structure element. */
export interface ElementProperties {
  readonly alt?: string;
  readonly language?: Language;
  readonly bounds?: Rectangle;
  readonly scope?: 'Column' | 'Row';
  readonly columns?: number;
  readonly link?: { readonly to: Link; readonly area: Rectangle };
  /** The name of this place as a link destination. */
  readonly anchor?: {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly others?: readonly string[];
  };
  /** Elements with the same identity on several pages are one element. */
  readonly identity?: string;
}

/** A structure element with its content. */
export interface ElementPiece {
  readonly piece: 'element';
  readonly tag: Tag;
  readonly properties: ElementProperties;
  readonly children: readonly Piece[];
}

/** Marks that are content of the surrounding element. */
export interface MarksPiece {
  readonly piece: 'marks';
  readonly marks: readonly Mark[];
}

/** Marks that are decoration or pagination. `repeated` marks are the same list on many pages. */
export interface ArtifactPiece {
  readonly piece: 'artifact';
  readonly type: 'Layout' | 'Pagination';
  readonly repeated?: true;
  readonly marks: readonly Mark[];
}

/** The result of layout: content in reading order. */
export type Piece = ElementPiece | MarksPiece | ArtifactPiece;

/** A structure element. */
export function element(tag: Tag, children: readonly Piece[], properties: ElementProperties = {}): ElementPiece {
  return { piece: 'element', tag, properties, children };
}

/** Content of the surrounding element. */
export function content(marks: readonly Mark[]): MarksPiece {
  return { piece: 'marks', marks };
}

/** Decoration, or an artifact of another type. */
export function artifact(marks: readonly Mark[], type: ArtifactPiece['type'] = 'Layout'): ArtifactPiece {
  return { piece: 'artifact', type, marks };
}

/** An artifact that is on many pages with the same list of marks. */
export function repeated(marks: readonly Mark[]): ArtifactPiece {
  return { piece: 'artifact', type: 'Pagination', repeated: true, marks };
}

/** A finished page. */
export interface Page {
  readonly pieces: readonly Piece[];
}

/** All marks of a page in the order in which they are painted. */
export function marksOf(pieces: readonly Piece[]): readonly Mark[] {
  return pieces.flatMap((piece) => (piece.piece === 'element' ? marksOf(piece.children) : piece.marks));
}

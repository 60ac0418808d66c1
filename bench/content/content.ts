import type { Language } from '../../functions/dataset/index.ts';
import type { FaceName } from '../../functions/drawing/index.ts';
import type { PlainMark } from './plain-marks.ts';

/** The content of a briefing without its layout: the input of every tool. */
export interface Content {
  readonly language: Language;
  readonly title: string;
  /** The header of every page (left, right) and its footer. */
  readonly header: readonly [string, string];
  readonly footer: string;
  /** Each section starts a new page. */
  readonly sections: readonly (readonly Part[])[];
}

/** Text in one style; sizes in points. */
export interface Span {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
}

/** The text of a paragraph, and its line height in points. */
export interface Text {
  readonly spans: readonly Span[];
  readonly leading: number;
}

/** A heading of a level from 1 to 4. */
export interface Heading extends Text {
  readonly part: 'heading';
  readonly level: number;
}

/** A paragraph. */
export interface Paragraph extends Text {
  readonly part: 'paragraph';
}

/** A list of short texts. */
export interface List {
  readonly part: 'list';
  readonly items: readonly Text[];
}

/** A table with one header row. A row of one cell spans all columns. Widths in points. */
export interface Table {
  readonly part: 'table';
  readonly columns: readonly { readonly width: number; readonly align: 'left' | 'right' }[];
  readonly heads: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

/** A chart or map as vectors and text, in points from its top left corner. */
export interface Drawing {
  readonly part: 'drawing';
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly marks: readonly PlainMark[];
}

/** Parts side by side; widths in points. */
export interface Columns {
  readonly part: 'columns';
  readonly columns: readonly { readonly width: number; readonly parts: readonly Part[] }[];
}

/** A part of a section; the parts follow each other from top to bottom. */
export type Part = Heading | Paragraph | List | Table | Drawing | Columns;

/** The page of every tool: A4 with our margins, in points. */
export const sheet = { width: 595.28, height: 841.89, left: 48, right: 48, top: 64, bottom: 60, gutter: 13 } as const;

/** The width of the text, in points. */
export const measure = sheet.width - sheet.left - sheet.right;

/** The text of spans without their styles. */
export function plain({ spans }: Text): string {
  return spans.map(({ text }) => text).join('');
}

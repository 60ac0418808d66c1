import type { Language } from '../../functions/dataset/index.ts';
import type { FaceName } from '../../functions/drawing/index.ts';
import type { PlainMark } from './plain-marks.ts';

/** What a briefing says and shows, without our layout: what every tool is given to print. */
export interface Content {
  readonly language: Language;
  readonly title: string;
  /** What stands at the head of every page, left and right, and at its foot. */
  readonly header: readonly [string, string];
  readonly footer: string;
  /** Each section begins a page. */
  readonly sections: readonly (readonly Part[])[];
}

/** A stretch of text in one look; sizes in points. */
export interface Span {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
}

/** A paragraph's text, and the distance of its baselines in points. */
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

/** A table with one row of heads; a row of one cell spans all columns. Widths in points. */
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

/** Everything that stands in a section, one below the other. */
export type Part = Heading | Paragraph | List | Table | Drawing | Columns;

/** The page of every tool: A4 with our margins, in points. */
export const sheet = { width: 595.28, height: 841.89, left: 48, right: 48, top: 64, bottom: 60, gutter: 13 } as const;

/** The width of the text, in points. */
export const measure = sheet.width - sheet.left - sheet.right;

/** The text of spans without their looks. */
export function plain({ spans }: Text): string {
  return spans.map(({ text }) => text).join('');
}

import type { Language } from '../dataset/index.ts';
import type { Chart } from './charts.ts';
import type { Inline, Run } from './inline.ts';
import type { listStyles, numbered, paragraphStyles, places, rowColumns, statuses, tableStyles } from './vocabulary.ts';

/** The whole briefing as a tree; nothing in it knows of paper. */
export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  /** What stands at the head of every page but the first: series on the left, product and period on the right. */
  readonly running: { readonly series: string; readonly period: string };
  readonly footer: { readonly source: string; readonly published: string; readonly calculated: string };
  readonly labels: PageLabels;
  readonly cover: { readonly publisher: string; readonly product: string };
  readonly sections: readonly Section[];
}

/** The words for numbers that only layout knows. */
export interface PageLabels {
  page(number: number, of: number): string;
  numbered(kind: Numbered, number: number): string;
  continued(label: string): string;
}

/** What is numbered in the order in which it stands. */
export type Numbered = (typeof numbered)[number];

/** A place that a block asks for, by its name; the layout knows where it is. */
export type Place = (typeof places)[number];

/** How the cells of a row share its width, by name; the layout knows how wide each is. */
export type RowColumns = (typeof rowColumns)[number];

/** A part of the briefing that begins on a new page. */
export interface Section {
  readonly id: string;
  /** Its name in the outline of the PDF. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Everything that stands in a section, one below the other. */
export type Block =
  | CoverBlock
  | CardsBlock
  | HeadBlock
  | RowBlock
  | FigureBlock
  | AsideBlock
  | ChartBlock
  | ListBlock
  | ParagraphBlock
  | HeadingBlock
  | TableBlock
  | ContentsBlock;

/** The band at the head of the first page. */
export interface CoverBlock {
  readonly type: 'cover';
  readonly title: Inline;
  readonly headline: Inline;
  readonly contents: Inline;
  /** A line between the band and the key figures. */
  readonly strip: Inline | null;
}

/** The key figures side by side. */
export interface CardsBlock {
  readonly type: 'cards';
  readonly cards: readonly Chart[];
}

/** The head of a page: kicker, message title, standfirst. */
export interface HeadBlock {
  readonly type: 'head';
  readonly kicker: Inline;
  readonly title: Inline;
  readonly standfirst: Inline | null;
}

/** Blocks side by side; a cell is empty where there is nothing to say in it. */
export interface RowBlock {
  readonly type: 'row';
  readonly columns: RowColumns;
  readonly place: Place | null;
  readonly cells: readonly (readonly Block[])[];
}

/** A numbered figure, table or list with its head and its source line; it is never split from them. */
export interface FigureBlock {
  readonly type: 'figure';
  readonly id: string;
  readonly label: Numbered;
  /** A small figure has its head in two lines and its label at the right. */
  readonly small: boolean;
  readonly level: 2 | 3;
  readonly title: Inline;
  readonly subtitle: Inline | null;
  readonly body: readonly Block[];
  readonly source: Inline | null;
  readonly place: Place | null;
}

/** Blocks under a rule, with a heading or without. */
export interface AsideBlock {
  readonly type: 'aside';
  readonly level: 2 | 3;
  readonly heading: Inline | null;
  readonly body: readonly Block[];
  readonly place: Place | null;
}

/** A chart or map. */
export interface ChartBlock {
  readonly type: 'chart';
  readonly chart: Chart;
}

/** The looks that a list can have. */
export type ListStyle = (typeof listStyles)[number];

/** A list. */
export interface ListBlock {
  readonly type: 'list';
  readonly style: ListStyle;
  readonly items: readonly { readonly content: Inline; readonly open: boolean }[];
}

/** The looks that a paragraph can have. */
export type ParagraphStyle = (typeof paragraphStyles)[number];

/** Running text. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly style: ParagraphStyle;
  readonly content: Inline;
}

/** A heading inside an aside. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: 3 | 4;
  readonly content: Inline;
}

/** A table with one row of heads, and bodies that are not split. */
export interface TableBlock {
  readonly type: 'table';
  readonly style: (typeof tableStyles)[number];
  readonly heads: readonly Cell[];
  readonly bodies: readonly { readonly group: Inline | null; readonly rows: readonly TableRow[] }[];
}

/** One row of a table; `id` is what a note number links to. */
export interface TableRow {
  readonly id: string | null;
  /** Whether the figure of the row was published or calculated, where rows are figures. */
  readonly status: (typeof statuses)[number] | null;
  readonly cells: readonly Cell[];
}

/** One cell of a table. */
export interface Cell {
  readonly head: boolean;
  readonly align: 'left' | 'right';
  readonly content: Inline;
}

/** The contents of the briefing in one line. */
export interface ContentsBlock {
  readonly type: 'contents';
  readonly heading: Inline;
  readonly entries: readonly {
    readonly section: string;
    readonly number: Run;
    readonly content: Inline;
    readonly description: string;
  }[];
}

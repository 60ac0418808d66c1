import type { Language } from '../dataset/index.ts';
import type { MessageKey } from '../figures/index.ts';
import type { Chart, Shown } from './charts.ts';
import type { DataTable } from './data-table.ts';
import type { Inline, Run } from './inline.ts';
import type { listStyles, numbered, paragraphStyles, places, rowColumns, statuses, tableStyles } from './vocabulary.ts';

/** The forms of a briefing as pages: all of it, or one page of it. */
export type PagedForm = 'full' | 'sheet';

/** The whole briefing as a tree of content, without pages and coordinates. */
export interface Document {
  readonly form: PagedForm;
  readonly language: Language;
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  /** The header of every page but the first: series on the left, product and period on the right, or the period alone. */
  readonly running: { readonly series: string; readonly dated: string; readonly period: string };
  /** That the figures are made up or not published, for the band and for the header of every page; null where they are facts. */
  readonly mark: { readonly long: string; readonly short: string } | null;
  readonly footer: { readonly source: string; readonly published: string; readonly calculated: string };
  readonly labels: PageLabels;
  readonly cover: { readonly publisher: string; readonly product: string };
  /**
   * How titles of more than one line are broken: `filled` as far as each line goes, as in the first edition, whose pages
   * stay as they are; or `even` where the last line would be short.
   */
  readonly titles: 'filled' | 'even';
  readonly web: WebLabels;
  readonly sections: readonly Section[];
  /** The findings that its sentences say: the keys of their messages by their plain text. */
  readonly said: ReadonlyMap<string, MessageKey>;
}

/** The words around numbers that only layout knows. */
export interface PageLabels {
  page(number: number, of: number): string;
  numbered(kind: Numbered, number: number): string;
  continued(label: string): string;
}

/** The words of a web page around the content of the document. */
export interface WebLabels {
  /** The link over the band and the contents. */
  readonly skip: string;
  /** The name of the contents, which stand beside the text. */
  readonly contents: string;
  /** What stands where the PDF names the page of a section: the section with this number. */
  section(number: string): string;
  /** What opens the data of a chart: of the figure with a label, or of one that has none. */
  data(label: string | null): string;
  /** The data of a chart; null where it has none. */
  tableOf(chart: Chart): DataTable | null;
}

/** The kinds of block that are numbered in the order of the document. */
export type Numbered = (typeof numbered)[number];

/** The name of a place on the page that a block asks for. Layout knows where it is. */
export type Place = (typeof places)[number];

/** The name of a way to divide a row into cells. Layout knows their widths. */
export type RowColumns = (typeof rowColumns)[number];

/** A part of the briefing that begins on a new page. */
export interface Section {
  readonly id: string;
  /** Its name in the outline of the PDF. */
  readonly name: string;
  /** True where it stands below the section before it if one of the two would fill less than half a page. */
  readonly joins: boolean;
  readonly blocks: readonly Block[];
}

/**
 * What a block gives up where its section needs more than a page: those with the lowest number leave first. Null and
 * absent: it stays.
 */
interface Yielding {
  readonly yields?: number | null;
}

/** Everything that a section can contain, one below the other. */
export type Block = Yielding & ContentBlock;

type ContentBlock =
  | CoverBlock
  | BandBlock
  | CardsBlock
  | StripBlock
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

/** The band at the top of the first page. */
export interface CoverBlock {
  readonly type: 'cover';
  readonly title: Inline;
  readonly headline: Inline;
  readonly contents: Inline;
  /** A line between the band and the key figures. */
  readonly strip: Inline | null;
  /** True for the lower band of a monthly edition. */
  readonly compact: boolean;
}

/** The low band at the top of a sheet: what it is, its title, and a line under it. */
export interface BandBlock {
  readonly type: 'band';
  readonly kind: Inline;
  readonly title: Inline;
  readonly line: Inline;
}

/** The key figures side by side. */
export interface CardsBlock {
  readonly type: 'cards';
  readonly cards: readonly Chart[];
}

/** A line of counts under a rule, with what they count. */
export interface StripBlock {
  readonly type: 'strip';
  readonly heading: Inline;
  /** Each with its number first, strong. */
  readonly counts: readonly Inline[];
  readonly text: Inline;
}

/** The head of a page: kicker, message title, standfirst. */
export interface HeadBlock {
  readonly type: 'head';
  readonly kicker: Inline;
  readonly title: Inline;
  readonly standfirst: Inline | null;
}

/** Blocks side by side; a cell without content is empty. */
export interface RowBlock {
  readonly type: 'row';
  readonly columns: RowColumns;
  readonly place: Place | null;
  readonly cells: readonly (readonly Block[])[];
}

/** A numbered figure, table or list. It is never split from its heading and source line. */
export interface FigureBlock {
  readonly type: 'figure';
  readonly id: string;
  readonly label: Numbered;
  /** A small figure has a heading of two lines and its label on the right. */
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

/** The styles of a list. */
export type ListStyle = (typeof listStyles)[number];

/** A list. */
export interface ListBlock {
  readonly type: 'list';
  readonly style: ListStyle;
  readonly items: readonly (Yielding & { readonly content: Inline; readonly open: boolean })[];
}

/** The styles of a paragraph. */
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

/** A table with one header row. Its bodies are not split. */
export interface TableBlock {
  readonly type: 'table';
  readonly style: (typeof tableStyles)[number];
  readonly heads: readonly Cell[];
  /** The figures that stand in it, for a table of its data; null for a table of notes, whose rows are figures themselves. */
  readonly shows: readonly Shown[] | null;
  readonly bodies: readonly { readonly group: Inline | null; readonly rows: readonly TableRow[] }[];
}

/** One row of a table; the numbers of notes that it stands for link to it. */
export interface TableRow {
  readonly ids: readonly string[];
  /** Whether the figure of the row was published or calculated; null where rows are not figures. */
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
  /** True where it stands higher, as in a monthly edition. */
  readonly compact: boolean;
  readonly heading: Inline;
  readonly entries: readonly {
    readonly section: string;
    readonly number: Run;
    readonly content: Inline;
    readonly description: string;
  }[];
}

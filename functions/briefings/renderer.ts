import type { Language } from '../dataset/index.ts';
import type { Announcement, EditionPlace, Mail, MailFacts, Sentence } from '../document/index.ts';
import type { EveryFigure, Figure } from '../figures/index.ts';
import type { PagedDocument } from '../pdf/index.ts';
import type { Rendition } from '../store/index.ts';
import type { EditionData } from './edition-data.ts';

/** Renders briefings. It is loaded once and used for every render of the process. */
export interface Renderer {
  /**
   * Renders an edition in one of its renditions. `laidOut` is called with the pages of a PDF before they are painted.
   */
  render(data: EditionData, language: Language, rendition: Rendition, laidOut?: LaidOut): Promise<Rendered>;
  /**
   * One figure of an edition by its id: its drawing as SVG, or its data as CSV. Null where the edition has no such figure,
   * or not in this format.
   */
  renderFigure(data: EditionData, language: Language, id: string, format: FigureFormat): Uint8Array | null;
  /** The ids of the figures that an edition has in a format, in the order of the document. */
  figureIds(data: EditionData, language: Language, format: FigureFormat): readonly string[];
  /** What an edition says in a language, without making a file of it. */
  read(data: EditionData, language: Language): Reading;
  /** The announcement in a language that an edition is ready at a place, with what is new in it. */
  announce(data: EditionData, language: Language, place: EditionPlace): Announcement;
  /** The mail in a language with which a reader gets an edition. */
  writeMail(data: EditionData, language: Language, facts: MailFacts): Mail;
}

/** What an edition says in a language, to be compared with another edition. */
export interface Reading {
  /** All figures, those that no page shows too; put together when they are asked for, the same in every language. */
  figures(): EveryFigure;
  /** The sentences in the order of reading. */
  readonly sentences: readonly Sentence[];
  /** A figure of the edition in words. */
  describe(figure: Figure): DescribedFigure;
  /** The pages of the PDF, each as a text that only the same page has. They are laid out here, and not painted. */
  pages(): readonly string[];
}

/** A figure in the words of a language. */
export interface DescribedFigure {
  readonly name: string;
  readonly period: string;
  readonly unit: string;
  /** Its number as it is printed, with its sign and with what the publication says of it: about, more than, nearly. */
  readonly number: string;
}

/** How one figure can be had: drawn, or as its data. */
export type FigureFormat = 'svg' | 'csv';

/** Receives the pages of a render before they are painted. The pages that it returns are painted instead. */
export type LaidOut = (paged: PagedDocument) => PagedDocument | undefined;

/** A rendered briefing: its file, its title, and the milliseconds of each phase. */
export interface Rendered {
  readonly file: RenderedFile;
  readonly title: string;
  readonly took: { readonly figures: number; readonly document: number; readonly file: number };
}

/** The bytes of a file and its pages; null where its format has none. */
export interface RenderedFile {
  readonly bytes: Uint8Array;
  readonly pages: number | null;
}

import type { Language } from '../dataset/index.ts';
import type { Announcement } from '../document/index.ts';
import type { PagedDocument, Pdf } from '../pdf/index.ts';
import type { EditionData } from './edition-data.ts';

/** Renders briefings. It is loaded once and serves every render of the process. */
export interface Renderer {
  /**
   * Prints an edition with its data attached: the Data Package of its vintage and its figures. Whoever wants to follow
   * hears of the pages when they are laid out.
   */
  render(data: EditionData, language: Language, laidOut?: LaidOut): Promise<Rendered>;
  /** Says in a language that an edition is ready, what is new in it, and that its file is at an address. */
  announce(data: EditionData, language: Language, address: string): Announcement;
}

/** Takes the pages of a print before they are painted; what it gives back is painted in their place. */
export type LaidOut = (paged: PagedDocument) => PagedDocument | undefined;

/** A printed briefing, its title, and the milliseconds that each phase of printing took. */
export interface Rendered {
  readonly pdf: Pdf;
  readonly title: string;
  readonly took: { readonly figures: number; readonly document: number; readonly pdf: number };
}

import type { Language } from '../dataset/index.ts';
import type { Announcement } from '../document/index.ts';
import type { PagedDocument, Pdf } from '../pdf/index.ts';
import type { EditionData } from './edition-data.ts';

/** Renders briefings. It is loaded once and used for every render of the process. */
export interface Renderer {
  /**
   * Renders an edition with its Data Package and its figures attached. `laidOut` is called with the pages before they
   * are painted.
   */
  render(data: EditionData, language: Language, laidOut?: LaidOut): Promise<Rendered>;
  /** The announcement in a language that an edition is ready at an address, with what is new in it. */
  announce(data: EditionData, language: Language, address: string): Announcement;
}

/** Receives the pages of a render before they are painted. The pages that it returns are painted instead. */
export type LaidOut = (paged: PagedDocument) => PagedDocument | undefined;

/** A rendered briefing, its title, and the milliseconds of each phase. */
export interface Rendered {
  readonly pdf: Pdf;
  readonly title: string;
  readonly took: { readonly figures: number; readonly document: number; readonly pdf: number };
}

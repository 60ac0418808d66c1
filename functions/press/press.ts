import type { Language } from '../dataset/index.ts';
import { type BrandNames, composeDocument, type Wording } from '../document/index.ts';
import type { Briefing } from '../figures/index.ts';
import { type Attachment, type Outlines, type Pdf, renderPdf, type Theme, type Typefaces } from '../pdf/index.ts';

/** Everything that briefings are printed with. It is made once and serves every render of the process. */
export interface Press {
  readonly wording: Wording;
  readonly brand: { readonly names: BrandNames; readonly theme: Theme };
  readonly typefaces: Typefaces;
  readonly outlines: Outlines;
  /** A digest of templates, messages, brand and code: another press makes another object in the store. */
  readonly digest: string;
}

/** A printed briefing and its title. */
export interface Printed {
  readonly pdf: Pdf;
  readonly title: string;
}

/**
 * Prints a briefing in one language. The file is dated by its newest publication instead of the clock: the same inputs
 * give the same bytes.
 */
export async function printBriefing(
  briefing: Briefing,
  language: Language,
  press: Press,
  attachments: readonly Attachment[],
): Promise<Printed> {
  const document = composeDocument(briefing, language, press.wording, press.brand.names);
  const pdf = await renderPdf(document, {
    theme: press.brand.theme,
    typefaces: press.typefaces,
    outlines: press.outlines,
    createdAt: new Date(`${briefing.newestPublished}T12:00:00Z`),
    creator: 'gomel-briefing',
    attachments,
  });
  return { pdf, title: document.title };
}

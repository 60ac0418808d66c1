import type { Language } from '../dataset/index.ts';
import {
  type Announcement,
  announceEdition,
  type BrandNames,
  composeDocument,
  type Wording,
} from '../document/index.ts';
import { type Briefing, deriveFigures } from '../figures/index.ts';
import {
  type Attachment,
  type Outlines,
  type PagedDocument,
  type Pdf,
  packAttachment,
  renderPdf,
  type Theme,
  type Typefaces,
} from '../pdf/index.ts';
import type { EditionData } from './edition-data.ts';
import { figuresJson } from './figures-json.ts';

/** Prints briefings. It is opened once and serves every render of the process. */
export interface Press {
  /**
   * Prints an edition with its data attached: the Data Package of its vintage and its figures. Whoever wants to follow
   * hears of the pages when they are laid out.
   */
  print(data: EditionData, language: Language, laidOut?: LaidOut): Promise<Printed>;
  /** Says in a language that an edition is ready, what is new in it, and that its file is at an address. */
  announce(data: EditionData, language: Language, address: string): Announcement;
}

/** Takes the pages of a print before they are painted. */
export type LaidOut = (paged: PagedDocument) => void;

/** A printed briefing, its title, and the milliseconds that each phase of printing took. */
export interface Printed {
  readonly pdf: Pdf;
  readonly title: string;
  readonly took: { readonly figures: number; readonly document: number; readonly pdf: number };
}

/** Everything that a press is made of. */
export interface PressParts {
  readonly wording: Wording;
  readonly brand: { readonly names: BrandNames; readonly theme: Theme };
  readonly typefaces: Typefaces;
  readonly outlines: Outlines;
}

/**
 * Makes a press of its parts. A file is dated by its newest publication instead of the clock: the same inputs give
 * the same bytes.
 */
export function makePress({ wording, brand, typefaces, outlines }: PressParts): Press {
  return {
    async print(data, language, laidOut) {
      const begun = performance.now();
      const briefing = deriveFigures(data.vintage);
      const derived = performance.now();
      const document = composeDocument(briefing, language, wording, brand.names);
      const composed = performance.now();
      const pdf = await renderPdf(document, {
        theme: brand.theme,
        typefaces,
        outlines,
        createdAt: new Date(`${briefing.newestPublished}T12:00:00Z`),
        creator: 'gomel-briefing',
        attachments: attachmentsOf(data, briefing),
        ...(laidOut ? { laidOut } : {}),
      });
      const took = { figures: derived - begun, document: composed - derived, pdf: performance.now() - composed };
      return { pdf, title: document.title, took };
    },
    announce({ vintage }, language, address) {
      return announceEdition(deriveFigures(vintage), language, wording, brand.names, address);
    },
  };
}

/** The attached files of editions: an edition carries the same ones in every language. */
const attached = new WeakMap<EditionData, readonly Attachment[]>();

function attachmentsOf(data: EditionData, briefing: Briefing): readonly Attachment[] {
  const known = attached.get(data);
  if (known) return known;
  const figures = { name: 'figures.json', type: 'application/json', description: 'Figures' };
  const files = [...data.files].map(([name, bytes]) => {
    const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
    return packAttachment({ name, type, description: `Data Package: ${name}` }, bytes);
  });
  const all = [packAttachment(figures, figuresJson(briefing)), ...files];
  attached.set(data, all);
  return all;
}

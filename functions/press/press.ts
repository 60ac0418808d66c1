import type { Language } from '../dataset/index.ts';
import { type BrandNames, composeDocument, type Wording } from '../document/index.ts';
import { deriveFigures } from '../figures/index.ts';
import { type Attachment, type Outlines, type Pdf, renderPdf, type Theme, type Typefaces } from '../pdf/index.ts';
import type { EditionData } from './edition-data.ts';
import { figuresJson } from './figures-json.ts';

/** Prints briefings. It is opened once and serves every render of the process. */
export interface Press {
  /** Prints an edition with its data attached: the Data Package of its vintage and its figures. */
  print(data: EditionData, language: Language): Promise<Printed>;
}

/** A printed briefing and its title. */
export interface Printed {
  readonly pdf: Pdf;
  readonly title: string;
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
    async print({ vintage, files }, language) {
      const briefing = deriveFigures(vintage);
      const document = composeDocument(briefing, language, wording, brand.names);
      const pdf = await renderPdf(document, {
        theme: brand.theme,
        typefaces,
        outlines,
        createdAt: new Date(`${briefing.newestPublished}T12:00:00Z`),
        creator: 'gomel-briefing',
        attachments: attachmentsOf(figuresJson(briefing), files),
      });
      return { pdf, title: document.title };
    },
  };
}

function attachmentsOf(figures: Uint8Array, files: EditionData['files']): readonly Attachment[] {
  return [
    { name: 'figures.json', type: 'application/json', description: 'Figures', bytes: figures },
    ...[...files].map(([name, bytes]) => ({
      name,
      type: name.endsWith('.csv') ? 'text/csv' : 'application/json',
      description: `Data Package: ${name}`,
      bytes,
    })),
  ];
}

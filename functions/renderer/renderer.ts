import { deflateSync } from 'node:zlib';
import type { EditionData, Reading, Renderer } from '../briefings/index.ts';
import type { Language, Vintage } from '../dataset/index.ts';
import {
  announceEdition,
  type BrandNames,
  composeDocument,
  composeSheet,
  type Document,
  type Wording,
  Words,
  writeMail,
} from '../document/index.ts';
import type { Theme } from '../drawing/index.ts';
import type { Briefing } from '../figures/index.ts';
import { type Attachment, packAttachment, pagesOf, renderPdf } from '../pdf/index.ts';
import { renderWorkbook } from '../workbook/index.ts';
import { briefingOf } from './briefing-of.ts';
import { figuresJson } from './figures-json.ts';
import { FullPages } from './full-pages.ts';
import { type PageParts, pagesWith } from './pages.ts';
import { readEdition } from './read-edition.ts';
import { figureIds, renderFigure } from './render-figure.ts';

/** Everything that a renderer needs. */
export interface RendererParts extends PageParts {
  readonly wording: Wording;
  readonly brand: { readonly names: BrandNames; readonly theme: Theme };
  /** The ICC profile of sRGB. */
  readonly colourProfile: Uint8Array;
}

/**
 * Creates a renderer. A file is dated by its newest publication instead of the clock, so that the same inputs give the
 * same bytes.
 */
export function createRenderer(parts: RendererParts): Renderer {
  const { wording, brand, typefaces, outlines, colourProfile } = parts;
  const packedProfile = deflateSync(colourProfile);
  const layout = { theme: brand.theme, typefaces, outlines };
  const full = new FullPages();
  const make = (briefing: Briefing, language: Language, mostNews?: number) =>
    composeDocument(briefing, language, wording, brand.names, mostNews);
  // The forms of an edition are made one after the other, and share what was composed for the first.
  let last: { readonly briefing: Briefing; readonly language: Language; readonly document: Document } | null = null;
  const documentOf = (briefing: Briefing, language: Language) => {
    const same = last?.briefing === briefing && last.language === language ? last : null;
    last = same ?? { briefing, language, document: make(briefing, language) };
    return last.document;
  };
  const compose = (briefing: Briefing, language: Language) => {
    const shorter = fewerNews.map((most) => () => make(briefing, language, most));
    return { document: documentOf(briefing, language), shorter };
  };
  const composeOnePage = (data: EditionData, briefing: Briefing, language: Language) => {
    const pages = full.of(data, language, () => {
      const { document, shorter } = compose(briefing, language);
      return pagesOf(document, { ...layout, shorter });
    });
    return { document: composeSheet(briefing, language, wording, brand.names, pages), shorter: [] };
  };
  const pages = pagesWith(parts);
  // The current data are compared with one draft after the other.
  const readingsOf = new WeakMap<Vintage, Map<Language, Reading>>();
  return {
    async render(data, language, { form, format }, laidOut) {
      const begun = performance.now();
      const briefing = briefingOf(data.vintage);
      const derived = performance.now();
      const isFull = form === 'full';
      const { document, shorter } = isFull ? compose(briefing, language) : composeOnePage(data, briefing, language);
      const composed = performance.now();
      const createdAt = new Date(`${briefing.newestPublished}T12:00:00Z`);
      const pdf = () =>
        renderPdf(document, {
          ...layout,
          packedProfile,
          createdAt,
          creator: 'gomel-briefing',
          attachments: isFull ? attachmentsOf(data, briefing) : [],
          shorter,
          laidOut(paged) {
            if (isFull) full.keep(data, language, paged);
            return laidOut?.(paged);
          },
        });
      const workbook = () => {
        const words = new Words(language, wording.messages[language]);
        return { bytes: renderWorkbook(document, { briefing, words, createdAt }), pages: null };
      };
      const page = () => ({ bytes: pages(document, briefing), pages: null });
      const makers = { pdf, html: page, xlsx: workbook } as const;
      const file = await makers[format]();
      const took = { figures: derived - begun, document: composed - derived, file: performance.now() - composed };
      return { file, title: document.title, took };
    },
    renderFigure({ vintage }, language, id, format) {
      const document = documentOf(briefingOf(vintage), language);
      const words = new Words(language, wording.messages[language]);
      return renderFigure(document, words, id, format, layout);
    },
    figureIds({ vintage }, language, format) {
      const document = documentOf(briefingOf(vintage), language);
      return figureIds(document, new Words(language, wording.messages[language]), format);
    },
    read({ vintage }, language) {
      const readings = readingsOf.get(vintage) ?? new Map<Language, Reading>();
      readingsOf.set(vintage, readings);
      const known = readings.get(language);
      if (known) return known;
      const briefing = briefingOf(vintage);
      const { document, shorter } = compose(briefing, language);
      const words = new Words(language, wording.messages[language]);
      const reading = readEdition(document, briefing, words, () => pagesOf(document, { ...layout, shorter }));
      readings.set(language, reading);
      return reading;
    },
    announce({ vintage }, language, place) {
      return announceEdition(briefingOf(vintage), language, wording, brand.names, place);
    },
    writeMail({ vintage }, language, facts) {
      return writeMail(briefingOf(vintage), language, wording, brand.names, facts);
    },
  };
}

/** How many items of news are tried, one after the other, where a first page has no room for all. */
const fewerNews = [7, 6, 5, 4, 3, 2, 1];

/** The attached files of editions, which are the same in every language. */
const attachmentsByEdition = new WeakMap<EditionData, readonly Attachment[]>();

function attachmentsOf(data: EditionData, briefing: Briefing): readonly Attachment[] {
  const known = attachmentsByEdition.get(data);
  if (known) return known;
  const figures = { name: 'figures.json', type: 'application/json', description: 'Figures' };
  const files = [...data.files].map(([name, bytes]) => {
    const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
    return packAttachment({ name, type, description: `Data Package: ${name}` }, bytes);
  });
  const all = [packAttachment(figures, figuresJson(briefing)), ...files];
  attachmentsByEdition.set(data, all);
  return all;
}

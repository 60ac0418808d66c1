import { keysOf } from '../functions/assets/compile-messages.ts';
import { compileTemplates } from '../functions/assets/compile-templates.ts';
import { loadBrand, readColourProfile, readTemplates, rendererFromFiles } from '../functions/assets/from-files.ts';
import { makeOutlines } from '../functions/assets/make-outlines.ts';
import { styleSheets } from '../functions/assets/style-sheets.ts';
import { subsetFonts } from '../functions/assets/subset-fonts.ts';
import { editionOf, type RenderedFile, type Renderer } from '../functions/briefings/index.ts';
import type { Dataset, Language } from '../functions/dataset/index.ts';
import type { Wording } from '../functions/document/index.ts';
import { openTypefaces } from '../functions/drawing/index.ts';
import type { Pdf } from '../functions/pdf/index.ts';
import { createRenderer } from '../functions/renderer/renderer.ts';
import { fullPdf, type Rendition, renditionOf } from '../functions/store/index.ts';
import { editionNamed } from './briefings.ts';
import { dataset } from './package-files.ts';

const opened = new Map<string, Promise<Renderer>>();
const printed = new Map<string, Promise<Pdf>>();

/** The renderer of a brand, created once from the files of the repository. */
export function renderer(brand = 'default'): Promise<Renderer> {
  const known = opened.get(brand) ?? rendererFromFiles(brand);
  opened.set(brand, known);
  return known;
}

/** An edition of a dataset as a PDF with its data attached. Editions of the repository's dataset are rendered once. */
export function print(edition: string, language: Language, from: Dataset = dataset): Promise<Pdf> {
  return from === dataset ? printInBrand('default', edition, language) : renderUncached(edition, language, from);
}

/** An edition of the repository's dataset in a brand, rendered once. */
export function printInBrand(brand: string, edition: string, language: Language): Promise<Pdf> {
  const key = `${brand} ${edition} ${language}`;
  const pdf = printed.get(key) ?? renderUncached(edition, language, dataset, brand);
  printed.set(key, pdf);
  return pdf;
}

function pdfOf({ bytes, pages }: RenderedFile): Pdf {
  if (pages === null) throw new Error('the renderer gave a PDF without pages');
  return { bytes, pages };
}

/** Renders an edition of a dataset, even if it was rendered before. */
export async function renderUncached(
  edition: string,
  language: Language,
  from = dataset,
  brand = 'default',
  rendition: Rendition = fullPdf,
): Promise<Pdf> {
  return pdfOf(await renderFile(edition, language, rendition, from, brand));
}

/** Renders a file of an edition of a dataset, in any format. */
export async function renderFile(
  edition: string,
  language: Language,
  rendition: Rendition,
  from = dataset,
  brand = 'default',
): Promise<RenderedFile> {
  const { file } = await (await renderer(brand)).render(editionOf(from, editionNamed(edition)), language, rendition);
  return file;
}

/** Renders the sheet of an edition of a dataset. */
export async function printSheet(edition: string, language: Language, from = dataset, brand = 'default'): Promise<Pdf> {
  return renderUncached(edition, language, from, brand, renditionOf('sheet', 'pdf'));
}

/** A renderer of the default brand with other messages and templates. */
export async function rendererWith(wording: Wording): Promise<Renderer> {
  const brand = loadBrand('default');
  const typefaces = openTypefaces(await subsetFonts(brand.fontFiles));
  return createRenderer({
    wording,
    brand,
    typefaces,
    styleSheets: await styleSheets(brand),
    outlines: makeOutlines(),
    colourProfile: readColourProfile(),
  });
}

/** Renders an edition of the repository's dataset with other messages. */
export async function printWithMessages(messages: Wording['messages'], edition: string, language: Language) {
  const other = await rendererWith({ messages, template: compileTemplates(readTemplates(), keysOf(messages)) });
  const { file } = await other.render(editionOf(dataset, editionNamed(edition)), language, fullPdf);
  return pdfOf(file);
}

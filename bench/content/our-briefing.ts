import { loadBrand, projectFolder, readWording } from '../../functions/assets/from-files.ts';
import { makeOutlines } from '../../functions/assets/make-outlines.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import {
  type Dataset,
  type Edition,
  type Language,
  loadDataset,
  parseEdition,
  readFolder,
} from '../../functions/dataset/index.ts';
import { composeDocument, type Document, numberFigures, type Wording } from '../../functions/document/index.ts';
import { openTypefaces, type Typefaces } from '../../functions/drawing/index.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { layoutBlock } from '../../functions/pdf/layout/block.ts';
import { type PagedDocument, paginate } from '../../functions/pdf/layout/paginate.ts';

/** The edition of all measurements: the founding article. */
export const foundingEdition = editionNamed('2021-07');

/** Parses the name of an edition. Throws when it is not valid. */
export function editionNamed(name: string): Edition {
  const edition = parseEdition(name);
  if (!edition) throw new Error(`${name} is no edition; expected a month such as 2021-07`);
  return edition;
}

/** The dataset of the project as of today. */
export async function projectDataset(): Promise<Dataset> {
  return loadDataset(await readFolder(`${projectFolder}data`), new Date().toISOString().slice(0, 10));
}

/** The parts of our renderer, to compose and lay out documents outside it. */
export interface OurRenderer {
  readonly brand: ReturnType<typeof loadBrand>;
  readonly fonts: Awaited<ReturnType<typeof subsetFonts>>;
  readonly typefaces: Typefaces;
  readonly outlines: ReturnType<typeof makeOutlines>;
  readonly wording: Wording;
}

/** Loads the parts of the renderer for the default brand. */
export async function openOurRenderer(): Promise<OurRenderer> {
  const brand = loadBrand('default');
  const fonts = await subsetFonts(brand.fontFiles);
  return { brand, fonts, typefaces: openTypefaces(fonts), outlines: makeOutlines(), wording: readWording() };
}

/** The document of an edition, before layout. */
export function documentOf(renderer: OurRenderer, dataset: Dataset, edition: Edition, language: Language): Document {
  const briefing = deriveFigures(editionOf(dataset, edition).vintage);
  return composeDocument(briefing, language, renderer.wording, renderer.brand.names);
}

/** Lays out a document. */
export function pagesOf({ brand, typefaces, outlines }: OurRenderer, document: Document): PagedDocument {
  const numbers = numberFigures(document);
  return paginate({ document, theme: brand.theme, typefaces, outlines, numbers, squeeze: null, layout: layoutBlock });
}

import {
  type Dataset,
  type Edition,
  type Language,
  loadDataset,
  parseEdition,
  readFolder,
} from '../../functions/dataset/index.ts';
import { composeDocument, type Document, type Wording } from '../../functions/document/index.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { openTypefaces, type Typefaces } from '../../functions/pdf/index.ts';
import { layoutBlock } from '../../functions/pdf/layout/block.ts';
import { numberFigures, type PagedDocument, paginate } from '../../functions/pdf/layout/paginate.ts';
import { compileMessages } from '../../functions/press/compile-messages.ts';
import { compileTemplates } from '../../functions/press/compile-templates.ts';
import { loadBrand, projectFolder, readTemplates, readText } from '../../functions/press/from-files.ts';
import { editionOf } from '../../functions/press/index.ts';
import { makeOutlines } from '../../functions/press/make-outlines.ts';
import { subsetFonts } from '../../functions/press/subset-fonts.ts';

/** The edition that everything is measured on: the founding article. */
export const foundingEdition = editionNamed('2021-07');

/** The edition of a name. Throws when it is none. */
export function editionNamed(name: string): Edition {
  const edition = parseEdition(name);
  if (!edition) throw new Error(`${name} is no edition; expected a month such as 2021-07`);
  return edition;
}

/** The dataset of the project as of the day of the machine. */
export async function projectDataset(): Promise<Dataset> {
  return loadDataset(await readFolder(`${projectFolder}data`), new Date().toISOString().slice(0, 10));
}

/** The parts of our press, for composing and laying out documents outside of it. */
export interface OurPress {
  readonly brand: ReturnType<typeof loadBrand>;
  readonly fonts: Awaited<ReturnType<typeof subsetFonts>>;
  readonly typefaces: Typefaces;
  readonly outlines: ReturnType<typeof makeOutlines>;
  readonly wording: Wording;
}

/** Opens the press of the default brand in its parts. */
export async function openOurPress(): Promise<OurPress> {
  const brand = loadBrand('default');
  const fonts = await subsetFonts(brand.fontFiles);
  const wording = {
    messages: compileMessages(readText('templates/messages.csv')),
    template: compileTemplates(readTemplates()),
  };
  return { brand, fonts, typefaces: openTypefaces(fonts), outlines: makeOutlines(), wording };
}

/** The document of an edition, before it is laid out. */
export function documentOf(press: OurPress, dataset: Dataset, edition: Edition, language: Language): Document {
  const briefing = deriveFigures(editionOf(dataset, edition).vintage);
  return composeDocument(briefing, language, press.wording, press.brand.names);
}

/** A document on its pages. */
export function pagesOf({ brand, typefaces, outlines }: OurPress, document: Document): PagedDocument {
  const numbers = numberFigures(document);
  return paginate({ document, theme: brand.theme, typefaces, outlines, numbers, squeeze: null, layout: layoutBlock });
}

import type { Dataset, Language } from '../functions/dataset/index.ts';
import type { Wording } from '../functions/document/index.ts';
import { openTypefaces, type Pdf } from '../functions/pdf/index.ts';
import { compileTemplates } from '../functions/press/compile-templates.ts';
import { loadBrand, loadPress, readTemplates } from '../functions/press/from-files.ts';
import { editionOf, type Press } from '../functions/press/index.ts';
import { makeOutlines } from '../functions/press/make-outlines.ts';
import { makePress } from '../functions/press/press.ts';
import { subsetFonts } from '../functions/press/subset-fonts.ts';
import { editionNamed } from './briefings.ts';
import { dataset } from './package-files.ts';

const opened = new Map<string, Promise<Press>>();

/** The press of a brand, made from the files of the repository once for a test file. */
export function press(brand = 'default'): Promise<Press> {
  const known = opened.get(brand) ?? loadPress(brand);
  opened.set(brand, known);
  return known;
}

/** Prints an edition of a dataset with its data attached, as the functions and the command line do. */
export async function print(edition: string, language: Language, from: Dataset = dataset): Promise<Pdf> {
  const { pdf } = await (await press()).print(editionOf(from, editionNamed(edition)), language);
  return pdf;
}

/** Prints an edition of the repository's dataset in a brand. */
export async function printInBrand(brand: string, edition: string, language: Language): Promise<Pdf> {
  const { pdf } = await (await press(brand)).print(editionOf(dataset, editionNamed(edition)), language);
  return pdf;
}

/** A press of the default brand with a wording of its own. */
export async function pressWith(wording: Wording): Promise<Press> {
  const brand = loadBrand('default');
  const typefaces = openTypefaces(await subsetFonts(brand.fontFiles));
  return makePress({ wording, brand, typefaces, outlines: makeOutlines() });
}

/** Prints an edition of the repository's dataset in other words than its own. */
export async function printWithMessages(messages: Wording['messages'], edition: string, language: Language) {
  const other = await pressWith({ messages, template: compileTemplates(readTemplates()) });
  const { pdf } = await other.print(editionOf(dataset, editionNamed(edition)), language);
  return pdf;
}

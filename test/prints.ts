import type { Dataset, Language } from '../functions/dataset/index.ts';
import type { Pdf } from '../functions/pdf/index.ts';
import { loadPress } from '../functions/press/from-files.ts';
import { editionOf, type Press } from '../functions/press/index.ts';
import { editionNamed } from './briefings.ts';
import { dataset } from './package-files.ts';

let opened: Promise<Press> | undefined;

/** The press of the default brand, made from the files of the repository once for a test file. */
export function press(): Promise<Press> {
  opened ??= loadPress();
  return opened;
}

/** Prints an edition of a dataset with its data attached, as the functions and the command line do. */
export async function print(edition: string, language: Language, from: Dataset = dataset): Promise<Pdf> {
  const { pdf } = await (await press()).print(editionOf(from, editionNamed(edition)), language);
  return pdf;
}

import { inEachLanguage, type PackageFiles } from '../functions/dataset/index.ts';
import { type OpenedPackage, openPackage, type Say, writeWorkbook } from '../functions/desk/index.ts';
import { readPageCatalogue } from '../functions/local/page-catalogue.ts';
import { noon } from './package-files.ts';

const { words } = readPageCatalogue();

/** The messages of the workbook in every language. */
export const say: Say = (key, slots) => inEachLanguage((language) => words[language].say(key, slots));

/** A package as the workbook that an editor gets. */
export function workbookOf(files: PackageFiles): Uint8Array {
  return writeWorkbook(files, say, noon);
}

/** A package as it comes back from its workbook. */
export function throughWorkbook(files: PackageFiles): Promise<OpenedPackage> {
  return openPackage(workbookOf(files), 'data.xlsx');
}

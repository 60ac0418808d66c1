import { readFile } from 'node:fs/promises';
import { alphabets, languageFacts, languages, type Script, scripts } from '../dataset/index.ts';
import { type FaceName, faceNames } from '../drawing/index.ts';
import { styleSheet, type WebFaces } from '../web/index.ts';
import type { Brand } from './brand.ts';
import { keptSubset } from './subset-cache.ts';

/** The style sheet of a brand for pages in each script. */
export async function styleSheets({ theme, dark, fontFiles }: Brand): Promise<Readonly<Record<Script, string>>> {
  const sheets = scripts.map(async (script) => {
    return [script, styleSheet(theme, dark, await webFaces(fontFiles, script))] as const;
  });
  return Object.fromEntries(await Promise.all(sheets)) as Record<Script, string>;
}

/**
 * The faces of a brand as the pages of a script embed them: WOFF2 with the letters of its languages and without kerning,
 * half the size of what a PDF needs. A rare letter, such as one of a foreign name, is left to the typefaces of the reader.
 */
async function webFaces(files: Readonly<Record<FaceName, string>>, script: Script): Promise<WebFaces> {
  const letters = lettersOf(script);
  const entries = faceNames.map(async (name) => {
    const bytes = await readFile(new URL(import.meta.resolve(files[name])));
    return [name, await subset(bytes, letters)] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as WebFaces;
}

/** The letters of the languages of a script, and those of the names of all languages, by which pages link to each other. */
function lettersOf(script: Script): string {
  const own = languages.filter((language) => languageFacts[language].script === script);
  const names = languages.map((language) => languageFacts[language].ownName);
  const alphabetsOf = own.map((language) => alphabets.get(languageFacts[language].name) ?? '');
  const all = [' ', alphabets.get('every language') ?? '', ...alphabetsOf, ...names].join('');
  return [...new Set(all)].join('');
}

function subset(bytes: Uint8Array, letters: string): Promise<Uint8Array> {
  const options = { targetFormat: 'woff2', keepFeatures: [], noHinting: true, noLayoutClosure: true };
  return keptSubset([bytes, letters, JSON.stringify(options)], async () => {
    // Loaded only when a font is subset, because it brings HarfBuzz.
    const { default: subsetFont } = await import('subset-font');
    return subsetFont(Buffer.from(bytes), letters, options as Parameters<typeof subsetFont>[2]);
  });
}

import messageformat from '@messageformat/core';
// The types of @messageformat/core give this module another path than the one by which Node resolves it.
import compileModule from '@messageformat/core/lib/compile-module.js';
import Handlebars from 'handlebars';
import {
  checkFaces,
  checkSource,
  checksVersion,
  codeVersion,
  compileOptions,
  keysOf,
  loadBrand,
  makeOutlines,
  projectFolder,
  readColourProfile,
  readPatterns,
  readTemplates,
  readText,
  rendererVersionOf,
  shareBrand,
  styleSheets,
  subsetFonts,
  withoutKerning,
} from '../assets/index.ts';
import { type Language, languages, loadDataset, readFolder } from '../dataset/index.ts';
import { faceNames, openTypefaces, packKerning } from '../drawing/index.ts';

/** The modules that replace `#renderer` and `#share-wording` in a bundle, and the files of the bundle. */
export interface RendererModules {
  /** The source of each module by name. `#renderer` and `#share-wording` are those that the functions import. */
  readonly modules: ReadonlyMap<string, string>;
  /** The file name of each module that is a part of its own and is loaded on demand, by module name. */
  readonly parts: ReadonlyMap<string, string>;
  /** The bytes of each file that a renderer reads, by its path in the bundle. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The same of the files that every function reads: the data. */
  readonly data: ReadonlyMap<string, Uint8Array>;
}

/**
 * A day after all publications. The date check is left to the deployed function, which uses the day on which it runs.
 */
export const endOfTime = '9999-12-31';

/**
 * Prepares the renderer of a brand for the bundle: checks the data, compiles messages and templates, subsets fonts and
 * projects outlines. `#renderer` holds what a function needs at once. The rest is loaded for the first briefing, and
 * the messages of a language for the first briefing in it.
 */
export async function rendererModules(brandName: string): Promise<RendererModules> {
  const fonts = await subsetFonts(loadBrand(brandName).fontFiles);
  checkFaces(brandName, openTypefaces(fonts));
  const { version, status, rows } = loadDataset(await readFolder(`${projectFolder}data`), endOfTime);
  const kerning = packKerning(faceNames.map((face) => fonts[face].kerning));
  const places = Object.fromEntries(faceNames.map((face, index) => [face, kerning.places[index]]));
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const withoutKerningTables = Object.entries(fonts).map(
    async ([face, parts]) => [face, await withoutKerning(parts)] as const,
  );
  const files = new Map<string, Uint8Array>([
    ...(await Promise.all(withoutKerningTables)).map(([face, bytes]) => [`fonts/${face}.ttf`, bytes] as const),
    ['fonts/kerning.bin', kerning.bytes],
    ['style-sheets.json', json(await styleSheets(loadBrand(brandName)))],
    ['outlines.json', json(makeOutlines())],
    ['srgb.icc', readColourProfile()],
  ]);
  const data = new Map([['data.json', json({ version, status, rows })]]);
  const modules = new Map([
    ['#renderer', entryModule(brandName)],
    ['#renderer/opened', openedModule(brandName, places)],
    ...languages.map((language) => [`#renderer/messages/${language}`, messagesModule(language, 'document')] as const),
    ['#share-wording', shareModule(brandName)],
    ...languages.map((language) => [`#share-wording/${language}`, messagesModule(language, 'share')] as const),
  ]);
  const parts = new Map([
    ['#renderer/opened', 'print'],
    ...languages.map((language) => [`#renderer/messages/${language}`, `messages-${language}`] as const),
  ]);
  return { modules, parts, files, data };
}

const readFromBundle = `
  const { readFileSync } = require('node:fs');
  const read = (file) => readFileSync(__dirname + '/' + file);`;

function entryModule(brandName: string): string {
  return `
    import { restoreDataset } from ${JSON.stringify(`${projectFolder}functions/dataset/index.ts`)};
    ${readFromBundle}
    export const rendererVersion = ${JSON.stringify(rendererVersionOf(brandName))};
    export const checks = ${JSON.stringify(checksVersion())};
    export const version = ${JSON.stringify(codeVersion())};
    let opened;
    export async function loadRenderer() {
      opened ??= require('#renderer/opened').open();
      return opened;
    }
    export async function bundledDataset(today) {
      return restoreDataset(JSON.parse(read('data.json')), today);
    }`;
}

function openedModule(brandName: string, kerningPlaces: object): string {
  const { names, theme } = loadBrand(brandName);
  const renderer = `${projectFolder}functions/renderer/`;
  const keys = keysOf(readPatterns(readText('templates/messages.csv'), 'document'));
  const specs = [...readTemplates()].map(([name, source]) => {
    checkSource(name, source, keys);
    return `${JSON.stringify(name)}: ${Handlebars.precompile(source, compileOptions)}`;
  });
  const messages = languages.map(
    (language) => `get ${language}() { return require('#renderer/messages/${language}').default; }`,
  );
  return `
    import { templateFrom } from ${JSON.stringify(`${projectFolder}functions/bundle/precompiled-templates.ts`)};
    import { createRenderer } from ${JSON.stringify(`${renderer}renderer.ts`)};
    import { openTypefaces, faceNames, unpackKerning } from ${JSON.stringify(`${projectFolder}functions/drawing/index.ts`)};
    ${readFromBundle}
    export function open() {
      const places = ${JSON.stringify(kerningPlaces)};
      const kernings = read('fonts/kerning.bin');
      const kerningOf = (face) => unpackKerning(places[face], kernings);
      const partsOf = (face) => ({ bytes: read('fonts/' + face + '.ttf'), kerning: kerningOf(face) });
      return createRenderer({
        wording: { messages: { ${messages.join(', ')} }, template: templateFrom({ ${specs.join(',\n')} }) },
        brand: ${JSON.stringify({ names, theme })},
        typefaces: openTypefaces(Object.fromEntries(faceNames.map((face) => [face, partsOf(face)]))),
        styleSheets: JSON.parse(read('style-sheets.json')),
        outlines: JSON.parse(read('outlines.json')),
        colourProfile: read('srgb.icc'),
      });
    }`;
}

function shareModule(brandName: string): string {
  const imports = languages.map((language) => `import ${language} from '#share-wording/${language}';`);
  return `
    ${imports.join('\n')}
    export const shareWording = { messages: { ${languages.join(', ')} }, ...${JSON.stringify(shareBrand(brandName))} };`;
}

function messagesModule(language: Language, part: 'document' | 'share'): string {
  const MessageFormat = messageformat as unknown as typeof messageformat.default;
  const compile = compileModule as unknown as typeof compileModule.default;
  const patterns = readPatterns(readText('templates/messages.csv'), part)[language];
  return compile(new MessageFormat(language), { ...patterns });
}

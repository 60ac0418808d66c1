import messageformat from '@messageformat/core';
// @messageformat/core types this module under another path than Node resolves it by.
import compileModule from '@messageformat/core/lib/compile-module.js';
import Handlebars from 'handlebars';
import { type Language, languages, readFolder } from '../dataset/index.ts';
import { checkTemplate } from '../document/index.ts';
import { openTypefaces } from '../pdf/index.ts';
import { checkFaces } from '../press/check-faces.ts';
import { readPatterns } from '../press/compile-messages.ts';
import { compileOptions, templateFile } from '../press/compile-templates.ts';
import { codeVersion, loadBrand, pressDigestOf, projectFolder, readTemplates, readText } from '../press/from-files.ts';
import { makeOutlines } from '../press/make-outlines.ts';
import { subsetFonts } from '../press/subset-fonts.ts';

/** The modules that take the place of `#press` in a bundle, and the files that stand beside it. */
export interface PressModules {
  /** Source of each module by its name; `#press` is the first that the functions import. */
  readonly modules: ReadonlyMap<string, string>;
  /** Bytes of each file by its path below the bundle. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Prepares the press of a brand for the bundle: messages and templates compiled, fonts cut, outlines drawn. What a
 * function needs at once stands in `#press`; the rest is imported when the first briefing is printed.
 */
export async function pressModules(brandName: string): Promise<PressModules> {
  const fonts = await subsetFonts(loadBrand(brandName).fontFiles);
  checkFaces(brandName, openTypefaces(fonts));
  const dataPackage = await readFolder(`${projectFolder}data`);
  const files = new Map<string, Uint8Array>();
  for (const [face, { bytes }] of Object.entries(fonts)) files.set(`fonts/${face}.ttf`, bytes);
  const kernings = Object.fromEntries(Object.entries(fonts).map(([face, { kerning }]) => [face, kerning]));
  files.set('fonts/kerning.json', Buffer.from(JSON.stringify(kernings)));
  for (const [name, bytes] of dataPackage) files.set(`data-package/${name}`, bytes);
  const modules = new Map([
    ['#press', entryModule(brandName, [...dataPackage.keys()])],
    ['#press/opened', openedModule(brandName)],
    ...languages.map((language) => [`#press/messages/${language}`, messagesModule(language)] as const),
  ]);
  return { modules, files };
}

function entryModule(brandName: string, packageFiles: readonly string[]): string {
  return `
    import { readFile } from 'node:fs/promises';
    export const pressDigest = ${JSON.stringify(pressDigestOf(brandName))};
    export const version = ${JSON.stringify(codeVersion())};
    let opened;
    export function openPress() {
      opened ??= import('#press/opened').then(({ open }) => open());
      return opened;
    }
    export async function bundledPackage() {
      const names = ${JSON.stringify(packageFiles)};
      const read = (name) => readFile(new URL('./data-package/' + name, import.meta.url));
      return new Map(await Promise.all(names.map(async (name) => [name, await read(name)])));
    }`;
}

function openedModule(brandName: string): string {
  const { names, theme } = loadBrand(brandName);
  const press = `${projectFolder}functions/press/`;
  const specs = [...readTemplates()].map(([name, source]) => {
    checkTemplate(templateFile(name), source);
    return `${JSON.stringify(name)}: ${Handlebars.precompile(source, compileOptions)}`;
  });
  return `
    import { readFile } from 'node:fs/promises';
    import { templateFrom } from ${JSON.stringify(`${press}precompiled-templates.ts`)};
    import { makePress } from ${JSON.stringify(`${press}press.ts`)};
    import { openTypefaces, faceNames } from ${JSON.stringify(`${projectFolder}functions/pdf/index.ts`)};
    ${languages.map((language) => `import ${language} from '#press/messages/${language}';`).join('\n')}
    export async function open() {
      const read = (file) => readFile(new URL('./fonts/' + file, import.meta.url));
      const kernings = JSON.parse(await read('kerning.json'));
      const partsOf = async (face) => ({ bytes: await read(face + '.ttf'), kerning: kernings[face] });
      const faces = await Promise.all(faceNames.map(async (face) => [face, await partsOf(face)]));
      return makePress({
        wording: { messages: { ${languages.join(', ')} }, template: templateFrom({ ${specs.join(',\n')} }) },
        brand: ${JSON.stringify({ names, theme })},
        typefaces: openTypefaces(Object.fromEntries(faces)),
        outlines: ${JSON.stringify(makeOutlines())},
      });
    }`;
}

function messagesModule(language: Language): string {
  const MessageFormat = messageformat as unknown as typeof messageformat.default;
  const compile = compileModule as unknown as typeof compileModule.default;
  return compile(new MessageFormat(language), readPatterns(readText('templates/messages.csv'))[language]);
}

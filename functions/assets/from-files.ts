import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Renderer } from '../briefings/index.ts';
import type { Wording } from '../document/index.ts';
import { openTypefaces } from '../drawing/index.ts';
import { createRenderer } from '../renderer/index.ts';
import { type Brand, readBrand } from './brand.ts';
import { checkFaces } from './check-faces.ts';
import { compileMessages, keysOf, readPatterns } from './compile-messages.ts';
import { compileTemplates, type TemplateSources } from './compile-templates.ts';
import { makeOutlines } from './make-outlines.ts';
import { styleSheets } from './style-sheets.ts';
import { subsetFonts } from './subset-fonts.ts';

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes a renderer from the current templates, messages and brand in the project folder. Throws a `TemplateError`,
 * `MessagesError` or `BrandError` with file and line.
 */
export async function rendererFromFiles(brandName = 'default'): Promise<Renderer> {
  const wording = readWording();
  const brand = loadBrand(brandName);
  const typefaces = openTypefaces(await subsetFonts(brand.fontFiles));
  checkFaces(brandName, typefaces);
  return createRenderer({
    wording,
    brand,
    typefaces,
    styleSheets: await styleSheets(brand),
    outlines: makeOutlines(),
    colourProfile: readColourProfile(),
  });
}

/** A SHA-256 digest of everything that determines a briefing: templates, messages, brand, code, libraries. */
export function rendererVersionOf(brandName: string): string {
  const hash = createHash('sha256');
  const parts = [
    JSON.stringify(readPatterns(readText('templates/messages.csv'), 'document')),
    ...readTemplates().values(),
    JSON.stringify(loadBrand(brandName)),
    ...readCode(layersOfPage),
    readColourProfile(),
    JSON.stringify(librariesOf(readText('package.json'))),
  ];
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** A SHA-256 digest of the code that reads and checks data: rows that passed it need not be checked by it again. */
export function checksVersion(): string {
  const hash = createHash('sha256');
  for (const part of [...readCode(['dataset']), JSON.stringify(librariesOf(readText('package.json')))]) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex');
}

/** Reads and compiles the messages and templates; throws a `MessagesError` or `TemplateError` with file and line. */
export function readWording(): Wording {
  const messages = compileMessages(readText('templates/messages.csv'));
  return { messages, template: compileTemplates(readTemplates(), keysOf(messages)) };
}

/** Reads a brand by the name of its folder. */
export function loadBrand(name: string): Brand {
  const folder = join('templates/brand', name);
  return readBrand(name, readText(join(folder, 'brand.json')), (file) => readText(join(folder, file)));
}

/** The names of all brands in the project folder. */
export function brandNames(): readonly string[] {
  const folders = readdirSync(join(projectFolder, 'templates/brand'));
  return folders
    .filter((name) => !name.startsWith('.') && existsSync(join(projectFolder, 'templates/brand', name, 'brand.json')))
    .toSorted();
}

/** The sources of the templates by name. */
export function readTemplates(): TemplateSources {
  // Editors and operating systems leave other files there, such as .DS_Store or .cover.hbs.swp.
  const entries = readdirSync(join(projectFolder, 'templates/sections'), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /^[^.].*\.hbs$/.test(entry.name));
  const names = files.map(({ name }) => name.replace(/\.hbs$/, ''));
  const sections = names.toSorted().map((name) => [name, readText(`templates/sections/${name}.hbs`)] as const);
  return new Map([['briefing', readText('templates/briefing.hbs')], ...sections]);
}

/**
 * The ICC profile of sRGB. `srgb.icc` is ours: half a kilobyte of formulas (ICC.1:2004-10, version 4.2) that were
 * computed from the primaries, the white and the curve of IEC 61966-2-1, adapted to D50 by Bradford's matrix.
 */
export function readColourProfile(): Uint8Array {
  return readFileSync(join(projectFolder, 'functions/assets/srgb.icc'));
}

/** The version of the code, as `package.json` states it. */
export function codeVersion(): string {
  return (JSON.parse(readText('package.json')) as { version: string }).version;
}

/** Reads a text file of the project. */
export function readText(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8');
}

/** The layers that decide what a briefing looks like. */
const layersOfPage = [
  ...['dataset', 'figures', 'document', 'drawing', 'pdf', 'web', 'archive', 'workbook'],
  ...['briefings', 'renderer', 'assets'],
];

function readCode(layers: readonly string[]): readonly string[] {
  return layers.flatMap((layer) => {
    const folder = join(projectFolder, 'functions', layer);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.d)\.ts$/.test(file),
    );
    return files.toSorted().map((file) => readFileSync(join(folder, file), 'utf8'));
  });
}

/** The versions of the libraries and typefaces: both can change a page. */
function librariesOf(manifest: string): object {
  const { dependencies, devDependencies } = JSON.parse(manifest) as Record<string, Record<string, string>>;
  const fonts = Object.entries(devDependencies ?? {}).filter(([name]) => /-fonts\/|^subset-font$/.test(name));
  return { ...dependencies, ...Object.fromEntries(fonts) };
}

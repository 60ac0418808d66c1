import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { repertoire } from '../dataset/index.ts';
import { type PageCatalogue, pageModule } from './page-catalogue.ts';

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const;

const plex = '@expo-google-fonts/ibm-plex-sans';

/** The web fonts of the page, subset to our letters and compressed on first request. */
const fonts: Readonly<Record<string, string>> = {
  'serif-600': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'plex-400': `${plex}/400Regular/IBMPlexSans_400Regular.ttf`,
  'plex-500': `${plex}/500Medium/IBMPlexSans_500Medium.ttf`,
  'plex-600': `${plex}/600SemiBold/IBMPlexSans_600SemiBold.ttf`,
};

/** The files of the page that come from other folders, by their address. */
const files: Readonly<Record<string, readonly [type: keyof typeof types, url: string]>> = {
  '/page/pdf.mjs': ['js', import.meta.resolve('pdfjs-dist/build/pdf.min.mjs')],
  '/page/pdf.worker.mjs': ['js', import.meta.resolve('pdfjs-dist/build/pdf.worker.min.mjs')],
};

/** The Content-Security-Policy of the page: everything from this server, nothing inline. */
export const pagePolicy = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'font', 'connect', 'worker'].map((kind) => `${kind}-src 'self'`),
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const cut = new Map<string, Promise<Uint8Array>>();

/** Gives a file of the page by its address, with the messages in use; null when there is none. */
export async function pageFile(path: string, catalogue: PageCatalogue): Promise<PageFile | null> {
  const [, font] = /^\/page\/fonts\/([a-z0-9-]+)\.woff2$/.exec(path) ?? [];
  if (font !== undefined)
    return Object.hasOwn(fonts, font) ? { type: types.woff2, bytes: await fontBytes(font) } : null;
  const [, own, ending] = /^\/page\/([a-z-]+\.(css|js|svg))$/.exec(path) ?? [];
  const module = own === undefined ? null : await pageModule(own, catalogue);
  if (module) return { type: types.js, bytes: module };
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (!file && own === undefined) return null;
  const [type, url] = file ?? [ending as keyof typeof types, new URL(`page/${own}`, import.meta.url).href];
  const bytes = await readFile(new URL(url)).catch(() => null);
  return bytes && { type: types[type], bytes };
}

function fontBytes(name: string): Promise<Uint8Array> {
  const known = cut.get(name) ?? cutFont(fonts[name] ?? '');
  cut.set(name, known);
  return known;
}

async function cutFont(file: string): Promise<Uint8Array> {
  const bytes = await readFile(new URL(import.meta.resolve(file)));
  return subsetFont(bytes, repertoire, { targetFormat: 'woff2' });
}

import messageformat from '@messageformat/core';
// @messageformat/core types this module under another path than Node resolves it by.
import compileModule from '@messageformat/core/lib/compile-module.js';
import { build, type Plugin } from 'esbuild';
import { compileMessages, type Patterns, projectFolder, readPatterns, readText } from '../assets/index.ts';
import { inEachLanguage, type Language, languages } from '../dataset/index.ts';
import { PageWords } from './page-words.ts';

/** The messages of the page as last read: compiled for the server, as patterns for the browser. */
export interface PageCatalogue {
  readonly words: Readonly<Record<Language, PageWords>>;
  readonly patterns: Readonly<Record<Language, Patterns>>;
}

/** Reads the messages of the page. Throws a `MessagesError` when the catalogue cannot be used. */
export function readPageCatalogue(): PageCatalogue {
  const csv = readText('templates/messages.csv');
  const messages = compileMessages(csv, 'page');
  const words = inEachLanguage((language) => new PageWords(language, messages[language]));
  return { words, patterns: readPatterns(csv, 'page') };
}

const built = new WeakMap<PageCatalogue, Map<string, Promise<Uint8Array>>>();

/**
 * A module for the browser that is built from our TypeScript or messages: `words.js` with {@link PageWords}, or the
 * messages of one language; null when there is none of that name.
 */
export function pageModule(name: string, catalogue: PageCatalogue): Promise<Uint8Array> | null {
  const source = sourceOf(name, catalogue);
  if (source === null) return null;
  const modules = built.get(catalogue) ?? new Map<string, Promise<Uint8Array>>();
  built.set(catalogue, modules);
  const module = modules.get(name) ?? bundled(source);
  modules.set(name, module);
  return module;
}

function sourceOf(name: string, { patterns }: PageCatalogue): string | null {
  if (name === 'words.js') return "export { PageWords } from './functions/local/page-words.ts'";
  const language = languages.find((known) => name === `messages-${known}.js`);
  if (!language) return null;
  const MessageFormat = messageformat as unknown as typeof messageformat.default;
  const compile = compileModule as unknown as typeof compileModule.default;
  return compile(new MessageFormat(language), patterns[language]);
}

async function bundled(source: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: projectFolder },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    charset: 'utf8',
    logLevel: 'warning',
    external: ['node:*'],
    plugins: [withoutSideEffects],
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Leaves out the exports of a layer that the page does not use, with their libraries. */
const withoutSideEffects: Plugin = {
  name: 'without side effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'resolved') return undefined;
      const found = await resolve(path, { ...options, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

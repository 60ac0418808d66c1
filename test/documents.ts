import { compileMessages, keysOf } from '../functions/assets/compile-messages.ts';
import { compileTemplates } from '../functions/assets/compile-templates.ts';
import { loadBrand, readTemplates, readText } from '../functions/assets/from-files.ts';
import type { Language } from '../functions/dataset/index.ts';
import { composeDocument, composeSheet, type Document, type FullEdition } from '../functions/document/index.ts';
import type { Briefing } from '../functions/figures/index.ts';

const { names } = loadBrand('default');
const messages = compileMessages(readText('templates/messages.csv'));
const template = compileTemplates(readTemplates(), keysOf(messages));

/** The document of a briefing in a language. */
export function documentOf(briefing: Briefing, language: Language): Document {
  return composeDocument(briefing, language, { messages, template }, names);
}

/** The sheet of a briefing in a language, beside a full edition whose sections begin on these pages. */
export function sheetOf(briefing: Briefing, language: Language, pageOf: FullEdition['pageOf'] = new Map()): Document {
  return composeSheet(briefing, language, { messages, template }, names, { pages: 10, pageOf });
}

/** Everything that a document says, alternative texts too: a line for each paragraph, label or title, plain spaces. */
export function linesOf(briefing: Briefing, language: Language): readonly string[] {
  return [...lines(documentOf(briefing, language).sections)].map((line) => line.replaceAll('\u00a0', ' '));
}

function* lines(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  if (Array.isArray(node)) {
    if (node.length > 0 && node.every(isRun)) yield node.map(({ text }) => text).join('');
    else for (const item of node) yield* lines(item);
  } else if (typeof node === 'object' && node !== null) {
    for (const value of Object.values(node)) yield* lines(value);
  }
}

function isRun(node: unknown): node is { readonly text: string } {
  return typeof node === 'object' && node !== null && 'text' in node && typeof node.text === 'string';
}

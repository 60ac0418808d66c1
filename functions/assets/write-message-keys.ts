import { writeFileSync } from 'node:fs';
import { languages } from '../dataset/index.ts';
import { MessagesError } from '../renderer/index.ts';
import { readRows } from './compile-messages.ts';
import { readText } from './from-files.ts';

/**
 * Writes the types of the messages of templates/messages.csv, so that the compiler knows the key and the slots of
 * every message. It runs before `tsc` and after an installation; nothing needs its file at run time.
 */
const target = new URL('../figures/message-keys.d.ts', import.meta.url);

const slots = new Map(
  rowsOf('templates/messages.csv').map((row) => [row.key, languages.flatMap((language) => slotsOf(row[language]))]),
);

/** The rows of the catalogue; ends the command with a sentence where it cannot be read. */
function rowsOf(file: string): ReturnType<typeof readRows> {
  try {
    return readRows(readText(file));
  } catch (error) {
    if (!(error instanceof MessagesError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * The slots of an ICU pattern, `{name}` or `{name, plural, one {…} other {…}}`: odd levels of braces are slots.
 * A slot `<name>_number` is left out, because it is filled from `<name>` or only chooses a plural.
 */
function slotsOf(pattern: string): readonly string[] {
  let depth = 0;
  return [...pattern.matchAll(/\{(\w*)|\}/g)].flatMap(([brace, name]) => {
    depth += brace === '}' ? -1 : 1;
    return name && depth % 2 === 1 && !name.endsWith('_number') ? [name] : [];
  });
}

const entries = [...slots].map(([key, names]) => {
  const union = [...new Set(names)].map((name) => `'${name}'`).join(' | ');
  return `  readonly '${key}': ${union || 'never'};`;
});
const lines = [
  '// Written by `npm run types` from templates/messages.csv: change that file, not this one.',
  '',
  '/** The messages by key, each with the names of its slots. */',
  'export interface MessageSlots {',
  ...entries,
  '}',
  '',
  '/** The key of a message. */',
  'export type MessageKey = keyof MessageSlots;',
];
writeFileSync(target, `${lines.join('\n')}\n`);

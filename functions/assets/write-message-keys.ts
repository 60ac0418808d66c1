import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/**
 * Writes the types of the messages of templates/messages.csv, so that the compiler knows the key and the slots of
 * every message. It runs before `tsc` and after an installation; nothing needs its file at run time.
 */
const messages = new URL('../../templates/messages.csv', import.meta.url);
const target = new URL('../figures/message-keys.d.ts', import.meta.url);

const rows: Readonly<Record<string, string>>[] = parse(readFileSync(messages), { columns: true });
const slots = new Map(
  rows.map(({ key = '', remark: _, ...patterns }) => [key, Object.values(patterns).flatMap(slotsOf)]),
);

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

import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/**
 * Writes the type of the keys of templates/messages.csv, so that the compiler knows every message by name. It runs
 * before `tsc` and after an installation; nothing needs its file at run time.
 */
const messages = new URL('../../templates/messages.csv', import.meta.url);
const target = new URL('../figures/message-keys.d.ts', import.meta.url);

const rows: { readonly key: string }[] = parse(readFileSync(messages), { columns: true });
const keys = [...new Set(rows.map(({ key }) => key))].map((key) => `  | ${JSON.stringify(key)}`);
const lines = [
  '// Written by `npm run types` from templates/messages.csv: change that file, not this one.',
  '',
  '/** The key of a message. */',
  'export type MessageKey =',
  ...keys,
];
writeFileSync(target, `${lines.join('\n')};\n`);

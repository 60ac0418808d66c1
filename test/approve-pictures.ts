import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawPages, pictured } from './pdf/pictures.ts';

/** Draws every pictured page anew and approves it: look at the changes before you commit them. */
const folder = fileURLToPath(new URL('pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(folder + name, { recursive: true });
for (const which of pictured) {
  for (const [name, picture] of await drawPages(which)) writeFileSync(folder + name, picture);
}
process.stdout.write(`${readdirSync(folder).length} pictures approved in test/pictures\n`);

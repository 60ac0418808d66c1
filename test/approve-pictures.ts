import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOptions } from '../functions/cli/options.ts';
import { runCommand } from '../functions/cli/terminal.ts';
import { drawPages, pictured } from './pdf/pictures.ts';

const usage = `Usage: npm run pictures

Draws every pictured page anew and approves it, in test/pictures: look at the changes before you commit them.

  --help  these lines`;

await runCommand(async () => {
  if (readOptions({ help: { type: 'boolean', default: false } }, usage).help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const folder = fileURLToPath(new URL('pictures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(folder + name, { recursive: true });
  for (const which of pictured) {
    for (const [name, picture] of await drawPages(which)) writeFileSync(folder + name, picture);
  }
  process.stdout.write(`${readdirSync(folder).length} pictures approved in test/pictures\n`);
});

import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { runCommand } from '../functions/cli/terminal.ts';
import { approvedFolder, differencesOf, pictured } from './pdf/pictures.ts';

const usage = `Usage: npm run pictures

Approves, in test/pictures, every pictured page that no longer looks as it was approved, and names it: look at the
changes before you commit them. Pictures that differ by less than the tests tolerate stay as they are.

  --help  these lines`;

await runCommand({ usage }, async () => {
  const differences = (await Promise.all(pictured.map(differencesOf))).flat();
  for (const { name, after, summary } of differences) {
    if (after) writeFileSync(approvedFolder + name, after);
    else rmSync(approvedFolder + name);
    process.stdout.write(`${summary}\n`);
  }
  rmSync(`${approvedFolder}differing`, { recursive: true, force: true });
  const count = readdirSync(approvedFolder).length;
  process.stdout.write(`${differences.length} of ${count} pictures in test/pictures were approved anew\n`);
});

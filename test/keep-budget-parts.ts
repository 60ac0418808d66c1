import { writeFile } from 'node:fs/promises';
import { runCommand } from '../functions/cli/terminal.ts';
import { measureParts, partsFile } from './budget-parts.ts';

const usage = `Usage: npm run budget

Notes in test/budget-parts.json what the parts of bundles and briefings take now, so that a test that finds one of them
over its budget says what grew. The budgets themselves stand in test/budget.json and are raised by hand.

  --help  these lines`;

await runCommand({ usage }, async () => {
  await writeFile(partsFile, `${JSON.stringify(await measureParts(), null, 2)}\n`);
  process.stdout.write('test/budget-parts.json is up to date\n');
});

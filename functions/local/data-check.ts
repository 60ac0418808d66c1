import { runCommand, UsageError } from '../cli/index.ts';
import { type Dataset, dayInMinsk, loadDataset, proofOf } from '../dataset/index.ts';
import { readPackage } from './load-package.ts';

const usage = `Usage: npm run data:check -- DIR

Checks a Data Package in full: every file, row and column, and the arithmetic proof of its figures.
Exit 0 when it can be published; else 1, with every problem: file, row, column, value, what was expected.`;

await runCommand({ usage, takesWords: true }, async (_, positionals) => {
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new UsageError(`Name one folder with a Data Package.\n\n${usage}`);
  const dataset = loadDataset(await readPackage(folder), dayInMinsk(new Date()));
  process.stdout.write(`${summaryOf(dataset)}\nNext: npm run data:publish -- ${folder}\n`);
});

function summaryOf({ version, sources, observations, statements }: Dataset): string {
  const checks = proofOf(observations).length;
  const counts = `${observations.length} observations, ${statements.length} statements, ${sources.length} sources`;
  return `Version ${version} is in order: ${counts}; ${checks} arithmetic checks agree.`;
}

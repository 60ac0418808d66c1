import { runCommand, UsageError } from '../cli/index.ts';
import { type Dataset, dayInMinsk, loadDataset, proofOf } from '../dataset/index.ts';
import { usePackage } from './load-package.ts';

const usage = `Usage: npm run data:check -- PATH

Checks a Data Package in full: every file, row and column, and the arithmetic proof of its figures. PATH is a folder
with its files, a ZIP file of them, or a workbook of npm run data:workbook.
Exit 0 when it can be published; else 1, with every problem: file, row, column and in a workbook the cell, value, what
was expected.`;

await runCommand({ usage, takesWords: true }, async (_, positionals) => {
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new UsageError(`Name one folder, ZIP file or workbook with a Data Package.\n\n${usage}`);
  const dataset = await usePackage(path, (files) => loadDataset(files, dayInMinsk(new Date())));
  process.stdout.write(`${summaryOf(dataset)}\nNext: npm run data:publish -- ${path}\n`);
});

function summaryOf({ version, sources, observations, statements }: Dataset): string {
  const checks = proofOf(observations).length;
  const counts = `${observations.length} observations, ${statements.length} statements, ${sources.length} sources`;
  return `Version ${version} is in order: ${counts}; ${checks} arithmetic checks agree.`;
}

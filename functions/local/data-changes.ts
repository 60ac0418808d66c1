import { rendererFromFiles } from '../assets/index.ts';
import { resolveEdition } from '../briefings/index.ts';
import { clearProgress, runCommand, showProgress, UsageError } from '../cli/index.ts';
import { type Dataset, dayInMinsk, loadDataset, type PackageFiles } from '../dataset/index.ts';
import { currentPointer, readVersion } from '../publishing/index.ts';
import { changesText } from './changes-text.ts';
import { comparePackages } from './compare-packages.ts';
import { loadPackage, usePackage } from './load-package.ts';
import { openDataObjects } from './open-data-objects.ts';

const usage = `Usage: npm run data:changes -- PATH [--against PATH] [--edition YYYY-MM] [--json]

Says what publishing a Data Package would do: rows added, changed and removed; the editions that would be printed
again; and of one of them the figures, the sentences in every language and the pages that would be others. Nothing is
stored. PATH is a folder with the files of the package, a ZIP file of them, or a workbook of
npm run data:workbook.

  --against PATH     compare with this package; with the current data by default
  --edition YYYY-MM  of which edition to tell the figures and sentences; of the newest that is touched by default
  --json             all of it as JSON
  --help             these lines

The current data are in the S3 bucket that BUCKET names, else in the folder that BRIEFINGS_FOLDER names or .store/ on
this machine; while nothing is published they are those that come with the code. Exit 0 when the package is in order,
else 1, with every problem.`;

await runCommand(
  {
    usage,
    options: { against: { type: 'string' }, edition: { type: 'string' }, json: { type: 'boolean', default: false } },
    takesWords: true,
  },
  async ({ against, edition: name, json }, positionals) => {
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) {
      throw new UsageError(`Name one folder, ZIP file or workbook with a Data Package.\n\n${usage}`);
    }
    const now = new Date();
    const load = (files: PackageFiles) => loadDataset(files, dayInMinsk(now));
    const changes = await usePackage(path, async (files) => {
      const after = load(files);
      const before = against === undefined ? await currentData(now) : await usePackage(against, load, '--against ');
      // Both must have it: there is nothing to compare where one of them begins later.
      const [edition] = [before, after].map((dataset) =>
        name === undefined ? undefined : resolveEdition(name, dataset, now),
      );
      showProgress('Comparing…');
      return comparePackages(before, after, { renderer: await rendererFromFiles(), now, edition });
    });
    clearProgress();
    process.stdout.write(json ? `${JSON.stringify(changes, null, 2)}\n` : changesText(changes));
  },
);

/** The data that briefings are made from now: the published version, or what comes with the code. */
async function currentData(now: Date): Promise<Dataset> {
  const objects = openDataObjects(() => now);
  const digest = (await currentPointer(objects))?.pointer.digest ?? null;
  return digest === null ? loadPackage(undefined) : loadDataset(await readVersion(digest, objects), dayInMinsk(now));
}

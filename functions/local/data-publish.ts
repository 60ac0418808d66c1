import { checksVersion, rendererFromFiles } from '../assets/index.ts';
import { clearProgress, runCommand, showProgress, UsageError } from '../cli/index.ts';
import type { Dataset } from '../dataset/index.ts';
import { type Published, publishPackage, type RollBackTarget, rollBack } from '../publishing/index.ts';
import { usePackage } from './load-package.ts';
import { openDataObjects } from './open-data-objects.ts';
import { proveByPrinting } from './prove-by-printing.ts';

const usage = `Usage: npm run data:publish -- PATH [--force]
       npm run data:publish -- --roll-back
       npm run data:publish -- --version DIGEST|bundled

Makes a Data Package the one that briefings are made from, without a deployment. PATH is a folder with its files, a
ZIP file of them, or a workbook of npm run data:workbook. It is checked in full, and its newest two editions are
printed in every language, before anything is stored; each version stays under its digest and is never overwritten.

  --force                    publish although another version became current since the package was fetched, its
                             version is not higher, or rows of the current version are not in it
  --roll-back                the version before the current one becomes current again; called again, the one
                             before that, and at last the data that come with the code
  --version DIGEST|bundled   that version becomes current again, or the data that come with the code
  --help                     these lines

It goes to the S3 bucket that BUCKET names (the output BucketName of the stack), else to the folder that
BRIEFINGS_FOLDER names or .store/ on this machine. Exit 0 when it is current, 1 when the package was refused or
someone else published meanwhile.`;

/** How editions that were made before are made from these data: on AWS at once, on this machine one by one. */
const nextOf = (these: 'it' | 'them') =>
  process.env.BUCKET
    ? 'Editions that were made before are made anew by: BACKFILL_ARN=… npm run backfill -- --from YYYY-MM --to YYYY-MM'
    : `npm start serves ${these}, also one that is running. An edition made before is made anew when you ask for it there.`;

await runCommand(
  {
    usage,
    options: {
      force: { type: 'boolean', default: false },
      'roll-back': { type: 'boolean', default: false },
      version: { type: 'string' },
    },
    takesWords: true,
  },
  async (values, positionals) => {
    const asked = [positionals.length > 0, values['roll-back'], values.version !== undefined].filter(Boolean).length;
    if (asked !== 1 || positionals.length > 1) {
      throw new UsageError(
        `Name one folder, ZIP file or workbook, or --roll-back, or --version DIGEST|bundled.\n\n${usage}`,
      );
    }
    const context = { now: new Date(), checks: checksVersion() };
    const objects = openDataObjects(context.now);
    const [path] = positionals;
    const published =
      path === undefined
        ? await rollBack(targetOf(values.version), { ...context, objects })
        : await publish(path, { ...context, objects, force: values.force });
    process.stdout.write(`${reportOf(published)}\n`);
  },
);

function targetOf(version: string | undefined): RollBackTarget {
  if (version === undefined) return 'previous';
  if (version === 'bundled') return 'bundled';
  if (/^[0-9a-f]{64}$/.test(version)) return { digest: version };
  throw new UsageError(`--version ${version}: expected a digest of 64 hexadecimal digits, or bundled.`);
}

async function publish(path: string, options: Omit<Parameters<typeof publishPackage>[1], 'prove'>) {
  const prove = async (dataset: Dataset) => {
    showProgress('Printing the newest editions…');
    await proveByPrinting(dataset, await rendererFromFiles(), options.now);
    clearProgress();
  };
  return usePackage(path, (files) => publishPackage(files, { ...options, prove }));
}

function reportOf({ pointer, moved, overridden }: Published): string {
  const { version, digest, since, history } = pointer;
  if (digest === null) return `The data that come with the code are current, since ${since}.\n${nextOf('them')}`;
  if (!moved) return `Version ${version} is current already, since ${since}: ${digest}`;
  const forced = overridden.map((line) => `\nOverridden by --force: ${line}`).join('');
  const before = history.some(({ withdrawn }) => !withdrawn) ? 'the one before' : 'the data that come with the code';
  const back = `Back to ${before}: npm run data:publish -- --roll-back`;
  return `Version ${version} is current: ${digest}${forced}\n${back}\n${nextOf('it')}`;
}

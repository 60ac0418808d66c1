import { checksVersion, projectFolder, rendererFromFiles } from '../assets/index.ts';
import { touchedEditions } from '../briefings/index.ts';
import { clearProgress, runCommand, showProgress, UsageError } from '../cli/index.ts';
import { type Edition, readFolder } from '../dataset/index.ts';
import {
  describeObjection,
  type MoveOptions,
  type Published,
  type PublishOptions,
  publishPackage,
  type RollBackTarget,
  rollBack,
} from '../publishing/index.ts';
import { editorName } from './editor-name.ts';
import { usePackage } from './load-package.ts';
import { keptReason, longestReason } from './move-reason.ts';
import { countsInWords } from './move-words.ts';
import { openDataObjects } from './open-data-objects.ts';
import { proveByPrinting } from './prove-by-printing.ts';
import { remakeEditions, remakingInWords } from './remake-editions.ts';

const usage = `Usage: npm run data:publish -- PATH [--message WHY] [--force]
       npm run data:publish -- --roll-back [--message WHY]
       npm run data:publish -- --version DIGEST|bundled [--message WHY]

Makes a Data Package the one that briefings are made from, without a deployment. PATH is a folder with its files, a
ZIP file of them, or a workbook of npm run data:workbook. It is checked in full, and printed before anything is
stored: its newest two editions, and of the older ones that change all or four of them, in every language, form and
format. Each version stays under its digest and is never overwritten.

  --message WHY              why, for npm run data:history: at most 200 characters
  --force                    publish although another version became current since the package was fetched, its
                             version is not higher, or rows of the current version are not in it
  --roll-back                the version before the current one becomes current again; called again, the one
                             before that, and at last the data that come with the code
  --version DIGEST|bundled   that version becomes current again, or the data that come with the code
  --help                     these lines

It goes to the S3 bucket that BUCKET names (the output BucketName of the stack), else to the folder that
BRIEFINGS_FOLDER names or .store/ on this machine. With BACKFILL_ARN (the output of that name) the editions that
change are made anew at once. Exit 0 when it is current, 1 when the package was refused or someone else published
meanwhile.`;

await runCommand(
  {
    usage,
    options: {
      message: { type: 'string' },
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
    const [path] = positionals;
    const message = readMessage(values.message);
    const target = targetOf(values.version);
    const now = new Date();
    const options: MoveOptions = {
      ...{ now, message, checks: checksVersion(), by: await editorName() },
      objects: openDataObjects(() => now),
      bundled: () => readFolder(`${projectFolder}data`),
    };
    const published = path === undefined ? await rollBack(target, options) : await publish(path, options, values.force);
    process.stdout.write(`${reportOf(published)}\n`);
    if (!published.moved) return;
    const touched = touchedEditions(published.before, published.after, now);
    process.stdout.write(`${remakingInWords(await remakeEditions(touched), touched)}\n`);
  },
);

/** The reason as it is kept. */
function readMessage(message: string | undefined): string | null {
  const reason = keptReason(message ?? '');
  if (reason !== 'refused') return reason;
  throw new UsageError(
    `--message: ${message?.length ?? 0} characters; expected one line of at most ${longestReason} visible ones.`,
  );
}

function targetOf(version: string | undefined): RollBackTarget {
  if (version === undefined) return 'previous';
  if (version === 'bundled') return 'bundled';
  if (/^[0-9a-f]{64}$/.test(version)) return { digest: version };
  throw new UsageError(
    `--version ${version}: expected bundled, or a digest of 64 hexadecimal digits, as npm run data:history lists them.`,
  );
}

async function publish(path: string, options: MoveOptions, force: boolean): Promise<Published> {
  let printed: readonly Edition[] = [];
  const prove: PublishOptions['prove'] = async (after, before) => {
    showProgress('Preparing fonts and templates…');
    printed = await proveByPrinting(after, before, await rendererFromFiles(), options.now);
    clearProgress();
  };
  const published = await usePackage(path, (files) => publishPackage(files, { ...options, force, prove }));
  if (printed.length > 0) process.stdout.write(`Printed in every language and form: ${printed.join(', ')}\n`);
  return published;
}

function reportOf({ pointer, moved, overridden }: Published): string {
  const { version, digest, since, history, moves } = pointer;
  if (!moved && digest !== null) return `Version ${version} is current already, since ${since}: ${digest}`;
  const counts = moves[0]?.changes ? `\n${countsInWords(moves[0].changes)}` : '';
  if (digest === null) return `The data that come with the code are current, since ${since}.${counts}`;
  const forced = overridden.map((one) => `\nOverridden by --force: ${describeObjection(one)}`).join('');
  const before = history.some(({ withdrawn }) => !withdrawn) ? 'the one before' : 'the data that come with the code';
  const back = `Back to ${before}: npm run data:publish -- --roll-back`;
  return `Version ${version} is current: ${digest}${counts}${forced}\n${back}`;
}

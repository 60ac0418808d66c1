import { readArguments, runCommand, UsageError } from '../cli/index.ts';
import { type Published, publishPackage, rollBack } from '../publishing/index.ts';
import { openS3Objects } from '../s3/index.ts';
import { FolderObjects, type ObjectStore, terminalTimeouts } from '../store/index.ts';
import { readPackage } from './load-package.ts';
import { localFolder } from './local-folder.ts';

const usage = `Usage: npm run data:publish -- DIR
       npm run data:publish -- --roll-back
       npm run data:publish -- --version DIGEST

Makes a Data Package the one that briefings are made from, without a deployment. It is checked in full
before anything is stored; each version stays under its digest and is never overwritten.

  --roll-back         the version before the current one becomes current again
  --version DIGEST    that version becomes current again
  --help              these lines

It goes to the S3 bucket that BUCKET names (the output BucketName of the stack), else to the folder that
BRIEFINGS_FOLDER names or .store/ on this machine. Exit 0 when it is current, 1 when the package was refused or
someone else published meanwhile.`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      'roll-back': { type: 'boolean', default: false },
      version: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const asked = [positionals.length > 0, values['roll-back'], values.version !== undefined].filter(Boolean).length;
  if (asked !== 1 || positionals.length > 1) {
    throw new UsageError(`Name one folder, or --roll-back, or --version DIGEST.\n\n${usage}`);
  }
  if (values.version !== undefined && !/^[0-9a-f]{64}$/.test(values.version)) {
    throw new UsageError(`--version ${values.version}: expected a digest of 64 hexadecimal digits.`);
  }
  const now = new Date();
  const objects = openObjects(() => now);
  const [folder] = positionals;
  const published =
    folder === undefined
      ? await rollBack(values.version ?? null, objects, now)
      : await publishPackage(await readPackage(folder), objects, now);
  process.stdout.write(`${reportOf(published)}\n`);
});

function openObjects(now: () => Date): ObjectStore {
  const { BUCKET: bucket } = process.env;
  return bucket ? openS3Objects(bucket, process.env, now, terminalTimeouts) : new FolderObjects(localFolder(), { now });
}

function reportOf({ pointer, moved }: Published): string {
  const { version, digest, since, previous } = pointer;
  if (!moved) return `Version ${version} is current already, since ${since}: ${digest}`;
  const back = previous ? '\nBack to the one before: npm run data:publish -- --roll-back' : '';
  return `Version ${version} is current: ${digest}${back}`;
}

import { runCommand } from '../cli/index.ts';
import { currentPointer } from '../publishing/index.ts';
import { historyInWords } from './move-words.ts';
import { openDataObjects } from './open-data-objects.ts';

const usage = `Usage: npm run data:history

Lists the versions of the data that were current, newest first: when (the time in Minsk), which version, whether
it was withdrawn, its digest, who published it or rolled back to it, why, and in how many rows it differs from the
one before.

  --help  these lines

It looks into the S3 bucket that BUCKET names, else into the folder that BRIEFINGS_FOLDER names or .store/ on this
machine. A version becomes current again by: npm run data:publish -- --version DIGEST|bundled`;

await runCommand({ usage }, async () => {
  const current = await currentPointer(openDataObjects(() => new Date()));
  const text = current
    ? historyInWords(current.pointer)
    : 'Nothing was published: the data that come with the code are current.';
  process.stdout.write(`${text}\n`);
});

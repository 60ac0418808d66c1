import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, runCommand, UsageError } from '../cli/index.ts';
import { currentPointer, readVersion, withBase } from '../publishing/index.ts';
import { makeFolder } from '../store/index.ts';
import { fromCaller } from './load-package.ts';
import { openDataObjects } from './open-data-objects.ts';

const usage = `Usage: npm run data:fetch -- DIR

Writes the Data Package that is current into a folder, to make changes in it and publish it again. Its
datapackage.json names the version that it was made from, so that nothing is published over what others published
in the meantime.

  --help  these lines

It comes from the S3 bucket that BUCKET names, else from the folder that BRIEFINGS_FOLDER names or .store/ on this
machine. Files of the same names in DIR are replaced.`;

await runCommand({ usage, takesWords: true }, async (_, positionals) => {
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError(`Name one folder to write to.\n\n${usage}`);
  const objects = openDataObjects(() => new Date());
  const current = await currentPointer(objects);
  if (!current || current.pointer.digest === null) {
    throw new CommandError(
      'Nothing is published: the data that come with the code are current. Copy the folder data/.',
    );
  }
  const { digest, version } = current.pointer;
  const path = fromCaller(folder);
  await makeFolder(path);
  for (const [name, bytes] of withBase(await readVersion(digest, objects), digest)) {
    await writeFile(join(path, name), bytes);
  }
  process.stdout.write(`Version ${version} (${digest.slice(0, 12)}) is in ${path}\n`);
  process.stdout.write('Raise its version in datapackage.json with your changes, then: npm run data:publish -- DIR\n');
});

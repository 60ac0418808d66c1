import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../assets/index.ts';
import { runCommand, UsageError } from '../cli/index.ts';
import { describePackage, readFolder } from '../dataset/index.ts';
import { fromCaller } from './load-package.ts';

const usage = `Usage: npm run data:describe
       npm run data:describe -- DIR

Writes the resources of datapackage.json from the tables of functions/dataset/tables.ts, after a column or an
indicator changed there. Name, title, version, licences and all else that the tables do not say stay as they are.

  DIR       the folder of the Data Package; data/ of the project where none is named
  --help    these lines

Exit 0 when the file is as the tables have it, 1 when it cannot be read.`;

await runCommand({ usage, takesWords: true }, async (_, positionals) => {
  const [named, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`Name one folder with a Data Package, or none.\n\n${usage}`);
  const folder = named === undefined ? join(projectFolder, 'data') : fromCaller(named);
  const before = (await readFolder(folder)).get('datapackage.json');
  const place = join(folder, 'datapackage.json');
  if (!before)
    throw new UsageError(`${place}: there is no such file. Copy data/datapackage.json of the project there.`);
  const after = describePackage(before);
  const isChanged = !Buffer.from(after).equals(before);
  if (isChanged) await writeFile(place, after);
  process.stdout.write(`${place}: ${isChanged ? 'written from the tables' : 'is as the tables have it'}.\n`);
  process.stdout.write(`Next: npm run data:check -- ${named ?? 'data'}\n`);
});

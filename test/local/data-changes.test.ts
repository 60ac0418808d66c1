import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { languages, type PackageFiles } from '../../functions/dataset/index.ts';
import { FolderObjects } from '../../functions/store/index.ts';
import { childEnvironment } from '../child-environment.ts';
import { temporaryFolder } from '../folders.ts';
import { noon, packageFiles, withFile, withObservation } from '../package-files.ts';
import { publish } from '../publishing/publish.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The package of the project with another number of companies. */
const corrected = withObservation(',2021-07,361,PN,', ',2021-07,365,PN,');

/** A folder with packages, each in a folder of its name. */
async function folderWith(packages: Readonly<Record<string, PackageFiles>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, files] of Object.entries(packages)) {
    await mkdir(join(folder, name));
    for (const [file, bytes] of files) await writeFile(join(folder, name, file), bytes);
  }
  return folder;
}

/** Runs `npm run data:changes` in a folder, whose `store` has what is published. */
async function changes(folder: string, ...args: readonly string[]) {
  const env = { ...childEnvironment, INIT_CWD: folder, BRIEFINGS_FOLDER: 'store' };
  const script = resolve(project, 'functions/local/data-changes.ts');
  return promisify(execFile)(process.execPath, [script, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error,
  );
}

it('npm run data:changes compares with the data that come with the code while nothing is published', async () => {
  const folder = await folderWith({ mine: packageFiles, corrected });
  expect(await changes(folder, 'mine')).toEqual({
    code: 0,
    stdout: 'Publishing this package would change nothing.\n',
    stderr: '',
  });
  const { stdout } = await changes(folder, 'corrected');
  expect(stdout).toMatch(
    /\nRows: 0 added, 1 changed, 0 removed\n {2}observations.csv\n {4}~ row \d+: companies .*: value 361 → 365\n/,
  );
  expect(stdout).toMatch(/\n\d+ editions would be printed again: 2021-07 to \d{4}-\d\d \(--edition tells/);
  for (const language of ['English', 'Russian', 'Belarusian']) expect(stdout).toContain(`\nSentences in ${language}: `);
  expect((await readdir(folder)).toSorted()).toEqual(['corrected', 'mine']);
});

it('npm run data:changes compares with the published version once there is one', async () => {
  const folder = await folderWith({ corrected });
  await publish(corrected, new FolderObjects(join(folder, 'store'), { now: () => noon }));
  expect((await changes(folder, 'corrected')).stdout).toBe('Publishing this package would change nothing.\n');
});

it('npm run data:changes compares two packages that are named, as JSON too', async () => {
  const folder = await folderWith({ mine: packageFiles, corrected });
  const { code, stdout } = await changes(folder, 'corrected', '--against', 'mine', '--json');
  const { rows, editions, compared } = JSON.parse(stdout);
  const cells = [{ column: 'value', before: '361', after: '365' }];
  expect([code, rows[0].changed[0].cells]).toEqual([0, cells]);
  expect(compared.edition).toBe(editions.at(-1));
  expect(Object.keys(compared.languages)).toEqual([...languages]);
});

it('npm run data:changes tells what changes in an edition that is named', async () => {
  const folder = await folderWith({ mine: packageFiles, corrected });
  const { stdout } = await changes(folder, 'corrected', '--against', 'mine', '--edition', '2021-07');
  expect(stdout).toContain('\nFigures of the edition 2021-07: ');
  expect(stdout.replaceAll('\u00a0', ' ')).toMatch(/\n {4}- .*\b361\b.*\n {4}\+ .*\b365\b/);
});

it('npm run data:changes names the cell of a text that no page has room for', async () => {
  const sector = (index: number) =>
    [
      'sector',
      `new_${index}`,
      '',
      '',
      ...['economy ', 'экономика ', 'эканоміка '].map((word) => `${index} ${word.repeat(40)}`.slice(0, 280).trim()),
    ]
      .concat('', '', '', '', 'strela-2025-02-20', 'text')
      .join(',');
  const long = withFile('statements.csv', (csv) => `${csv}${[1, 2, 3, 4].map(sector).join('\n')}\n`);
  const { code, stdout, stderr } = await changes(await folderWith({ long }), 'long', '--edition', '2025-02');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /statements\.csv, row \d+, text_en: .* – the edition \d{4}-\d\d in en cannot be printed with it/,
  );
});

it.each([
  ['a package that is not in order, with its problems', ['wrong'], 1, /^observations\.csv, row \d+, value: "3x"/m],
  ['a folder that there is not', ['nowhere'], 2, /nowhere: there is no such folder or file\.\n$/],
  ['another that there is not', ['mine', '--against', 'nowhere'], 2, /^--against .*nowhere: there is no such/],
  [
    'an edition that there is not',
    ['mine', '--edition', '2020-01'],
    2,
    /^There is no edition "2020-01": editions run from/,
  ],
  ['a call that names none', [], 2, /^Name one folder, ZIP file or workbook with a Data Package\.\n/],
] as const)('npm run data:changes refuses %s', async (_, args, expected, reason) => {
  const wrong = withObservation(',2021-07,361,PN,', ',2021-07,3x,PN,');
  const { code, stdout, stderr } = await changes(await folderWith({ mine: packageFiles, wrong }), ...args);
  expect([code, stdout]).toEqual([expected, '']);
  expect(stderr).toMatch(reason);
});

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';
import { childEnvironment } from '../child-environment.ts';
import { temporaryFolder } from '../folders.ts';
import { packageFiles } from '../package-files.ts';
import { cell, changed, error, inSheet } from './change-workbook.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command of the project in a folder, as npm would. */
function run(script: string, args: readonly string[], folder: string) {
  const path = resolve(project, 'functions/local', script);
  const env = { ...childEnvironment, INIT_CWD: folder };
  return promisify(execFile)(process.execPath, [path, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (ended: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ended,
  );
}

it('npm run data:workbook writes the data of the project, and data:check finds them in order', async () => {
  const folder = await temporaryFolder();
  const written = await run('data-workbook.ts', ['--out', 'data.xlsx'], folder);
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toContain('npm run data:check -- data.xlsx');
  const checked = await run('data-check.ts', ['data.xlsx'], folder);
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toContain('70 observations');
});

it('npm run data:check names the cell of each problem of a workbook, and what was read all the same', async () => {
  const folder = await temporaryFolder();
  const hide = inSheet('observations', (xml) => xml.replace('<row r="7"', '<row r="7" hidden="1"'));
  await writeFile(join(folder, 'data.xlsx'), changed(cell('observations', 'F2', error('#DIV/0!')), hide));
  const { code, stderr } = await run('data-check.ts', ['data.xlsx'], folder);
  expect(code).toBe(1);
  expect(stderr).toContain('observations: row 7 is hidden and read all the same');
  expect(stderr).toContain(
    'observations!F2 (observations.csv, row 2, value): "#DIV/0!" – the cell shows an error; type',
  );
});

it('npm run data:workbook takes a ZIP file of a package, and a workbook made from it is checked as it', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'data.zip'), zip(packageFiles));
  expect(await run('data-check.ts', ['data.zip'], folder)).toMatchObject({ code: 0 });
  expect(await run('data-workbook.ts', ['data.zip', '--out', 'data.xlsx'], folder)).toMatchObject({ code: 0 });
  expect(await run('data-check.ts', ['data.xlsx'], folder)).toMatchObject({ code: 0 });
});

it.each([
  [['data'], 'Name a file after --out.'],
  [['--out', 'data.csv'], '--out data.csv: name a file that ends in .xlsx.'],
])('npm run data:workbook ends with 2 and says what to name: %j', async (args, says) => {
  const { code, stderr } = await run('data-workbook.ts', args, await temporaryFolder());
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});

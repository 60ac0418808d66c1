import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from './folders.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** One file of each kind whose bytes count: data, templates, code, and what is not text. */
const files = [
  'data/observations.csv',
  'data/datapackage.json',
  'templates/messages.csv',
  'templates/briefing.hbs',
  'functions/cli/run.js',
  'functions/assets/srgb.icc',
  'docs/first-page.png',
];

/** Whether a checkout with the line ends of Windows leaves each file as it is in the repository. */
async function checkedOut(attributes: string): Promise<Readonly<Record<string, boolean>>> {
  const folder = await temporaryFolder();
  const identity = ['-c', 'user.name=editor', '-c', 'user.email=editor@example.org', '-c', 'core.safecrlf=false'];
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'core.autocrlf=true', ...identity, ...args], { cwd: folder, stdio: 'pipe' });
  git('init');
  writeFileSync(join(folder, '.gitattributes'), attributes);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), readFileSync(join(project, file)));
  }
  git('add', '.');
  git('commit', '-m', 'All files');
  for (const file of files) rmSync(join(folder, file));
  git('checkout', '--', '.');
  const same = (file: string) => readFileSync(join(folder, file)).equals(readFileSync(join(project, file)));
  return Object.fromEntries(files.map((file) => [file, same(file)]));
}

it('a clone on Windows has the bytes that digests and checks read', async () => {
  const attributes = readFileSync(join(project, '.gitattributes'), 'utf8');
  expect(await checkedOut(attributes)).toEqual(Object.fromEntries(files.map((file) => [file, true])));
});

it('without .gitattributes it would not', async () => {
  expect(await checkedOut('')).toMatchObject({ 'data/observations.csv': false });
});

import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectFolder } from '../functions/assets/from-files.ts';
import { CommandError, clearProgress, runCommand, showProgress, UsageError } from '../functions/cli/index.ts';
import { runToEnd, runWell } from './conformance/programs.ts';

const usage = `Usage: npm run deps:try -- [NAME…]

Tries the newest version of the same major of every dependency, or of those named. In a temporary copy of the project it
installs them together, checks style and types, builds the functions, prints the founding edition in three languages and
runs some of the tests; where that fails it tries one half and then the other, until it knows which dependency breaks
what. Ends with 1 when one does. This project stays as it is.

  --help  these lines`;

/** A dependency with its current version and the one to try. */
interface Update {
  readonly name: string;
  readonly now: string;
  readonly newest: string;
}

/** The result of an update: what failed, or null. */
interface Outcome {
  readonly update: Update;
  readonly failure: string | null;
}

/** What is run in the copy after the updates are installed. */
const steps = [
  ['style', ['run', '--silent', 'lint']],
  ['types', ['run', '--silent', 'types']],
  ['build', ['run', '--silent', 'build']],
  ['print', ['run', '--silent', 'briefing', '--', '--edition', '2021-07', '--out', 'printed']],
  ['tests', ['exec', '--', 'vitest', 'run', 'test/bundle', 'test/document', 'test/lib', 'test/pdf/founding-briefing']],
] as const;

/** What is not copied because it is created again. */
const notCopied = new Set(['node_modules', '.git', 'dist', 'cdk.out']);

const byNumbers = new Intl.Collator('en', { numeric: true }).compare;

await runCommand({ usage, takesWords: true }, async (_, positionals) => {
  const updates = await findUpdates(positionals);
  const newer = updates.filter(({ now, newest }) => newest !== now);
  const outcomes = newer.length === 0 ? [] : await inCopy((folder) => tryAll(folder, newer));
  clearProgress();
  process.stdout.write(`${tableOf(updates, outcomes)}\n`);
  if (outcomes.some(({ failure }) => failure !== null)) process.exitCode = 1;
});

/** The newest version of each dependency, or of those named, within its current major. */
async function findUpdates(names: readonly string[]): Promise<readonly Update[]> {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const pinned = new Map(Object.entries({ ...dependencies, ...devDependencies }));
  const unknown = names.find((name) => !pinned.has(name));
  if (unknown !== undefined) throw new UsageError(`${unknown} is no dependency in package.json.\n\n${usage}`);
  const updates: Update[] = [];
  for (const [name, now] of pinned) {
    if (names.length > 0 && !names.includes(name)) continue;
    showProgress(`Asking for ${name}…`);
    const [major = ''] = now.split('.');
    const answer = await runWell('npm', ['view', `${name}@${major}.x`, 'version', '--json']);
    // npm gives a string for one version, and a list that is not in version order for several.
    const versions = [JSON.parse(answer) as string | readonly string[]].flat().toSorted(byNumbers);
    updates.push({ name, now, newest: versions.at(-1) ?? now });
  }
  return updates;
}

/** Runs work in a temporary copy of the project and removes the copy. */
async function inCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'try-dependencies-'));
  try {
    await cp(projectFolder, folder, { recursive: true, filter: (path) => !notCopied.has(basename(path)) });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tries updates, after checking that the copy works without them. */
async function tryAll(folder: string, updates: readonly Update[]): Promise<readonly Outcome[]> {
  const failure = await failureOf(folder, []);
  if (failure !== null) throw new CommandError(`The project fails before anything is updated: ${failure}`);
  return tryUpdates(folder, updates);
}

/** Tries updates together. If that fails, tries each half. */
async function tryUpdates(folder: string, updates: readonly Update[]): Promise<readonly Outcome[]> {
  const failure = await failureOf(folder, updates);
  if (failure === null || updates.length === 1) return updates.map((update) => ({ update, failure }));
  const middle = Math.ceil(updates.length / 2);
  const halves = [updates.slice(0, middle), updates.slice(middle)];
  const outcomes: Outcome[] = [];
  for (const half of halves) outcomes.push(...(await tryUpdates(folder, half)));
  if (outcomes.some((outcome) => outcome.failure !== null)) return outcomes;
  return updates.map((update) => ({ update, failure: `works, but not with all of these: ${failure}` }));
}

/** The first step that fails with some updates installed, and the first line of its error; null if none fails. */
async function failureOf(folder: string, updates: readonly Update[]): Promise<string | null> {
  for (const file of ['package.json', 'package-lock.json']) await cp(join(projectFolder, file), join(folder, file));
  const wanted = updates.map(({ name, newest }) => `${name}@${newest}`);
  const install = ['install', '--save-exact', '--no-audit', '--no-fund', ...wanted] as const;
  for (const [step, args] of [['install', install] as const, ...steps]) {
    showProgress(
      `Trying ${wanted.length > 1 ? `${wanted.length} together` : (wanted[0] ?? 'the project as it is')}: ${step}…`,
    );
    const { code, out, err } = await runToEnd('npm', args, { cwd: folder, env: { NO_COLOR: '1' } });
    if (code !== 0) return `${step}: ${firstError(`${out}\n${err}`)}`;
  }
  return null;
}

/** The first line that mentions an error, or else the first line. */
function firstError(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('✓'));
  return lines.find((line) => /^[×✘✖]|^FAIL|error/i.test(line)) ?? lines[0] ?? 'it said nothing';
}

function tableOf(updates: readonly Update[], outcomes: readonly Outcome[]): string {
  const rows = updates.map((update) => {
    const outcome = outcomes.find((each) => each.update === update);
    const result = outcome ? (outcome.failure ?? 'works') : 'is the newest';
    return [update.name, update.now, outcome ? update.newest : '', result] as const;
  });
  const head = ['dependency', 'now', 'tried', ''] as const;
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

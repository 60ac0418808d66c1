import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { runToEnd } from '../programs.ts';

/** A property and the number of cases that fast-check tried. */
export interface Tried {
  /** The file of the test, relative to the project. */
  readonly file: string;
  readonly property: string;
  readonly cases: number;
  readonly failed: boolean;
}

/** Runs all tests that use fast-check. Gives fast-check's report on each property and how the run ended. */
export async function countCases(
  scratch: string,
): Promise<{ readonly tried: readonly Tried[]; readonly code: number }> {
  const notes = join(scratch, 'fast-check.ndjson');
  const config = fileURLToPath(new URL('./vitest.config.ts', import.meta.url));
  const files = await filesWithProperties();
  const env = { FAST_CHECK_CASES: notes };
  const { code } = await runToEnd('npx', ['vitest', 'run', '--config', config, ...files], { env });
  const lines = (await readFile(notes, 'utf8').catch(() => '')).trim().split('\n');
  const tried = lines.filter(Boolean).map((line) => JSON.parse(line) as Tried);
  return { tried: tried.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || b.cases - a.cases), code };
}

async function filesWithProperties(): Promise<readonly string[]> {
  const folder = join(projectFolder, 'test');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return names.filter((_, index) => texts[index]?.includes("from 'fast-check'")).map((name) => join('test', name));
}

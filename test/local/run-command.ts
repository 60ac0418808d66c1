import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The folder of the project. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project in a folder, as npm would. */
export async function run(
  script: string,
  args: readonly string[],
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const environment = { ...process.env, INIT_CWD: folder, ...more };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [resolve(project, script), ...args], {
      env: environment,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Outcome;
  }
}

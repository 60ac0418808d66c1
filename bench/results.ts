import { readFile, writeFile } from 'node:fs/promises';
import { projectFolder } from '../functions/assets/from-files.ts';
import type { Machine } from './machine.ts';
import type { Noise } from './noise.ts';

/** The file of the last results. */
export const resultsFile = `${projectFolder}bench/results.json`;

/** What one measurement found out, when and on what. */
export interface Result<Facts = object> {
  readonly measured: string;
  readonly rounds: number;
  readonly machine: Machine;
  readonly noise: Noise;
  readonly facts: Facts;
}

/** The last result of each measurement by its name. */
export type Results = Readonly<Record<string, Result>>;

/** Reads results; none where there is no file. */
export async function readResults(file = resultsFile): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text) as Results;
}

/** Keeps the result of one measurement, and leaves those of the others as they were. */
export async function keepResult(name: string, result: Result, file = resultsFile): Promise<void> {
  const results = { ...(await readResults(file)), [name]: result };
  const sorted = Object.fromEntries(Object.entries(results).toSorted(([a], [b]) => a.localeCompare(b)));
  await writeFile(file, `${JSON.stringify(sorted, rounded, 2)}\n`);
}

/** Five digits are more than can be measured, and keep the file readable. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}

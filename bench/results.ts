import { readFile, writeFile } from 'node:fs/promises';
import { projectFolder } from '../functions/assets/from-files.ts';
import type { Machine } from './machine.ts';
import type { Noise } from './noise.ts';

/** The file of the latest results. */
export const resultsFile = `${projectFolder}bench/results.json`;

/** The facts of one measurement, with its time and machine. */
export interface Result<Facts = object> {
  readonly measured: string;
  readonly rounds: number;
  readonly machine: Machine;
  readonly noise: Noise;
  readonly facts: Facts;
}

/** The latest result of each measurement, by name. */
export type Results = Readonly<Record<string, Result>>;

/** Reads results; empty when the file does not exist. */
export async function readResults(file = resultsFile): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text) as Results;
}

/** Saves the result of one measurement and keeps those of the others. */
export async function keepResult(name: string, result: Result, file = resultsFile): Promise<void> {
  const results = { ...(await readResults(file)), [name]: result };
  const sorted = Object.fromEntries(Object.entries(results).toSorted(([a], [b]) => a.localeCompare(b)));
  await writeFile(file, `${JSON.stringify(sorted, rounded, 2)}\n`);
}

/** Rounds to five digits: more cannot be measured, and the file stays readable. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Dataset, loadDataset, readFolder } from '../dataset/index.ts';
import { projectFolder } from '../press/from-files.ts';
import { UsageError } from './options.ts';

/** A path as the person who typed it means it: npm runs scripts in the folder of the project. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Loads the dataset in a folder, or the one that comes with the project. */
export async function loadPackage(folder: string | undefined): Promise<Dataset> {
  const path = folder === undefined ? `${projectFolder}data` : fromCaller(folder);
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw new UsageError(`--data ${path}: there is no such folder.`);
  return loadDataset(await readFolder(path), new Date().toISOString().slice(0, 10));
}

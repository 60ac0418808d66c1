import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { projectFolder } from '../assets/index.ts';
import { UsageError } from '../cli/index.ts';
import { type Dataset, dayInMinsk, loadDataset, type PackageFiles, readFolder } from '../dataset/index.ts';

/** Resolves a path from where the caller typed it: npm runs scripts in the project folder. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Loads the dataset in a folder, or the one that comes with the project. */
export async function loadPackage(folder: string | undefined): Promise<Dataset> {
  const files = folder === undefined ? await readFolder(`${projectFolder}data`) : await readPackage(folder, '--data ');
  return loadDataset(files, dayInMinsk(new Date()));
}

/** Reads the files of a package in a folder that was named, after an option or by itself. */
export async function readPackage(folder: string, option = ''): Promise<PackageFiles> {
  const path = fromCaller(folder);
  const found = await stat(path).catch(() => null);
  if (!found) throw new UsageError(`${option}${path}: there is no such folder.`);
  if (!found.isDirectory()) {
    throw new UsageError(`${option}${path}: this is a file; name the folder with the files of a Data Package.`);
  }
  return readFolder(path);
}

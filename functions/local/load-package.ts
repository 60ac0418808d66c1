import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { projectFolder } from '../assets/index.ts';
import { UsageError } from '../cli/index.ts';
import {
  type Dataset,
  DatasetError,
  dayInMinsk,
  loadDataset,
  type PackageFiles,
  readFolder,
} from '../dataset/index.ts';
import { describeRemark, inPlace, largestFile, openPackage, problemsOf } from '../desk/index.ts';

/** Resolves a path from where the caller typed it: npm runs scripts in the project folder. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Loads the dataset in a folder or a file, or the one that comes with the project. */
export async function loadPackage(path: string | undefined): Promise<Dataset> {
  const load = (files: PackageFiles) => loadDataset(files, dayInMinsk(new Date()));
  return path === undefined ? load(await readFolder(`${projectFolder}data`)) : usePackage(path, load, '--data ');
}

/**
 * Reads the files of a package that was named, after an option or by itself, and does something with them: a folder with
 * the files, a ZIP file of them, or a workbook. What was read in another way than it stands in a workbook is told on
 * standard error. Throws a `DatasetError` with everything that is wrong, in a workbook with its cells.
 */
export async function usePackage<T>(
  path: string,
  use: (files: PackageFiles) => T | Promise<T>,
  option = '',
): Promise<T> {
  const place = fromCaller(path);
  const found = await stat(place).catch(() => null);
  if (!found) throw new UsageError(`${option}${place}: there is no such folder or file.`);
  if (found.isDirectory()) return use(await readFolder(place));

  const opened = await openPackage(await readAtMost(place, largestFile + 1), basename(place));
  for (const remark of opened.remarks) process.stderr.write(`${describeRemark(remark)}\n`);
  if (opened.problems.length > 0) throw new DatasetError(problemsOf(opened, dayInMinsk(new Date())));
  try {
    return await use(opened.files);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new DatasetError(inPlace(error, opened));
  }
}

/** The first bytes of a file: of one that is too large anyhow, no more are held. */
async function readAtMost(path: string, bytes: number): Promise<Uint8Array> {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(size, bytes)) });
  return buffer.subarray(0, bytesRead);
}

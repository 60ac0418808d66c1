import { type Dataset, loadDataset, readFolder } from '../dataset/index.ts';
import { codeVersion, loadPress, pressDigestOf, projectFolder } from './from-files.ts';
import type { Press } from './press.ts';

/**
 * The press as the functions import it, under the name `#press`. Here it is made from the files of the project when
 * it is opened; in the bundle another module of the same shape holds everything ready.
 */
export const pressDigest: string = pressDigestOf(brandOfProcess());

/** The version of the code. */
export const version: string = codeVersion();

/** Makes the press of the brand that the process is for; once, however often it is asked for. */
export function openPress(): Promise<Press> {
  opened ??= loadPress(brandOfProcess());
  return opened;
}

/** The dataset of the Data Package that comes with the code, as of a day, `YYYY-MM-DD`. */
export async function bundledDataset(today: string): Promise<Dataset> {
  return loadDataset(await readFolder(`${projectFolder}data`), today);
}

let opened: Promise<Press> | undefined;

function brandOfProcess(): string {
  return process.env.BRAND ?? 'default';
}

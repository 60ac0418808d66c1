import type { Renderer } from '../briefings/index.ts';
import { type Dataset, loadDataset, readFolder } from '../dataset/index.ts';
import { codeVersion, projectFolder, rendererFromFiles, rendererVersionOf } from './from-files.ts';

/**
 * The renderer as the functions import it, under the name `#renderer`. Here it is made from the files of the project when
 * it is opened; in the bundle another module of the same shape holds everything ready.
 */
export const rendererVersion: string = rendererVersionOf(brandOfProcess());

/** The version of the code. */
export const version: string = codeVersion();

/** Makes the renderer of the brand that the process is for; once, however often it is asked for. */
export function loadRenderer(): Promise<Renderer> {
  opened ??= rendererFromFiles(brandOfProcess());
  return opened;
}

/** The dataset of the Data Package that comes with the code, as of a day, `YYYY-MM-DD`. */
export async function bundledDataset(today: string): Promise<Dataset> {
  return loadDataset(await readFolder(`${projectFolder}data`), today);
}

let opened: Promise<Renderer> | undefined;

function brandOfProcess(): string {
  return process.env.BRAND ?? 'default';
}

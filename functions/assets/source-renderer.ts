import type { Renderer } from '../briefings/index.ts';
import { type Dataset, loadDataset, readFolder } from '../dataset/index.ts';
import { checksVersion, codeVersion, projectFolder, rendererFromFiles, rendererVersionOf } from './from-files.ts';

/**
 * The version of the renderer. The functions import this module as `#renderer`. It makes the renderer from the files of
 * the project; the bundle has a module with the same exports and a finished renderer.
 */
export const rendererVersion: string = rendererVersionOf(brandOfProcess());

/** The version of the checks of data. */
export const checks: string = checksVersion();

/** The version of the code. */
export const version: string = codeVersion();

/** Makes the renderer for the brand in the variable `BRAND`. Every later call gives the same one. */
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

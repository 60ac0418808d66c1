import { projectFolder } from '../assets/index.ts';
import { fromCaller } from './load-package.ts';

/** The folder of briefings and published data on this machine: BRIEFINGS_FOLDER, else .store/. */
export function localFolder({ BRIEFINGS_FOLDER: named }: NodeJS.ProcessEnv = process.env): string {
  return named ? fromCaller(named) : `${projectFolder}.store`;
}

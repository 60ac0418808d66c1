import { projectFolder } from '../assets/index.ts';
import { fromCaller } from './load-package.ts';

/** Where briefings and published data are kept on this machine: the folder that BRIEFINGS_FOLDER names, else .store/. */
export function localFolder({ BRIEFINGS_FOLDER: named }: NodeJS.ProcessEnv = process.env): string {
  return named ? fromCaller(named) : `${projectFolder}.store`;
}

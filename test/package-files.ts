import { fileURLToPath } from 'node:url';
import { loadDataset, type PackageFiles, readFolder } from '../functions/dataset/index.ts';

/** The current day in all tests. */
export const today = '2026-11-23';

/** Noon of that day, the time of the tests' clock. */
export const noon = new Date(`${today}T12:00:00Z`);

/** The Data Package of the repository. */
export const packageFiles: PackageFiles = await readFolder(fileURLToPath(new URL('../data', import.meta.url)));

/** The dataset of the repository. */
export const dataset = loadDataset(packageFiles, today);

/** The package with the content of one file changed. */
export function withFile(name: string, change: (text: string) => string | Uint8Array): PackageFiles {
  const text = new TextDecoder().decode(packageFiles.get(name));
  const changed = change(text);
  if (changed === text) throw new Error(`the change left ${name} as it was`);
  const bytes = typeof changed === 'string' ? new TextEncoder().encode(changed) : changed;
  return new Map([...packageFiles, [name, bytes]]);
}

/** The package with one part of `observations.csv` replaced. */
export function withObservation(found: string, replacement: string): PackageFiles {
  return withFile('observations.csv', (text) => text.replace(found, replacement));
}

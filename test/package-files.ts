import { fileURLToPath } from 'node:url';
import {
  DatasetError,
  describe,
  loadDataset,
  type PackageFiles,
  readFolder,
  type Violation,
} from '../functions/dataset/index.ts';

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

/** The package in the form that has products: one of them, which a row names; all rows there were are of all goods. */
export function withProducts(): PackageFiles {
  const text = new TextDecoder().decode(packageFiles.get('observations.csv'));
  const [heading = '', ...rows] = text.trimEnd().split('\n');
  const before = /^((?:[^,]*,){4})/;
  const named = rows[2]?.replace(before, '$1HS7213,').replace(',675.6,', ',67.5,') ?? '';
  const lines = [heading.replace(before, '$1product,'), ...rows.map((row) => row.replace(before, '$1_T,')), named];
  const encode = (content: readonly string[]) => new TextEncoder().encode(`${content.join('\n')}\n`);
  return new Map([
    ...packageFiles,
    ['observations.csv', encode(lines)],
    [
      'products.csv',
      encode(['product,classification,name_en,name_ru,name_be', 'HS7213,HS2022,Steel bars,Прутки,Пруткі']),
    ],
  ]);
}

/** The package with one part of `observations.csv` replaced. */
export function withObservation(found: string, replacement: string): PackageFiles {
  return withFile('observations.csv', (text) => text.replace(found, replacement));
}

/** Everything for which a package is refused; empty when it is accepted. */
export function problemsOf(files: PackageFiles): readonly Violation[] {
  try {
    loadDataset(files, today);
  } catch (error) {
    if (error instanceof DatasetError) return error.problems;
    throw error;
  }
  return [];
}

/** The same, each problem in one line. */
export const refusal = (files: PackageFiles) => problemsOf(files).map(describe);

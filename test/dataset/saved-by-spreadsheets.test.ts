import { describe, expect, it } from 'vitest';
import { digestOfPackage, loadDataset, normalisePackage, type PackageFiles } from '../../functions/dataset/index.ts';
import { dataset, packageFiles, today } from '../package-files.ts';

/** The package as a program saves it that changes the text of every file. */
function savedBy(change: (text: string) => string): PackageFiles {
  return new Map(
    [...packageFiles].map(([name, bytes]) => [name, new TextEncoder().encode(change(new TextDecoder().decode(bytes)))]),
  );
}

const programs: readonly (readonly [program: string, change: (text: string) => string])[] = [
  ['Excel, with a byte order mark and Windows line ends', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ['macOS, which takes letters and their accents apart', (text) => text.normalize('NFD')],
  [
    'a web page, with soft hyphens, zero-width spaces and marks of direction',
    (text) => text.replaceAll('вобласц', 'во\u00adб\u200bлас\u200eц\u2060'),
  ],
  [
    'a program that tells Excel the separator in a line of its own',
    (text) => (text.startsWith('{') ? text : `sep=,\n${text}`),
  ],
  ['an editor that leaves no line feed at the end', (text) => (text.startsWith('{') ? text : text.replace(/\n$/, ''))],
  ['an editor that leaves empty lines at the end', (text) => (text.startsWith('{') ? text : `${text}\n\n`)],
  [
    'a spreadsheet whose last rows were cleared, not deleted',
    (text) => (text.startsWith('{') ? text : `${text}${'\n'.padStart(text.indexOf('\n'), ',').repeat(3)}`),
  ],
  ['a typesetter, with non-breaking hyphens', (text) => text.replaceAll('Санкт-', 'Санкт\u2011')],
];

describe('a package says the same, and has the same digest, however it was saved', () => {
  it.each(programs)('by %s', (_program, change) => {
    const files = savedBy(change);
    expect(digestOfPackage(files)).not.toBe(digestOfPackage(packageFiles));
    expect(digestOfPackage(normalisePackage(files))).toBe(digestOfPackage(packageFiles));
    expect(loadDataset(files, today)).toEqual(dataset);
  });

  it('the letter apostrophe of a Belarusian keyboard is the apostrophe that we print', () => {
    const files = savedBy((text) => text.replaceAll('Лук’янаў', 'Лукʼянаў'));
    expect(loadDataset(files, today)).toEqual(dataset);
  });

  it('the package of the repository is already in that form, byte for byte', () => {
    expect(digestOfPackage(normalisePackage(packageFiles))).toBe(digestOfPackage(packageFiles));
  });
});

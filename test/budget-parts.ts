import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { functionNames } from '../functions/bundle/build-bundle.ts';
import { languages } from '../functions/dataset/index.ts';
import { builtBundles } from './bundles.ts';
import { print } from './renders.ts';

/** Bytes by part name. */
export type Parts = Readonly<Record<string, number>>;

/** The file that records the parts, so that a failing test can say what grew. */
export const partsFile = fileURLToPath(new URL('budget-parts.json', import.meta.url));

/** The parts of everything with a budget in bytes, by its name. */
export async function measureParts(): Promise<Readonly<Record<string, Parts>>> {
  const bundles = await builtBundles();
  const zips = functionNames.map(async (name) => [zipName(name), await zipParts(join(bundles, name))] as const);
  const pdfs = languages.map(async (language) => {
    return [pdfName(language), pdfParts((await print('2021-07', language)).bytes)] as const;
  });
  return Object.fromEntries(await Promise.all([...zips, ...pdfs]));
}

/** The name of the zip of a function in the parts file. */
export const zipName = (name: string) => `the zip of the ${name} function`;

/** The name of a briefing in the parts file. */
export const pdfName = (language: string) => `the briefing of 2021-07 in ${language}`;

/** The bytes of each file in the zip of a folder: compressed content, two headers, and its name in each. */
export async function zipParts(folder: string): Promise<Parts> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = found
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { length } = deflateRawSync(await readFile(path), { level: 9 });
      return [relative(folder, path), length + 30 + 46 + 2 * relative(folder, path).length] as const;
    });
  const files = (await Promise.all(sizes)).toSorted(([one], [other]) => one.localeCompare(other));
  return { ...Object.fromEntries(files), 'end of the zip': 22 };
}

/** The bytes of each kind of stream in a PDF, and of everything else. */
export function pdfParts(bytes: Uint8Array): Parts {
  const parts: Record<string, number> = { fonts: 0, forms: 0, 'attached files': 0, objects: 0, pages: 0 };
  let rest = bytes.length;
  for (const [, head = ''] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/ obj\s*<<(.{0,400}?)>>\s*stream/gs)) {
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const kind = kinds.find(([sign]) => head.includes(sign))?.[1] ?? 'pages';
    parts[kind] = (parts[kind] ?? 0) + length;
    rest -= length;
  }
  return { ...parts, rest };
}

const kinds = [
  ['/Length1', 'fonts'],
  ['/Form', 'forms'],
  ['/EmbeddedFile', 'attached files'],
  ['/ObjStm', 'objects'],
] as const;

/** The sum of all parts in bytes. */
export function sumOf(parts: Parts): number {
  return Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
}

/** What grew since the parts were recorded, as one line, the largest growth first. */
export function whatGrew(before: Parts, now: Parts): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changes = names.map((name) => ({ name, from: before[name] ?? 0, to: now[name] ?? 0 }));
  const grown = changes.filter(({ from, to }) => to > from).toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const lines = grown.slice(0, 5).map(({ name, from, to }) => `${name} +${to - from} (${from} to ${to})`);
  return lines.length > 0 ? lines.join(', ') : 'nothing';
}

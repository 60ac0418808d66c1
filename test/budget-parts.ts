import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { functionNames } from '../functions/bundle/build-bundle.ts';
import { type Language, languages } from '../functions/dataset/index.ts';
import { type Format, forms, type Rendition, renditionOf, renditions } from '../functions/store/index.ts';
import budget from './budget.json' with { type: 'json' };
import { builtBundles } from './bundles.ts';
import { openPdf } from './read-pdf.ts';
import { renderFile } from './renders.ts';

/** What something is made of: bytes by file or kind, or operators by page. */
export type Parts = Readonly<Record<string, number>>;

/** Something that has a budget. */
export interface Cost {
  /** What it is, as a failing test says. */
  readonly name: string;
  /** Where its budget stands in `test/budget.json`, and what it is. */
  readonly place: string;
  readonly limit: number;
  /** What is held to the budget: the sum of the parts, or their mean. */
  readonly held: 'sum' | 'mean';
  readonly parts: () => Promise<Parts>;
}

/** The file that records the parts, so that a failing test can say what grew. */
export const partsFile = fileURLToPath(new URL('budget-parts.json', import.meta.url));

/** The zips of the functions, each with its files. */
export const zipCosts: readonly Cost[] = functionNames.map((name) => ({
  name: `the zip of the ${name} function`,
  place: `zipBytes.${name}`,
  limit: budget.zipBytes[name],
  held: 'sum',
  parts: async () => zipParts(join(await builtBundles(), name)),
}));

const fileBytes: Readonly<Record<string, Readonly<Record<Language, number>>>> = budget.fileBytes;

/** Every file of the founding edition, in every language. */
export const fileCosts: readonly Cost[] = renditions.flatMap((rendition) =>
  languages.map((language) => {
    const name = `${rendition.form}.${rendition.format}`;
    return {
      name: `${name} of 2021-07 in ${language}`,
      place: `fileBytes["${name}"].${language}`,
      limit: fileBytes[name]?.[language] ?? 0,
      held: 'sum' as const,
      parts: async () => partsOf[rendition.format](await bytesOf(rendition, language)),
    };
  }),
);

/** What a reader carries out for each page of a PDF of the founding edition. */
export const operatorCosts: readonly Cost[] = forms.flatMap((form) =>
  languages.map((language) => ({
    name: `operators of the pages of ${form}.pdf of 2021-07 in ${language}`,
    place: `operatorsPerPage.${form}`,
    limit: budget.operatorsPerPage[form],
    held: 'mean' as const,
    parts: async () => operatorsOf(await bytesOf(renditionOf(form, 'pdf') ?? renditions[0], language)),
  })),
);

/** The parts of everything with a budget, by its name. */
export async function measureParts(): Promise<Readonly<Record<string, Parts>>> {
  const all: Record<string, Parts> = {};
  for (const { name, parts } of [...zipCosts, ...fileCosts, ...operatorCosts]) all[name] = await parts();
  return all;
}

async function bytesOf(rendition: Rendition, language: Language): Promise<Uint8Array> {
  return (await renderFile('2021-07', language, rendition)).bytes;
}

const partsOf: Readonly<Record<Format, (bytes: Uint8Array) => Parts>> = {
  pdf: pdfParts,
  html: pageParts,
  xlsx: packedParts,
};

/** The bytes of each file in the zip of a folder: compressed content, two headers, and its name in each. */
async function zipParts(folder: string): Promise<Parts> {
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
function pdfParts(bytes: Uint8Array): Parts {
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

/** The bytes of each kind of element of a web page, and of everything else. */
function pageParts(bytes: Uint8Array): Parts {
  const page = Buffer.from(bytes).toString();
  const sizes = ['style', 'script', 'svg', 'table'].map((name) => {
    const elements = page.match(new RegExp(`<${name}[ >].*?</${name}>`, 'gs')) ?? [];
    return [name, elements.reduce((sum, element) => sum + Buffer.byteLength(element), 0)] as const;
  });
  const known = sizes.reduce((sum, [, size]) => sum + size, 0);
  return { ...Object.fromEntries(sizes), rest: bytes.length - known };
}

/** The bytes of each file in a workbook as its directory has them, compressed, and of everything else. */
function packedParts(bytes: Uint8Array): Parts {
  const book = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Record<string, number> = {};
  let rest = book.length;
  for (let at = book.indexOf(directoryEntry); at >= 0; at = book.indexOf(directoryEntry, at + 1)) {
    const [packed, length] = [book.readUInt32LE(at + 20), book.readUInt16LE(at + 28)];
    parts[book.toString('utf8', at + 46, at + 46 + length)] = packed;
    rest -= packed;
  }
  return { ...parts, rest };
}

/** How an entry of the directory of a ZIP file begins. */
const directoryEntry = Buffer.from('PK\x01\x02', 'latin1');

/** The operators of each page of a PDF. */
async function operatorsOf(bytes: Uint8Array): Promise<Parts> {
  const pdf = await openPdf(bytes);
  const parts: Record<string, number> = {};
  for (let number = 1; number <= pdf.numPages; number += 1) {
    parts[`page ${number}`] = (await (await pdf.getPage(number)).getOperatorList()).fnArray.length;
  }
  await pdf.loadingTask.destroy();
  return parts;
}

/** What is held to a budget, of the parts of something. */
export function totalOf(parts: Parts, held: Cost['held']): number {
  const sum = Object.values(parts).reduce((total, size) => total + size, 0);
  return held === 'sum' ? sum : Math.round(sum / Math.max(1, Object.keys(parts).length));
}

/** What grew since the parts were recorded, as one line, the largest growth first. */
export function whatGrew(before: Parts, now: Parts): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changes = names.map((name) => ({ name, from: before[name] ?? 0, to: now[name] ?? 0 }));
  const grown = changes.filter(({ from, to }) => to > from).toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const lines = grown.slice(0, 5).map(({ name, from, to }) => `${name} +${to - from} (${from} to ${to})`);
  return lines.length > 0 ? lines.join(', ') : 'nothing';
}

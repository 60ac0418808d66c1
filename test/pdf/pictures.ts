import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Language, languages } from '../../functions/dataset/index.ts';
import type { Pdf } from '../../functions/pdf/index.ts';
import { openPdf } from '../read-pdf.ts';
import { printInBrand } from '../renders.ts';

/** A briefing with approved pictures of all or some of its pages. */
export interface Pictured {
  readonly brand: string;
  readonly edition: string;
  readonly language: Language;
  readonly pages?: readonly number[];
}

/** The briefings that have approved pictures. */
export const pictured: readonly Pictured[] = [
  ...languages.map((language) => ({ brand: 'default', edition: '2021-07', language })),
  { brand: 'default', edition: '2024-07', language: 'en', pages: [1, 2] },
  { brand: 'default', edition: '2026-11', language: 'ru', pages: [1, 2] },
  { brand: 'sozh-chamber', edition: '2021-07', language: 'en', pages: [1, 2] },
];

/** The folder of the approved pictures. */
export const approvedFolder = fileURLToPath(new URL('../pictures/', import.meta.url));

/** A picture that differs from the approved one. `before` is null for a new page, `after` for a page that is gone. */
export interface Difference {
  readonly name: string;
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  /** The difference in words. */
  readonly summary: string;
}

/** How many pixels of a page may differ between machines. */
export const tolerance = 6;

/** Pixels per point: enough to read a word, few enough to keep the files small. */
const pixelsPerPoint = 0.75;

/** Each channel is kept in eight steps to keep pictures small. A pixel differs when a channel differs by two steps. */
const step = 255 / 7;

/** The pictures of a briefing that differ from the approved ones. */
export async function differencesOf(which: Pictured): Promise<readonly Difference[]> {
  const stem = `${which.brand}-${which.edition}-${which.language}-`;
  const names = readdirSync(approvedFolder).filter((name) => name.startsWith(stem));
  const approved = new Map(names.map((name) => [name, readFileSync(approvedFolder + name)]));
  return differencesBetween(approved, await drawPages(which));
}

/** The pictures that differ visibly, are new or are gone, in order of their names. */
export async function differencesBetween(
  approved: ReadonlyMap<string, Buffer>,
  current: ReadonlyMap<string, Buffer>,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const name of [...new Set([...approved.keys(), ...current.keys()])].toSorted()) {
    const [before, after] = [approved.get(name) ?? null, current.get(name) ?? null];
    const pixels = before && after ? await differentPixels(before, after) : 0;
    if (!before) differences.push({ name, before, after, summary: `${name}: a new page` });
    else if (!after) differences.push({ name, before, after, summary: `${name}: the page is gone` });
    else if (pixels > tolerance) differences.push({ name, before, after, summary: `${name}: ${pixels} pixels differ` });
  }
  return differences;
}

/** Draws pages of a briefing as PNG files, by the names of their approved pictures. */
export async function drawPages({ brand, edition, language, pages }: Pictured): Promise<ReadonlyMap<string, Buffer>> {
  const current = await drawPdf(await printInBrand(brand, edition, language), pages);
  return new Map([...current].map(([page, picture]) => [`${brand}-${edition}-${language}-${page}.png`, picture]));
}

/** Draws all or some pages of a PDF as PNG files, by page number. */
export async function drawPdf({ bytes }: Pdf, pages?: readonly number[]): Promise<ReadonlyMap<number, Buffer>> {
  const pdf = await openPdf(bytes);
  const pictures = new Map<number, Buffer>();
  for (const number of pages ?? Array.from({ length: pdf.numPages }, (_, index) => index + 1)) {
    pictures.set(number, await draw(await pdf.getPage(number)));
  }
  await pdf.loadingTask.destroy();
  return pictures;
}

/** The number of pixels that differ visibly; all of them when the sizes differ. */
export async function differentPixels(one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  if (a.data.length !== b.data.length) return Math.max(a.data.length, b.data.length) / 4;
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) if (isDifferent(a.data, b.data, at)) different += 1;
  return different;
}

/** The second picture in grey, with the pixels that differ from the first in red. The sizes must be equal. */
export async function markDifference(one: Buffer, other: Buffer): Promise<Buffer> {
  const [a, { data, width, height }] = [await pixelsOf(one), await pixelsOf(other)];
  const marked = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const grey = 160 + Math.round(((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 9);
    marked.set(isDifferent(a.data, data, at) ? [255, 0, 0, 255] : [grey, grey, grey, 255], at);
  }
  return pngOf(marked, width, height);
}

function isDifferent(a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): boolean {
  return [0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > 1.5 * step);
}

async function draw(page: PDFPageProxy): Promise<Buffer> {
  const viewport = page.getViewport({ scale: pixelsPerPoint });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const canvas = createCanvas(width, height);
  await page.render({ canvas: canvas as never, viewport }).promise;
  return pngOf(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height);
}

async function pixelsOf(png: Buffer): Promise<ReturnType<SKRSContext2D['getImageData']>> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** A 24-bit PNG without filters, which compresses flat pages with few colours best (ISO/IEC 15948). */
function pngOf(pixels: Uint8ClampedArray, width: number, height: number): Buffer {
  const row = width * 3 + 1;
  const lines = Buffer.alloc(row * height);
  for (let at = 0; at < width * height; at += 1) {
    const to = Math.floor(at / width) * row + 1 + (at % width) * 3;
    for (const channel of [0, 1, 2]) {
      lines[to + channel] = Math.round(Math.round((pixels[at * 4 + channel] ?? 0) / step) * step);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

import type { FontFile } from '../../drawing/index.ts';

/** A composite glyph has a head and then its components: flags, a glyph number, and as many bytes as the flags say. */
const headLength = 10;
const flag = { words: 0x0001, scale: 0x0008, more: 0x0020, scales: 0x0040, matrix: 0x0080 } as const;

/**
 * A font file for a PDF with the outlines of some glyphs and of their components. Other glyphs become empty but keep
 * their numbers, so that a text has the same bytes in every document. The file has only the tables that ISO 32000-1
 * requires (9.9, table 126).
 */
export function subsetFont(font: FontFile, glyphs: ReadonlySet<number>): Uint8Array {
  const kept = new Set([0, ...glyphs]);
  for (const glyph of kept) for (const component of componentsOf(font.outlineOf(glyph))) kept.add(component);
  const count = Math.max(...kept) + 1;
  const [glyf, loca] = subsetOutlines(font, kept, count);
  return writeFontFile([
    ['glyf', glyf],
    ['head', withoutChecksum(font.table('head'))],
    ['hhea', withUint16(font.table('hhea'), 34, count)],
    ['hmtx', subsetMetrics(font, kept, count)],
    ['loca', loca],
    ['maxp', withUint16(font.table('maxp'), 4, count)],
  ]);
}

/** The components of a composite glyph; none for a simple one. */
function componentsOf(outline: Uint8Array): readonly number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const components: number[] = [];
  let [at, flags] = [headLength, flag.more as number];
  while (flags & flag.more) {
    flags = view.getUint16(at);
    components.push(view.getUint16(at + 2));
    at += flags & flag.words ? 8 : 6;
    if (flags & flag.scale) at += 2;
    if (flags & flag.scales) at += 4;
    if (flags & flag.matrix) at += 8;
  }
  return components;
}

/** The `glyf` and `loca` tables: the outlines, and the offset of each. */
function subsetOutlines(font: FontFile, kept: ReadonlySet<number>, count: number): readonly [Uint8Array, Uint8Array] {
  const parts: Uint8Array[] = [];
  const places: number[] = [0];
  let length = 0;
  for (let glyph = 0; glyph < count; glyph += 1) {
    if (kept.has(glyph)) {
      const outline = font.outlineOf(glyph);
      parts.push(outline);
      length += outline.length;
    }
    places.push(length);
  }
  const loca = Buffer.alloc((font.hasLongPlaces ? 4 : 2) * places.length);
  for (const [glyph, place] of places.entries()) {
    if (font.hasLongPlaces) loca.writeUInt32BE(place, 4 * glyph);
    else loca.writeUInt16BE(place / 2, 2 * glyph);
  }
  return [Buffer.concat(parts), loca];
}

/** The `hmtx` table: widths and left side bearings, zero for glyphs that are not kept. */
function subsetMetrics(font: FontFile, kept: ReadonlySet<number>, count: number): Uint8Array {
  const hmtx = Buffer.alloc(4 * count);
  for (const glyph of kept) {
    hmtx.writeUInt16BE(font.advanceOf(glyph), 4 * glyph);
    hmtx.writeInt16BE(font.bearingOf(glyph), 4 * glyph + 2);
  }
  return hmtx;
}

/** A copy of `head` without the checksum of the original file. */
function withoutChecksum(head: DataView): Uint8Array {
  return Buffer.from(bytesOf(head)).fill(0, 8, 12);
}

/** A copy of a table with another 16-bit number at an offset. */
function withUint16(table: DataView, at: number, value: number): Uint8Array {
  const copy = Buffer.from(bytesOf(table));
  copy.writeUInt16BE(value, at);
  return copy;
}

function bytesOf(table: DataView): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}

/** A font file of tables, which must be in the order of their tags. Each is padded to a multiple of four bytes. */
function writeFontFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(0x00010000, 0);
  const search = [tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power)];
  for (const [index, value] of search.entries()) head.writeUInt16BE(value, 4 + 2 * index);
  const parts: Uint8Array[] = [head];
  let length = head.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const padded = Buffer.alloc(4 * Math.ceil(bytes.length / 4));
    padded.set(bytes);
    const entry = 12 + 16 * index;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(checksum(padded), entry + 4);
    head.writeUInt32BE(length, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    parts.push(padded);
    length += padded.length;
  }
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

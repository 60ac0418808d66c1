/** A font with tables that we cannot read. */
export class FontError extends Error {
  override readonly name = 'FontError';
}

/** The metrics of the whole font, in thousandths of its size. */
export interface FontMeasures {
  readonly bounds: readonly [left: number, bottom: number, right: number, top: number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Degrees counter-clockwise from the vertical. */
  readonly italicAngle: number;
}

/**
 * A TrueType font file (OpenType 1.9): the glyph of each character, its width and its outline. Reads what `subset-font`
 * writes: outlines in `glyf`, characters in a `cmap` of format 4.
 */
export class FontFile {
  /** The PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly measures: FontMeasures;
  readonly glyphCount: number;
  /** Whether `loca` holds offsets in four bytes; else it holds half of each offset in two. */
  readonly hasLongPlaces: boolean;
  /** The glyph of each character by its code point. */
  readonly glyphOf: ReadonlyMap<number, number>;
  private readonly face: string;
  private readonly tables: ReadonlyMap<string, DataView>;

  /** Throws a {@link FontError} that names the face and the table that is missing or unusable. */
  constructor(face: string, bytes: Uint8Array) {
    this.face = face;
    this.tables = readDirectory(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.name = this.readName();
    this.unitsPerEm = this.table('head').getUint16(18);
    this.glyphCount = this.table('maxp').getUint16(4);
    this.hasLongPlaces = this.table('head').getUint16(50) === 1;
    this.measures = this.readMeasures();
    this.glyphOf = this.readCharacters();
  }

  /** A table by its tag. Throws a {@link FontError} when the font does not have it. */
  table(tag: string): DataView {
    const found = this.tables.get(tag);
    if (!found) throw new FontError(`${this.face}: its font has no table "${tag}"; use a TrueType font`);
    return found;
  }

  /** Whether the font has a table. */
  has(tag: string): boolean {
    return this.tables.has(tag);
  }

  /** The width of a glyph in font units. */
  advanceOf(glyph: number): number {
    const last = this.table('hhea').getUint16(34) - 1;
    return this.table('hmtx').getUint16(4 * Math.min(glyph, last));
  }

  /** The left side bearing of a glyph in font units. */
  bearingOf(glyph: number): number {
    const count = this.table('hhea').getUint16(34);
    return this.table('hmtx').getInt16(glyph < count ? 4 * glyph + 2 : 2 * (count + glyph));
  }

  /** The outline of a glyph as `glyf` stores it; empty for a glyph without ink. */
  outlineOf(glyph: number): Uint8Array {
    const loca = this.table('loca');
    const offset = (index: number) => (this.hasLongPlaces ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
    const { buffer, byteOffset } = this.table('glyf');
    return new Uint8Array(buffer, byteOffset + offset(glyph), offset(glyph + 1) - offset(glyph));
  }

  private readMeasures(): FontMeasures {
    const [head, hhea, os2, post] = [this.table('head'), this.table('hhea'), this.table('OS/2'), this.table('post')];
    const scaled = (value: number) => (value * 1000) / this.unitsPerEm;
    const at = (offset: number) => scaled(head.getInt16(offset));
    return {
      bounds: [at(36), at(38), at(40), at(42)],
      ascent: scaled(hhea.getInt16(4)),
      descent: scaled(hhea.getInt16(6)),
      capHeight: scaled(os2.getInt16(88)),
      xHeight: scaled(os2.getInt16(86)),
      italicAngle: post.getInt32(4) / 65536,
    };
  }

  /** The PostScript name (name ID 6) of the Windows platform, in UTF-16. */
  private readName(): string {
    const name = this.table('name');
    const records = Array.from({ length: name.getUint16(2) }, (_, index) => 6 + 12 * index);
    const record = records.find((at) => name.getUint16(at) === 3 && name.getUint16(at + 6) === 6);
    if (record === undefined) throw new FontError(`${this.face}: its font has no PostScript name; use another file`);
    const start = name.getUint16(4) + name.getUint16(record + 10);
    const units = Array.from({ length: name.getUint16(record + 8) / 2 }, (_, unit) => name.getUint16(start + 2 * unit));
    return String.fromCharCode(...units);
  }

  private readCharacters(): ReadonlyMap<number, number> {
    const cmap = this.table('cmap');
    const offsets = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + 8 * index));
    const start = offsets.find((offset) => cmap.getUint16(offset) === 4);
    if (start === undefined) throw new FontError(`${this.face}: ${this.name} has no character map of format 4`);
    return readSegments(new DataView(cmap.buffer, cmap.byteOffset + start));
  }
}

function readDirectory(view: DataView): ReadonlyMap<string, DataView> {
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));
    tables.set(tag, new DataView(view.buffer, view.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12)));
  }
  return tables;
}
/** Reads a `cmap` subtable of format 4: ranges of characters, each with an offset to its glyphs or a list of them. */
function readSegments(table: DataView): ReadonlyMap<number, number> {
  const segments = table.getUint16(6);
  const [ends, starts] = [14, 16 + segments];
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 2) {
    const [first, last] = [table.getUint16(starts + segment), table.getUint16(ends + segment)];
    const delta = table.getUint16(starts + segments + segment);
    const rangeAt = starts + 2 * segments + segment;
    const range = table.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : table.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

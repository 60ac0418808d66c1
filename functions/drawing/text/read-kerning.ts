import { FontError, type FontFile } from './font-file.ts';
import type { Kerning, KerningTable } from './kerning.ts';

/** A pair adjustment subtable. Pairs of glyphs of the same kinds get the same kerning. */
interface PairSubtable {
  /** The kerning of two glyphs; null when the subtable does not cover them, so that the next one is tried. */
  readonly between: (left: number, right: number) => number | null;
  readonly kindOfLeft: (glyph: number) => number;
  readonly kindOfRight: (glyph: number) => number;
}

/** A lookup: the first subtable that covers a pair decides. */
type Lookup = readonly PairSubtable[];

/**
 * Reads the kerning of a font from the pair lookups of the feature `kern` in its `GPOS` table (OpenType 1.9).
 * Contextual kerning is left out: our faces have it only for the Catalan l·l. Asking fontkit for every pair takes more
 * than a minute for the faces of a brand; this takes a fraction of a second.
 */
export function readKerning(font: FontFile): Kerning {
  if (!font.has('GPOS')) return { latin: none, cyrillic: none, other: none };
  const gpos = font.table('GPOS');
  const tables = new Map<string, KerningTable>();
  const tableOf = (tag: string) => {
    const indices = kernLookups(gpos, tag);
    const known = tables.get(indices.join()) ?? flatten(readLookups(gpos, indices, font.glyphCount), font.glyphCount);
    tables.set(indices.join(), known);
    return known;
  };
  return { latin: tableOf('latn'), cyrillic: tableOf('cyrl'), other: tableOf('DFLT') };
}

const none: KerningTable = {
  rowOf: new Uint8Array(0),
  columnOf: new Uint8Array(0),
  columns: 0,
  distances: new Int16Array(0),
};

/** The part of a table that begins at an offset, which is read from position `at` by default. */
function partAt(view: DataView, at: number, offset = view.getUint16(at)): DataView {
  return new DataView(view.buffer, view.byteOffset + offset);
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));
}

/** The indices of the `kern` lookups in the default language of a script, or of the fallback script. */
function kernLookups(gpos: DataView, tag: string): readonly number[] {
  const scripts = partAt(gpos, 4);
  const records = Array.from({ length: scripts.getUint16(0) }, (_, index) => 2 + 6 * index);
  const wanted = [tag, 'DFLT', 'latn'].map((name) => records.find((at) => tagAt(scripts, at) === name));
  const record = wanted.find((at) => at !== undefined);
  if (record === undefined) return [];
  const language = partAt(partAt(scripts, record + 4), 0);
  const features = partAt(gpos, 6);
  const lookups = Array.from({ length: language.getUint16(4) }, (_, index) => {
    const at = 2 + 6 * language.getUint16(6 + 2 * index);
    if (tagAt(features, at) !== 'kern') return [];
    const feature = partAt(features, at + 4);
    return Array.from({ length: feature.getUint16(2) }, (_, place) => feature.getUint16(4 + 2 * place));
  });
  return [...new Set(lookups.flat())].toSorted((a, b) => a - b);
}

const pairs = 2;
const extension = 9;

function readLookups(gpos: DataView, indices: readonly number[], glyphCount: number): readonly Lookup[] {
  const list = partAt(gpos, 8);
  return indices.map((index) => {
    const lookup = partAt(list, 2 + 2 * index);
    const type = lookup.getUint16(0);
    return Array.from({ length: lookup.getUint16(4) }, (_, place) => partAt(lookup, 6 + 2 * place)).flatMap((part) => {
      if (type === pairs) return [readPairs(part, glyphCount)];
      const isExtended = type === extension && part.getUint16(2) === pairs;
      return isExtended ? [readPairs(partAt(part, 4, part.getUint32(4)), glyphCount)] : [];
    });
  });
}

function readPairs(table: DataView, glyphCount: number): PairSubtable {
  const covered = readCoverage(partAt(table, 2), glyphCount);
  const [first, second] = [table.getUint16(4), table.getUint16(6)];
  const size = valueSize(first) + valueSize(second);
  const advanceAt = valueSize(first & 3);
  const advance = (view: DataView, at: number) => (first & 4 ? view.getInt16(at + advanceAt) : 0);
  return table.getUint16(0) === 1
    ? readPairSets(table, covered, size, advance)
    : readClasses(table, covered, size, advance, glyphCount);
}

/** The size of a value record in bytes: two for each bit of its format. */
function valueSize(format: number): number {
  return 2 * format.toString(2).replaceAll('0', '').length;
}

/** Format 1: each left glyph lists its right glyphs. */
function readPairSets(
  table: DataView,
  covered: Int16Array,
  size: number,
  advance: (view: DataView, at: number) => number,
): PairSubtable {
  const sets = Array.from({ length: table.getUint16(8) }, (_, index) => {
    const set = partAt(table, 10 + 2 * index);
    const records = Array.from({ length: set.getUint16(0) }, (_, place) => 2 + (2 + size) * place);
    return new Map(records.map((at) => [set.getUint16(at), advance(set, at + 2)]));
  });
  const rights = new Set(sets.flatMap((set) => [...set.keys()]));
  return {
    between: (left, right) => sets[covered[left] ?? -1]?.get(right) ?? null,
    kindOfLeft: (glyph) => covered[glyph] ?? -1,
    kindOfRight: (glyph) => (rights.has(glyph) ? glyph : -1),
  };
}

/** Format 2: a matrix of glyph classes, which holds every pair with a covered left glyph. */
function readClasses(
  table: DataView,
  covered: Int16Array,
  size: number,
  advance: (view: DataView, at: number) => number,
  glyphCount: number,
): PairSubtable {
  const lefts = readClassDefinition(partAt(table, 8), glyphCount);
  const rights = readClassDefinition(partAt(table, 10), glyphCount);
  const columns = table.getUint16(14);
  const isCovered = (glyph: number) => (covered[glyph] ?? -1) >= 0;
  const between = (left: number, right: number) =>
    advance(table, 16 + size * ((lefts[left] ?? 0) * columns + (rights[right] ?? 0)));
  return {
    between: (left, right) => (isCovered(left) ? between(left, right) : null),
    kindOfLeft: (glyph) => (isCovered(glyph) ? (lefts[glyph] ?? 0) : -1),
    kindOfRight: (glyph) => rights[glyph] ?? 0,
  };
}

/** The index of each glyph in a coverage table; -1 for glyphs that it does not cover. */
function readCoverage(table: DataView, glyphCount: number): Int16Array {
  const covered = new Int16Array(glyphCount).fill(-1);
  for (let index = 0; index < table.getUint16(2); index += 1) {
    if (table.getUint16(0) === 1) {
      covered[table.getUint16(4 + 2 * index)] = index;
      continue;
    }
    const at = 4 + 6 * index;
    const first = table.getUint16(at);
    for (let glyph = first; glyph <= table.getUint16(at + 2); glyph += 1) {
      covered[glyph] = table.getUint16(at + 4) + glyph - first;
    }
  }
  return covered;
}

function readClassDefinition(table: DataView, glyphCount: number): Uint16Array {
  const classes = new Uint16Array(glyphCount);
  if (table.getUint16(0) === 1) {
    const first = table.getUint16(2);
    for (let index = 0; index < table.getUint16(4); index += 1) classes[first + index] = table.getUint16(6 + 2 * index);
    return classes;
  }
  for (let index = 0; index < table.getUint16(2); index += 1) {
    const at = 4 + 6 * index;
    classes.fill(table.getUint16(at + 4), table.getUint16(at), table.getUint16(at + 2) + 1);
  }
  return classes;
}

/**
 * The sum of all lookups for every pair, with equal rows and equal columns stored once. Only glyphs that some subtable
 * distinguishes are looked up: a few thousand pairs out of a hundred thousand.
 */
function flatten(lookups: readonly Lookup[], glyphCount: number): KerningTable {
  const glyphs = Array.from({ length: glyphCount }, (_, glyph) => glyph);
  const subtables = lookups.flat();
  const lefts = firstOfEach(glyphs, (glyph) => subtables.map(({ kindOfLeft }) => kindOfLeft(glyph)).join());
  const rights = firstOfEach(glyphs, (glyph) => subtables.map(({ kindOfRight }) => kindOfRight(glyph)).join());
  const kern = (left: number, right: number) => lookups.reduce((sum, lookup) => sum + decide(lookup, left, right), 0);
  const full = distinct(lefts.firsts.map((left) => Int16Array.from(rights.firsts, (right) => kern(left, right))));
  const columns = distinct(rights.firsts.map((_, index) => Int16Array.from(full.kinds, (row) => row[index] ?? 0)));
  const rows = full.kinds.flatMap((_, row) => columns.kinds.map((column) => column[row] ?? 0));
  return {
    rowOf: Uint8Array.from(lefts.kindOf, (kind) => full.kindOf[kind] ?? 0),
    columnOf: Uint8Array.from(rights.kindOf, (kind) => columns.kindOf[kind] ?? 0),
    columns: columns.kinds.length,
    distances: Int16Array.from(rows),
  };
}

/** The first glyph of each kind, in glyph order, and the kind of each glyph. */
function firstOfEach(glyphs: readonly number[], nameOf: (glyph: number) => string) {
  const numbers = new Map<string, number>();
  const firsts: number[] = [];
  const kindOf = glyphs.map((glyph) => {
    const name = nameOf(glyph);
    const known = numbers.get(name) ?? firsts.push(glyph) - 1;
    numbers.set(name, known);
    return known;
  });
  return { firsts, kindOf };
}

function decide(lookup: Lookup, left: number, right: number): number {
  for (const subtable of lookup) {
    const value = subtable.between(left, right);
    if (value !== null) return value;
  }
  return 0;
}

/** The distinct lists, and for each list the index of its distinct one. */
function distinct(lists: readonly Int16Array[]) {
  const numbers = new Map<string, number>();
  const kinds: Int16Array[] = [];
  const kindOf = lists.map((list) => {
    const key = list.join();
    const known = numbers.get(key) ?? kinds.push(list) - 1;
    numbers.set(key, known);
    return known;
  });
  if (kinds.length > 256) throw new FontError(`a font kerns its glyphs in ${kinds.length} ways; we store 256`);
  return { kinds, kindOf };
}

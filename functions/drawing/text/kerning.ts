/** The scripts that we typeset; `other` is for words without a letter. */
export type Script = 'latin' | 'cyrillic' | 'other';

/**
 * The kerning of pairs of glyphs in font units. Glyphs that are kerned alike share a row (as the left glyph of a pair)
 * or a column (as the right one).
 */
export interface KerningTable {
  readonly rowOf: Uint8Array;
  readonly columnOf: Uint8Array;
  /** The number of columns. */
  readonly columns: number;
  /** The kerning values, row by row. */
  readonly distances: Int16Array;
}

/** The kerning of a font by script. */
export type Kerning = Readonly<Record<Script, KerningTable>>;

const noPairs: KerningTable = {
  rowOf: new Uint8Array(),
  columnOf: new Uint8Array(),
  columns: 0,
  distances: new Int16Array(),
};

/** The kerning of a font that has none. */
export const noKerning: Kerning = { latin: noPairs, cyrillic: noPairs, other: noPairs };

/** The space to add between two glyphs, in font units; usually zero or negative. */
export function kernBetween(
  { rowOf, columnOf, columns, distances }: KerningTable,
  left: number,
  right: number,
): number {
  return distances[(rowOf[left] ?? 0) * columns + (columnOf[right] ?? 0)] ?? 0;
}

/** Where the tables of a font are in a packed kerning file; scripts with the same table share it. */
export interface PackedKerning {
  readonly tables: readonly {
    /** Offset of its first byte. The kerning values come first, then the row and the column of each glyph. */
    readonly at: number;
    readonly distances: number;
    readonly glyphs: number;
    readonly columns: number;
  }[];
  readonly tableOf: Readonly<Record<Script, number>>;
}

/**
 * Packs the kerning of fonts into one file in the byte order of this processor. Gives the bytes and where each font has
 * its tables.
 */
export function packKerning(kernings: readonly Kerning[]): { places: readonly PackedKerning[]; bytes: Uint8Array } {
  const parts: Uint8Array[] = [];
  let length = 0;
  const places = kernings.map((kerning): PackedKerning => {
    const tables = [...new Set(Object.values(kerning))];
    const packed = tables.map(({ rowOf, columnOf, columns, distances }) => {
      const at = length;
      const distanceBytes = new Uint8Array(distances.buffer, distances.byteOffset, distances.byteLength);
      parts.push(distanceBytes, rowOf, columnOf);
      length += distanceBytes.length + rowOf.length + columnOf.length;
      return { at, distances: distances.length, glyphs: rowOf.length, columns };
    });
    const { latin, cyrillic, other } = kerning;
    const tableOf = {
      latin: tables.indexOf(latin),
      cyrillic: tables.indexOf(cyrillic),
      other: tables.indexOf(other),
    };
    return { tables: packed, tableOf };
  });
  return { places, bytes: Buffer.concat(parts) };
}

/** Reads the kerning of a font from a packed file. Throws when a script has no table. */
export function unpackKerning({ tables, tableOf }: PackedKerning, bytes: Uint8Array): Kerning {
  const unpacked = tables.map(({ at, distances, glyphs, columns }): KerningTable => {
    const rowsAt = at + distances * Int16Array.BYTES_PER_ELEMENT;
    const columnsAt = rowsAt + glyphs;
    return {
      rowOf: bytes.subarray(rowsAt, columnsAt),
      columnOf: bytes.subarray(columnsAt, columnsAt + glyphs),
      columns,
      // Copied because an Int16Array must begin at an even offset.
      distances: new Int16Array(Uint8Array.from(bytes.subarray(at, rowsAt)).buffer),
    };
  });
  const table = (script: Script) => {
    const found = unpacked[tableOf[script]];
    if (!found) throw new Error(`packed kerning has no table for the script "${script}"`);
    return found;
  };
  return { latin: table('latin'), cyrillic: table('cyrillic'), other: table('other') };
}

/** The script of a word, taken from its first letter. */
export function scriptOf(word: string): Script {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if (isLatin(code)) return 'latin';
    if (code >= 0x400 && code < 0x530) return 'cyrillic';
  }
  return 'other';
}

/** Whether a character code is a Latin letter: basic, with a diacritic, or an ordinal indicator. */
function isLatin(code: number): boolean {
  const basic = code | 0x20;
  if (basic >= 0x61 && basic <= 0x7a) return true;
  return (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) || code === 0xaa || code === 0xba;
}

/** The scripts that we set; `other` is for words without a letter. */
export type Script = 'latin' | 'cyrillic' | 'other';

/**
 * How much nearer or farther pairs of glyphs stand, in units of the font: glyphs that are kerned alike share a row
 * (as the left one of a pair) or a column (as the right one).
 */
export interface KerningTable {
  readonly rowOf: Uint8Array;
  readonly columnOf: Uint8Array;
  /** The columns of a row. */
  readonly columns: number;
  /** The distances, row after row. */
  readonly distances: Int16Array;
}

/** The kerning of a font by script. */
export type Kerning = Readonly<Record<Script, KerningTable>>;

/** The space to add between two glyphs, in units of the font; mostly zero or less. */
export function kernBetween(
  { rowOf, columnOf, columns, distances }: KerningTable,
  left: number,
  right: number,
): number {
  return distances[(rowOf[left] ?? 0) * columns + (columnOf[right] ?? 0)] ?? 0;
}

/** Kerning as plain data for JSON; scripts that share a table share it there. */
export interface PackedKerning {
  readonly tables: readonly { readonly columns: number; readonly bytes: readonly [string, string, string] }[];
  readonly tableOf: Readonly<Record<Script, number>>;
}

/** Packs kerning into plain data: numbers as bytes of this processor, in base 64. */
export function packKerning(kerning: Kerning): PackedKerning {
  const tables = [...new Set(Object.values(kerning))];
  const base64 = ({ buffer, byteOffset, byteLength }: Uint8Array | Int16Array) =>
    Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  return {
    tables: tables.map(({ rowOf, columnOf, columns, distances }) => ({
      columns,
      bytes: [base64(rowOf), base64(columnOf), base64(distances)],
    })),
    tableOf: {
      latin: tables.indexOf(kerning.latin),
      cyrillic: tables.indexOf(kerning.cyrillic),
      other: tables.indexOf(kerning.other),
    },
  };
}

/** Gives the kerning that was packed. */
export function unpackKerning({ tables, tableOf }: PackedKerning): Kerning {
  const unpacked = tables.map(({ columns, bytes: [rowOf, columnOf, distances] }): KerningTable => {
    const { buffer } = Uint8Array.from(Buffer.from(distances, 'base64'));
    return {
      rowOf: Buffer.from(rowOf, 'base64'),
      columnOf: Buffer.from(columnOf, 'base64'),
      columns,
      distances: new Int16Array(buffer),
    };
  });
  const table = (script: Script) => {
    const found = unpacked[tableOf[script]];
    if (!found) throw new Error(`packed kerning has no table for the script "${script}"`);
    return found;
  };
  return { latin: table('latin'), cyrillic: table('cyrillic'), other: table('other') };
}

/** The script of a word: that of its first letter. */
export function scriptOf(word: string): Script {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if (isLatin(code)) return 'latin';
    if (code >= 0x400 && code < 0x530) return 'cyrillic';
  }
  return 'other';
}

/** Whether a character is a Latin letter: of the basic alphabet, or one with a mark, or an ordinal. */
function isLatin(code: number): boolean {
  const basic = code | 0x20;
  if (basic >= 0x61 && basic <= 0x7a) return true;
  return (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) || code === 0xaa || code === 0xba;
}

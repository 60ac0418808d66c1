/** The scripts that we set; `other` is for words without a letter. */
export type Script = 'latin' | 'cyrillic' | 'other';

/**
 * How much nearer or farther pairs of glyphs stand, in units of the font: glyphs that are kerned alike share a row
 * (as the left one of a pair) or a column (as the right one). Plain data, so that it can be prepared.
 */
export interface KerningTable {
  readonly rowOf: readonly number[];
  readonly columnOf: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** The kerning of a font by script. */
export type Kerning = Readonly<Record<Script, KerningTable>>;

/** The space to add between two glyphs, in units of the font; mostly zero or less. */
export function kernBetween({ rowOf, columnOf, rows }: KerningTable, left: number, right: number): number {
  return rows[rowOf[left] ?? 0]?.[columnOf[right] ?? 0] ?? 0;
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

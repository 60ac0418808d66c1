import { create, type Font } from 'fontkit';

/** The five faces of a brand. */
export const faceNames = ['serifRegular', 'serifStrong', 'sansRegular', 'sansMedium', 'sansStrong'] as const;
/** One of the five faces. */
export type FaceName = (typeof faceNames)[number];

/** A word as glyphs, in thousandths of the size: ready to be measured and painted. */
export interface GlyphRun {
  readonly ids: readonly number[];
  readonly codePoints: readonly (readonly number[])[];
  /** The width of each glyph as the font states it. */
  readonly widths: readonly number[];
  /** How much closer than its width each glyph brings the next one. */
  readonly kerns: readonly number[];
  readonly advance: number;
}

/** A word that a face cannot print. */
export class GlyphError extends Error {
  override readonly name = 'GlyphError';
}

/** An opened face that lays out every word once in the life of the process. */
export class Typeface {
  readonly name: FaceName;
  readonly font: Font;
  private readonly runs = new Map<string, GlyphRun>();

  constructor(name: FaceName, bytes: Uint8Array) {
    this.name = name;
    this.font = create(bytes as Buffer) as Font;
    // Unprimed, a composite glyph first met in one document is written as another letter in the next.
    for (const codePoint of this.font.characterSet) this.font.glyphForCodePoint(codePoint);
  }

  /** Whether the face has a glyph for a character. */
  has(character: string): boolean {
    return this.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  /** The glyphs of a word. Throws a {@link GlyphError} when the face has no glyph for one of its characters. */
  run(word: string): GlyphRun {
    const known = this.runs.get(word);
    if (known) return known;
    const run = this.layOut(word);
    this.runs.set(word, run);
    return run;
  }

  /** The width of a text at a size, spaces included, in points. */
  width(text: string, size: number): number {
    const words = text.split(' ');
    const spaces = (words.length - 1) * this.run(' ').advance;
    const advance = words.reduce((sum, word) => sum + (word === '' ? 0 : this.run(word).advance), spaces);
    return (advance * size) / 1000;
  }

  private layOut(word: string): GlyphRun {
    const { glyphs, positions } = this.font.layout(word);
    const scale = 1000 / this.font.unitsPerEm;
    const missing = glyphs.find(({ id }) => id === 0);
    if (missing) {
      const [codePoint = 0] = missing.codePoints;
      const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
      throw new GlyphError(
        `"${word}": the face ${this.font.postscriptName} has no glyph for "${String.fromCodePoint(codePoint)}" (U+${code}); use another character`,
      );
    }
    const widths = glyphs.map(({ advanceWidth }) => advanceWidth * scale);
    const advances = positions.map(({ xAdvance }) => xAdvance * scale);
    return {
      ids: glyphs.map(({ id }) => id),
      codePoints: glyphs.map(({ codePoints }) => codePoints),
      widths,
      kerns: advances.map((advance, index) => (widths[index] ?? 0) - advance),
      advance: advances.reduce((sum, advance) => sum + advance, 0),
    };
  }
}

/** The opened faces of a brand by name. */
export type Typefaces = Readonly<Record<FaceName, Typeface>>;

/** Opens the faces of a brand; done once per process, for the opened faces remember every word. */
export function openTypefaces(files: Readonly<Record<FaceName, Uint8Array>>): Typefaces {
  const open = (name: FaceName) => new Typeface(name, files[name]);
  return {
    serifRegular: open('serifRegular'),
    serifStrong: open('serifStrong'),
    sansRegular: open('sansRegular'),
    sansMedium: open('sansMedium'),
    sansStrong: open('sansStrong'),
  };
}

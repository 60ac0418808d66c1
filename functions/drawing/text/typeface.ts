import { FontFile } from './font-file.ts';
import { type Kerning, kernBetween, noKerning, scriptOf } from './kerning.ts';

/** The five faces of a brand. */
export const faceNames = ['serifRegular', 'serifStrong', 'sansRegular', 'sansMedium', 'sansStrong'] as const;
/** One of the five faces. */
export type FaceName = (typeof faceNames)[number];

/** What a face is opened from: its font file and its kerning. */
export interface FaceParts {
  readonly bytes: Uint8Array;
  readonly kerning: Kerning;
}

/** A word or a line as glyphs, ready to be measured and painted. */
export interface GlyphRun {
  readonly glyphs: readonly number[];
  /** Its width in thousandths of the font size. */
  readonly advance: number;
  /** Its glyph codes as the inside of a PDF string; a kerned pair has `)`, the kerning and `(` between its codes. */
  readonly codes: string;
  /** Whether any two of its glyphs are kerned. */
  readonly kerned: boolean;
}

/** A word with a character that the face has no glyph for. */
export class GlyphError extends Error {
  override readonly name = 'GlyphError';
}

/** How many words, and how many lines, a face keeps before it forgets them: those of three years of monthly editions. */
const maxKept = 16_384;

function remember(known: Map<string, GlyphRun>, text: string, run: GlyphRun): GlyphRun {
  if (known.size === maxKept) known.clear();
  known.set(text, run);
  return run;
}

/** An opened face. It lays out each word and each line once per process. */
export class Typeface {
  readonly name: FaceName;
  readonly font: FontFile;
  private readonly kerning: Kerning;
  private readonly runs = new Map<string, GlyphRun>();
  private readonly lines = new Map<string, GlyphRun>();

  constructor(name: FaceName, font: FontFile, kerning: Kerning) {
    this.name = name;
    this.font = font;
    this.kerning = kerning;
  }

  /** Whether the face has a glyph for a character. */
  has(character: string): boolean {
    return this.font.glyphOf.has(character.codePointAt(0) ?? 0);
  }

  /** The glyphs of a word. Throws a {@link GlyphError} when the face has no glyph for one of its characters. */
  run(word: string): GlyphRun {
    return this.runs.get(word) ?? remember(this.runs, word, this.layOut(word));
  }

  /** The glyphs of a text: its words, with spaces that are not kerned with them. Throws as {@link run} does. */
  line(text: string): GlyphRun {
    return this.lines.get(text) ?? remember(this.lines, text, this.joined(text.split(' ')));
  }

  /** The width of a text with its spaces, in points, at a size in points. */
  width(text: string, size: number): number {
    return (this.line(text).advance * size) / 1000;
  }

  private joined(words: readonly string[]): GlyphRun {
    const space = this.run(' ');
    const runs = words.map((word) => this.run(word));
    let advance = (words.length - 1) * space.advance;
    for (const run of runs) advance += run.advance;
    return {
      glyphs: runs.flatMap(({ glyphs }, index) => (index === 0 ? glyphs : [...space.glyphs, ...glyphs])),
      advance,
      codes: runs.map(({ codes }) => codes).join(space.codes),
      kerned: runs.some(({ kerned }) => kerned),
    };
  }

  private layOut(word: string): GlyphRun {
    const table = this.kerning[scriptOf(word)];
    const scale = 1000 / this.font.unitsPerEm;
    const glyphs = Array.from(word, (character) => this.glyphOf(character, word));
    let advance = 0;
    let codes = '';
    let kerned = false;
    for (const [index, glyph] of glyphs.entries()) {
      const next = glyphs[index + 1];
      const kern = next === undefined ? 0 : kernBetween(table, glyph, next) * scale;
      advance += this.font.advanceOf(glyph) * scale + kern;
      codes += byteOf(glyph >> 8) + byteOf(glyph & 0xff);
      if (kern === 0) continue;
      codes += `)${Math.round(-kern * 100) / 100}(`;
      kerned = true;
    }
    return { glyphs, advance, codes, kerned };
  }

  private glyphOf(character: string, word: string): number {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = this.font.glyphOf.get(codePoint);
    if (glyph !== undefined) return glyph;
    const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
    throw new GlyphError(
      `"${word}": the face ${this.font.name} has no glyph for "${character}" (U+${code}); use another character`,
    );
  }
}

/** A byte in a PDF string: brackets would end it, and a return would be read as a line feed (ISO 32000-1, 7.3.4.2). */
function byteOf(value: number): string {
  const byte = String.fromCharCode(value);
  if (byte === '\r') return '\\r';
  return byte === '(' || byte === ')' || byte === '\\' ? `\\${byte}` : byte;
}

/** The opened faces of a brand by name. */
export type Typefaces = Readonly<Record<FaceName, Typeface>>;

/** Opens a face. Throws where its file is none that we can read. */
export function openTypeface(name: FaceName, { bytes, kerning }: FaceParts): Typeface {
  return new Typeface(name, new FontFile(name, bytes), kerning);
}

/** Opens the faces of a brand. Done once per process because the opened faces remember words and lines. */
export function openTypefaces(faces: Readonly<Record<FaceName, FaceParts>>): Typefaces {
  return eachFace((name) => openTypeface(name, faces[name]));
}

/** The same faces without kerning, for where the text is set by a program that is given none. */
export function withoutKerning(typefaces: Typefaces): Typefaces {
  return eachFace((name) => new Typeface(name, typefaces[name].font, noKerning));
}

function eachFace(open: (name: FaceName) => Typeface): Typefaces {
  return {
    serifRegular: open('serifRegular'),
    serifStrong: open('serifStrong'),
    sansRegular: open('sansRegular'),
    sansMedium: open('sansMedium'),
    sansStrong: open('sansStrong'),
  };
}

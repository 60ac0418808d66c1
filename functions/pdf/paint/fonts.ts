import type { TextMark } from '../marks.ts';
import type { FaceName, GlyphRun, Typefaces } from '../text/typeface.ts';
import type { Archive, EmbeddedFont } from './archive.ts';
import type { TextEncoder } from './operators.ts';

/**
 * Encodes text for one document: words come as glyphs that were laid out once per process, and are mapped to the
 * subset of the font that this document embeds.
 */
export class DocumentFonts implements TextEncoder {
  private readonly fonts = new Map<FaceName, EmbeddedFont>();
  private readonly archive: Archive;
  private readonly typefaces: Typefaces;
  private readonly pageOf: ReadonlyMap<string, number>;

  constructor(archive: Archive, typefaces: Typefaces, pageOf: ReadonlyMap<string, number>) {
    this.archive = archive;
    this.typefaces = typefaces;
    this.pageOf = pageOf;
  }

  encode(mark: TextMark): { font: string; glyphs: string } {
    const font = this.fontOf(mark.face);
    const { fonts } = this.archive.internals.page;
    fonts[font.id] ??= font.ref();
    return { font: font.id, glyphs: this.glyphsOf(this.textOf(mark), mark.face, font) };
  }

  /** The text of a mark, or the page number that it stands for. */
  private textOf({ text, pageOf }: TextMark): string {
    if (!pageOf) return text;
    const number = this.pageOf.get(pageOf);
    if (number === undefined) throw new Error(`a page number points to the section "${pageOf}", which is not there`);
    return text.replace(/0+/, String(number));
  }

  private fontOf(face: FaceName): EmbeddedFont {
    const known = this.fonts.get(face);
    if (known) return known;
    this.archive.font(this.typefaces[face].font as unknown as string);
    const { _font: font } = this.archive.internals;
    this.fonts.set(face, font);
    return font;
  }

  private glyphsOf(text: string, face: FaceName, font: EmbeddedFont): string {
    const typeface = this.typefaces[face];
    let operand = '[<';
    for (const [index, word] of text.split(' ').entries()) {
      if (index > 0) operand += hex(typeface.run(' '), font);
      if (word !== '') operand += hex(typeface.run(word), font);
    }
    return `${operand}>]`;
  }
}

/** The glyphs of a run in the subset of a font; kerning interrupts the string with the distance to close up. */
function hex({ ids, codePoints, widths, kerns }: GlyphRun, font: EmbeddedFont): string {
  let text = '';
  for (const [index, id] of ids.entries()) {
    const glyph = font.subset.includeGlyph(id);
    font.widths[glyph] ??= widths[index];
    font.unicode[glyph] ??= codePoints[index];
    text += glyph.toString(16).padStart(4, '0');
    const kern = kerns[index] ?? 0;
    if (kern !== 0) text += `>${Math.round(kern * 100) / 100}<`;
  }
  return text;
}

import type { TextMark } from '../marks.ts';
import { type FaceName, faceNames, type GlyphRun, type Typeface, type Typefaces } from '../text/typeface.ts';
import type { Archive, Reference } from './archive.ts';
import { packedCharacterMap } from './character-map.ts';
import { cutFont } from './cut-font.ts';
import type { PageFonts } from './document-forms.ts';
import { decimal as n } from './pdf-values.ts';

/**
 * The faces of one document: writes texts with them, and embeds what was used of each. Words come as codes that were
 * laid out once per process; the code of a glyph is its number in the face.
 */
export class DocumentFonts implements PageFonts {
  private readonly file: Archive;
  private readonly typefaces: Typefaces;
  private readonly pageOf: ReadonlyMap<string, number>;
  private readonly used = new Map<FaceName, Set<GlyphRun>>();
  private readonly fonts = new Map<string, Reference>();

  constructor(file: Archive, typefaces: Typefaces, pageOf: ReadonlyMap<string, number>) {
    this.file = file;
    this.typefaces = typefaces;
    this.pageOf = pageOf;
  }

  encode(mark: TextMark): { font: string; codes: string; kerned: boolean } {
    const face = this.typefaces[mark.face];
    const used = this.usedOf(mark.face);
    let codes = '';
    let kerned = false;
    for (const [index, word] of this.textOf(mark).split(' ').entries()) {
      for (const run of index > 0 ? [face.run(' '), face.run(word)] : [face.run(word)]) {
        used.add(run);
        codes += run.codes;
        kerned ||= run.kerned;
      }
    }
    return { font: resourceName(mark.face), codes, kerned };
  }

  references(): ReadonlyMap<string, Reference> {
    return this.fonts;
  }

  /** Embeds the faces that were used. */
  embed(): void {
    const maps = new Map<Uint8Array, Reference>();
    for (const [face, runs] of this.used) {
      const { font } = this.typefaces[face];
      const packed = packedCharacterMap(font.glyphOf);
      const toUnicode = maps.get(packed) ?? this.file.addPackedStream({}, packed);
      maps.set(packed, toUnicode);
      const glyphs = new Set([...runs].flatMap((run) => run.glyphs));
      const reference = this.fonts.get(resourceName(face));
      if (reference) this.file.set(reference, embedFace(this.file, this.typefaces[face], glyphs, toUnicode));
    }
  }

  private usedOf(face: FaceName): Set<GlyphRun> {
    const known = this.used.get(face);
    if (known) return known;
    const used = new Set<GlyphRun>();
    this.used.set(face, used);
    this.fonts.set(resourceName(face), this.file.reserve());
    return used;
  }

  /** The text of a mark, or the page number that it stands for. */
  private textOf({ text, pageOf }: TextMark): string {
    if (!pageOf) return text;
    const number = this.pageOf.get(pageOf);
    if (number === undefined) throw new Error(`a page number points to the section "${pageOf}", which is not there`);
    return text.replace(/0+/, String(number));
  }
}

function resourceName(face: FaceName): string {
  return `F${faceNames.indexOf(face)}`;
}

/** A face as a composite font whose codes are glyphs (ISO 32000-1, 9.7), in the syntax of PDF. */
function embedFace(file: Archive, { name, font }: Typeface, used: ReadonlySet<number>, toUnicode: Reference): string {
  const { bounds, ascent, descent, capHeight, xHeight, italicAngle } = font.measures;
  // Six letters before its name tell a part of a font (9.6.4); a document has one of each face.
  const partName = `/BRIEF${'ABCDE'.charAt(faceNames.indexOf(name))}+${font.name}`;
  const bytes = cutFont(font, used);
  const fontFile = file.addStream({ Length1: String(bytes.length) }, bytes);
  const shape = `/Flags 4/FontBBox[${bounds.map(n).join(' ')}]/ItalicAngle ${n(italicAngle)}/StemV 0`;
  const heights = `/Ascent ${n(ascent)}/Descent ${n(descent)}/CapHeight ${n(capHeight)}/XHeight ${n(xHeight)}`;
  const descriptor = file.add(`<</Type/FontDescriptor/FontName${partName}${shape}${heights}/FontFile2 ${fontFile}>>`);
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity';
  const form = `/Type/Font/Subtype/CIDFontType2/BaseFont${partName}${system}`;
  const descendant = file.add(`<<${form}/FontDescriptor ${descriptor}/W[${widthsOf(font, used)}]>>`);
  const encoding = `/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}`;
  return `<</Type/Font/Subtype/Type0/BaseFont${partName}${encoding}>>`;
}

/** The widths of glyphs, those that follow each other together after the number of the first. */
function widthsOf(font: Typeface['font'], used: ReadonlySet<number>): string {
  const scale = 1000 / font.unitsPerEm;
  let [written, last] = ['', -1];
  for (const glyph of [...used].toSorted((a, b) => a - b)) {
    const begin = glyph === last + 1 && last >= 0 ? ' ' : `${last < 0 ? '' : ']'}${glyph}[`;
    written += `${begin}${n(font.advanceOf(glyph) * scale)}`;
    last = glyph;
  }
  return `${written}]`;
}

import {
  type FaceName,
  faceNames,
  type GlyphRun,
  type TextMark,
  type Typeface,
  type Typefaces,
} from '../../drawing/index.ts';
import { packedCharacterMap } from './character-map.ts';
import type { PageFonts } from './document-forms.ts';
import { packedFace } from './packed-face.ts';
import type { PdfFile, Reference } from './pdf-file.ts';
import { decimal as n } from './pdf-values.ts';

/** The names of faces on pages. */
const resourceNames = Object.fromEntries(faceNames.map((face, index) => [face, `F${index}`])) as Record<
  FaceName,
  string
>;

/** What a document uses of a face: words, and glyphs by number. */
interface Used {
  readonly runs: Set<GlyphRun>;
  readonly glyphs: boolean[];
}

/**
 * The faces of one document: encodes texts, and embeds the glyphs that were used. Lines are laid out once per process.
 * The code of a glyph is its number in the face.
 */
export class DocumentFonts implements PageFonts {
  private readonly file: PdfFile;
  private readonly typefaces: Typefaces;
  private readonly pageOf: ReadonlyMap<string, number>;
  private readonly used = new Map<FaceName, Used>();
  private readonly fonts = new Map<string, Reference>();

  constructor(file: PdfFile, typefaces: Typefaces, pageOf: ReadonlyMap<string, number>) {
    this.file = file;
    this.typefaces = typefaces;
    this.pageOf = pageOf;
  }

  encode({ face, pageOf }: TextMark, text: string): { font: string; codes: string; kerned: boolean } {
    const run = this.typefaces[face].line(pageOf ? this.withPage(text, pageOf) : text);
    const { codes, kerned } = use(this.usedOf(face), run);
    return { font: resourceNames[face], codes, kerned };
  }

  references(): ReadonlyMap<string, Reference> {
    return this.fonts;
  }

  /** Embeds the faces that were used. */
  embed(): void {
    const maps = new Map<Uint8Array, Reference>();
    for (const [face, { glyphs }] of this.used) {
      const { font } = this.typefaces[face];
      const packed = packedCharacterMap(font.glyphOf);
      const toUnicode = maps.get(packed) ?? this.file.addPackedStream({}, packed);
      maps.set(packed, toUnicode);
      const reference = this.fonts.get(resourceNames[face]);
      const inOrder = [...glyphs.keys()].filter((glyph) => glyphs[glyph]);
      if (reference) this.file.set(reference, embedFace(this.file, this.typefaces[face], inOrder, toUnicode));
    }
  }

  private usedOf(face: FaceName): Used {
    const known = this.used.get(face);
    if (known) return known;
    const used = { runs: new Set<GlyphRun>(), glyphs: [] };
    this.used.set(face, used);
    this.fonts.set(resourceNames[face], this.file.reserve());
    return used;
  }

  /** A text with the number of the page on which a section begins. */
  private withPage(text: string, section: string): string {
    const number = this.pageOf.get(section);
    if (number === undefined) throw new Error(`a page number points to the section "${section}", which is not there`);
    return text.replace(/0+/, String(number));
  }
}

/** Records the use of a word and returns it. */
function use({ runs, glyphs }: Used, run: GlyphRun): GlyphRun {
  if (runs.has(run)) return run;
  runs.add(run);
  for (const glyph of run.glyphs) glyphs[glyph] = true;
  return run;
}

/** A face as a composite font whose codes are glyph numbers (ISO 32000-1, 9.7), in PDF syntax. */
function embedFace(file: PdfFile, { name, font }: Typeface, glyphs: readonly number[], toUnicode: Reference): string {
  const { bounds, ascent, descent, capHeight, xHeight, italicAngle } = font.measures;
  // Six letters before its name mark a font subset (9.6.4). A document has one subset of each face.
  const partName = `/BRIEF${'ABCDE'.charAt(faceNames.indexOf(name))}+${font.name}`;
  const { packed, length, widths } = packedFace(font, glyphs);
  const fontFile = file.addPackedStream({ Length1: String(length) }, packed);
  const shape = `/Flags 4/FontBBox[${bounds.map(n).join(' ')}]/ItalicAngle ${n(italicAngle)}/StemV 0`;
  const heights = `/Ascent ${n(ascent)}/Descent ${n(descent)}/CapHeight ${n(capHeight)}/XHeight ${n(xHeight)}`;
  const descriptor = file.add(`<</Type/FontDescriptor/FontName${partName}${shape}${heights}/FontFile2 ${fontFile}>>`);
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity';
  const form = `/Type/Font/Subtype/CIDFontType2/BaseFont${partName}${system}`;
  const descendant = file.add(`<<${form}/FontDescriptor ${descriptor}/W[${widths}]>>`);
  const encoding = `/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}`;
  return `<</Type/Font/Subtype/Type0/BaseFont${partName}${encoding}>>`;
}

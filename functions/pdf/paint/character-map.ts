import { deflateSync } from 'node:zlib';

/** Glyphs from `first` to `last`, for consecutive characters from `character`. */
interface Range {
  readonly first: number;
  last: number;
  readonly character: number;
}

/** The maximum number of ranges in a section of a character map (the limit of the CMap format). */
const sectionLength = 100;

/** The compressed maps, by glyph map and by content. */
const known = new WeakMap<ReadonlyMap<number, number>, Uint8Array>();
const packed = new Map<string, Uint8Array>();

/** The character map of a face, compressed once per process. Faces with the same map share its bytes. */
export function packedCharacterMap(glyphOf: ReadonlyMap<number, number>): Uint8Array {
  const found = known.get(glyphOf);
  if (found) return found;
  const text = characterMap(glyphOf);
  const bytes = packed.get(text) ?? deflateSync(Buffer.from(text, 'latin1'));
  packed.set(text, bytes);
  known.set(glyphOf, bytes);
  return bytes;
}

/**
 * The map from glyphs to characters for copying and screen readers (ISO 32000-1, 9.10.3). If characters share a glyph,
 * the first counts, so that a space is read as a space. Faces with the same glyph numbers have the same map.
 */
function characterMap(glyphOf: ReadonlyMap<number, number>): string {
  return write(rangesOf(glyphOf));
}

function rangesOf(glyphOf: ReadonlyMap<number, number>): readonly Range[] {
  const characters = new Map<number, number>();
  for (const [character, glyph] of glyphOf) if (!characters.has(glyph)) characters.set(glyph, character);
  const ranges: Range[] = [];
  for (const [glyph, character] of [...characters].toSorted(([a], [b]) => a - b)) {
    const range = ranges.at(-1);
    if (range && continuesRange(range, glyph, character)) range.last = glyph;
    else ranges.push({ first: glyph, last: glyph, character });
  }
  return ranges;
}

/** Whether a glyph and its character continue a range. A range stays within one high byte on both sides. */
function continuesRange({ first, last, character: start }: Range, glyph: number, character: number): boolean {
  const follows = glyph === last + 1 && character - start === glyph - first;
  return follows && glyph >> 8 === first >> 8 && character >> 8 === start >> 8;
}

function write(ranges: readonly Range[]): string {
  const lines = ranges.map(({ first, last, character }) => `<${hex(first)}><${hex(last)}><${hex(character)}>`);
  const sections = Array.from({ length: Math.ceil(lines.length / sectionLength) }, (_, index) => {
    const section = lines.slice(index * sectionLength, (index + 1) * sectionLength);
    return `${section.length} beginbfrange\n${section.join('\n')}\nendbfrange`;
  });
  return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict/CMap defineresource pop
end
end`;
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}

import { createHash } from 'node:crypto';
import { pack } from './pack.ts';

/**
 * The widths in bytes of the fields of a cross-reference entry: type, offset or object stream, index in that stream.
 */
const widths = [1, 3, 2] as const;
const rowLength = widths[0] + widths[1] + widths[2];

/**
 * The bytes of a PDF 1.7 file. Streams stay as they are; all other objects are in one compressed object stream (ISO
 * 32000-1, 7.5.7 and 7.5.8), which PDFKit cannot write. This shrinks the thousand small objects of a tagged file to a
 * tenth. Objects are given in PDF syntax, as strings of bytes (Latin-1).
 */
export class PackedFile {
  private readonly objects = new Map<number, string>();
  private readonly streams = new Map<number, { readonly dictionary: string; readonly bytes: Uint8Array }>();

  /** Adds an object that is not a stream. */
  addObject(id: number, object: string): void {
    this.objects.set(id, object);
  }

  /** Adds a stream. Its dictionary already has its length and filter. */
  addStream(id: number, dictionary: string, bytes: Uint8Array): void {
    this.streams.set(id, { dictionary, bytes });
  }

  /** The bytes of the whole file. `entries` are those of its trailer. Its identifier is a digest of the content. */
  finish(entries: string): Uint8Array {
    const packed = [...this.objects].toSorted(([a], [b]) => a - b);
    const packId = this.objects.size + this.streams.size + 1;
    const { first, bytes: plain } = objectStreamOf(packed);
    const objects = pack(plain);
    const form = `/Type/ObjStm/N ${packed.length}/First ${first}/Filter/FlateDecode/Length ${objects.length}`;
    this.streams.set(packId, { dictionary: `<<${form}>>`, bytes: objects });

    const tableId = packId + 1;
    const table = Buffer.alloc((tableId + 1) * rowLength);
    setRow(table, 0, 0, 0, 0xffff);
    for (const [index, [id]] of packed.entries()) setRow(table, id, 2, packId, index);
    const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
    let length = parts[0]?.length ?? 0;
    for (const [id, { dictionary, bytes }] of this.streams) {
      setRow(table, id, 1, length, 0);
      const part = streamObject(id, dictionary, bytes);
      parts.push(part);
      length += part.length;
    }
    setRow(table, tableId, 1, length, 0);
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    const identity = hash.digest('hex').slice(0, 32);
    const rows = pack(differences(table));
    const trailer = [
      `<</Type/XRef/Size ${tableId + 1}/W[${widths.join(' ')}]/Filter/FlateDecode/Length ${rows.length}`,
      `/DecodeParms<</Predictor 12/Columns ${rowLength}>>${entries}/ID[<${identity}><${identity}>]>>`,
    ];
    parts.push(streamObject(tableId, trailer.join(''), rows));
    parts.push(Buffer.from(`startxref\n${length}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(parts);
  }
}

/** The content of an object stream: the numbers and offsets of the objects, then the objects. */
function objectStreamOf(objects: readonly (readonly [number, string])[]): { first: number; bytes: Buffer } {
  let [places, bodies] = ['', ''];
  for (const [id, object] of objects) {
    places += `${id} ${bodies.length} `;
    bodies += `${object}\n`;
  }
  return { first: places.length, bytes: Buffer.from(places + bodies, 'latin1') };
}

function streamObject(id: number, dictionary: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

function setRow(table: Buffer, id: number, type: number, place: number, index: number): void {
  const at = id * rowLength;
  table.writeUIntBE(type, at, widths[0]);
  table.writeUIntBE(place, at + widths[0], widths[1]);
  table.writeUIntBE(index, at + widths[0] + widths[1], widths[2]);
}

/** Each row as the difference from the row before, which compresses to a third (the PNG predictor «up»). */
function differences(table: Buffer): Buffer {
  const rows = table.length / rowLength;
  const result = Buffer.alloc(rows * (rowLength + 1));
  for (let row = 0; row < rows; row += 1) {
    result[row * (rowLength + 1)] = 2;
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      result[row * (rowLength + 1) + 1 + column] = (table[at] ?? 0) - (table[at - rowLength] ?? 0);
    }
  }
  return result;
}

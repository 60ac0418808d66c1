import { deflateSync } from 'node:zlib';

/** An object of a PDF file: its number and its bytes without the words around it. */
interface FileObject {
  readonly id: number;
  readonly body: Buffer;
}

/** The widths of the three fields of a cross-reference entry, in bytes. */
const widths = [1, 3, 2] as const;

/**
 * Writes a PDF file again with its objects in one compressed object stream and its table in a cross-reference stream
 * (ISO 32000-1, 7.5.7 and 7.5.8), which PDFKit cannot do: the many small objects of a tagged file shrink to a tenth.
 * Takes a file as PDFKit writes it: one section, one plain table, nothing encrypted.
 */
export function packFile(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(bytes.toString('latin1', bytes.length - 64))?.[1]);
  const table = bytes.toString('latin1', tableAt);
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
  const trailer = /trailer\n<<([\s\S]*?)>>\nstartxref/.exec(table)?.[1] ?? '';
  const begins = [...offsets.toSorted((a, b) => a - b), tableAt];
  const ends = new Map(begins.map((offset, index) => [offset, begins[index + 1]]));

  const parts: Buffer[] = [bytes.subarray(0, begins[0])];
  let length = parts[0]?.length ?? 0;
  const entries = new Map<number, readonly [type: number, place: number, index: number]>([[0, [0, 0, 0xffff]]]);
  const put = (id: number, part: Buffer) => {
    entries.set(id, [1, length, 0]);
    parts.push(part);
    length += part.length;
  };
  const packed: FileObject[] = [];
  for (const [index, offset] of offsets.entries()) {
    const slice = bytes.subarray(offset, ends.get(offset));
    if (isStream(slice)) put(index + 1, slice);
    else packed.push({ id: index + 1, body: slice.subarray(slice.indexOf('obj\n') + 4, slice.lastIndexOf('endobj')) });
  }
  const streamId = offsets.length + 1;
  const tableId = streamId + 1;
  put(streamId, objectStream(streamId, packed));
  for (const [index, { id }] of packed.entries()) entries.set(id, [2, streamId, index]);
  entries.set(tableId, [1, length, 0]);
  parts.push(crossReferences(tableId, entries, trailer), Buffer.from(`startxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

function isStream(object: Buffer): boolean {
  const end = '\nendstream\nendobj\n';
  return object.subarray(-end.length).toString('latin1') === end;
}

function objectStream(id: number, objects: readonly FileObject[]): Buffer {
  let at = 0;
  const places = objects.map((object) => {
    const place = `${object.id} ${at}`;
    at += object.body.length;
    return place;
  });
  const head = Buffer.from(`${places.join(' ')}\n`, 'latin1');
  const data = Buffer.concat([head, ...objects.map(({ body }) => body)]);
  return stream(id, `/Type /ObjStm /N ${objects.length} /First ${head.length}`, data);
}

function crossReferences(
  id: number,
  entries: ReadonlyMap<number, readonly [number, number, number]>,
  trailer: string,
): Buffer {
  const size = id + 1;
  const row = widths[0] + widths[1] + widths[2];
  const data = Buffer.alloc(size * row);
  for (const [entry, [type, place, index]] of entries) {
    data.writeUIntBE(type, entry * row, widths[0]);
    data.writeUIntBE(place, entry * row + widths[0], widths[1]);
    data.writeUIntBE(index, entry * row + widths[0] + widths[1], widths[2]);
  }
  const rest = trailer.replace(/\/Size \d+/, '').trim();
  return stream(id, `/Type /XRef /Size ${size} /W [${widths.join(' ')}] ${rest}`, data);
}

function stream(id: number, dictionary: string, data: Buffer): Buffer {
  const deflated = deflateSync(data, { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `${id} 0 obj\n<<\n${dictionary} /Filter /FlateDecode /Length ${deflated.length}\n>>\nstream\n`,
      'latin1',
    ),
    deflated,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

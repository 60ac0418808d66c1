import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/** What keeps a ZIP file from being read. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'path' | 'too_large';

/** A ZIP file was refused; `entry` is the file in it that is wrong, empty where the whole is. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly fault: ArchiveFault;
  readonly entry: string;

  constructor(fault: ArchiveFault, entry = '', options?: ErrorOptions) {
    super(`The ZIP file was refused (${fault})${entry === '' ? '' : `: ${entry}`}`, options);
    this.fault = fault;
    this.entry = entry;
  }
}

/** A file in a ZIP file. */
export interface ArchivedFile {
  /** Its size in bytes as the directory says, which {@link read} holds it to. */
  readonly size: number;
  /** Its content, piece by piece. Throws an {@link ArchiveError} where it is larger than declared, or damaged. */
  read(): AsyncIterable<Uint8Array>;
}

/** The most that is read of a ZIP file: how many files, and their bytes together once they are inflated. */
export interface ArchiveLimits {
  readonly files: number;
  readonly bytes: number;
}

const end = { signature: 0x06054b50, length: 22, longestComment: 65_535 } as const;
const entry = { signature: 0x02014b50, length: 46 } as const;
const local = { signature: 0x04034b50, length: 30 } as const;

/**
 * Opens a ZIP file (PKWARE APPNOTE 4.3) by its directory. Nothing is inflated before the sizes that the directory
 * declares are known to be within the limits. Throws an {@link ArchiveError}: for a file that is no ZIP file or of more
 * than 4 GB, for one that is encrypted, and for a name that leads out of a folder. Folders are left out.
 */
export function openZip(bytes: Uint8Array, limits: ArchiveLimits): ReadonlyMap<string, ArchivedFile> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = endOf(file);
  const count = file.readUInt16LE(at + 10);
  if (count > limits.files) throw new ArchiveError('too_large');
  const files = new Map<string, ArchivedFile>();
  let place = file.readUInt32LE(at + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (place + entry.length > at || file.readUInt32LE(place) !== entry.signature) throw new ArchiveError('damaged');
    const [flags, method] = [file.readUInt16LE(place + 8), file.readUInt16LE(place + 10)];
    const [packed, size] = [file.readUInt32LE(place + 20), file.readUInt32LE(place + 24)];
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(place + offset));
    const name = file.toString('utf8', place + entry.length, place + entry.length + (lengths[0] ?? 0));
    if (flags % 2 === 1) throw new ArchiveError('encrypted', name);
    if (leadsOut(name)) throw new ArchiveError('path', name);
    if (files.has(name) || (method !== 0 && method !== 8)) throw new ArchiveError('damaged', name);
    total += size;
    if (total > limits.bytes) throw new ArchiveError('too_large', name);
    const [sum, offset] = [file.readUInt32LE(place + 16), file.readUInt32LE(place + 42)];
    const isFolder = name.endsWith('/');
    if (!isFolder) files.set(name, { size, read: () => contentOf(file, { name, method, packed, size, sum, offset }) });
    place += lengths.reduce((sizes, length) => sizes + length, entry.length);
  }
  return files;
}

/** Where the end of the directory is: the last thing in the file, before a comment that it may have. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - end.length - end.longestComment);
  for (let at = file.length - end.length; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === end.signature) return at;
  }
  throw new ArchiveError('damaged');
}

/** Whether a name is no plain path under the folder that it would be unpacked into. */
function leadsOut(name: string): boolean {
  return /^\/|[\\:]/.test(name) || name.includes('\0') || name.split('/').includes('..');
}

interface Packed {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly sum: number;
  readonly offset: number;
}

async function* contentOf(file: Buffer, { name, method, packed, size, sum, offset }: Packed) {
  if (offset + local.length > file.length || file.readUInt32LE(offset) !== local.signature) {
    throw new ArchiveError('damaged', name);
  }
  const begin = offset + local.length + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const body = file.subarray(begin, begin + packed);
  let [length, found] = [0, 0];
  for await (const piece of method === 8 ? inflated(body, name) : [body]) {
    length += piece.length;
    if (length > size) throw new ArchiveError('too_large', name);
    found = crc32(piece, found);
    yield piece;
  }
  if (length !== size || found !== sum) throw new ArchiveError('damaged', name);
}

async function* inflated(body: Uint8Array, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* Readable.from([body]).pipe(createInflateRaw({ chunkSize: 65_536 }));
  } catch (cause) {
    throw new ArchiveError('damaged', name, { cause });
  }
}

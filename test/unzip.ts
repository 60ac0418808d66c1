import { crc32, inflateRawSync } from 'node:zlib';

/** Reads a ZIP file as readers do: from its end, by the directory. Throws where the two headers or a checksum differ. */
export function unzip(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, Uint8Array>();
  let entry = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < bytes.readUInt16LE(end + 10); index += 1) {
    const length = bytes.readUInt16LE(entry + 28);
    const name = bytes.toString('utf8', entry + 46, entry + 46 + length);
    const local = bytes.readUInt32LE(entry + 42);
    // Version, flags, method, time, date, checksum, both sizes and the length of the name stand in both headers.
    if (!bytes.subarray(local + 4, local + 28).equals(bytes.subarray(entry + 6, entry + 30))) {
      throw new Error(`${name}: its header differs from its entry in the directory`);
    }
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(begin, begin + bytes.readUInt32LE(entry + 20));
    const content = bytes.readUInt16LE(entry + 10) === 8 ? inflateRawSync(body) : body;
    if (crc32(content) !== bytes.readUInt32LE(entry + 16)) throw new Error(`${name}: its checksum is wrong`);
    if (content.length !== bytes.readUInt32LE(entry + 24)) throw new Error(`${name}: its size is wrong`);
    files.set(name, content);
    entry += 46 + length;
  }
  if (entry !== end) throw new Error('the directory does not end where the file says');
  return files;
}

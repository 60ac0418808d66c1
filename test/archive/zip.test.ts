import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';

/** Reads a ZIP file as readers do: from its end, by the directory. */
function unzip(file: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let entry = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < bytes.readUInt16LE(end + 10); index += 1) {
    expect(bytes.toString('latin1', entry, entry + 4)).toBe('PK\x01\x02');
    const [size, length] = [bytes.readUInt32LE(entry + 24), bytes.readUInt16LE(entry + 28)];
    const name = bytes.toString('utf8', entry + 46, entry + 46 + length);
    const local = bytes.readUInt32LE(entry + 42);
    expect(bytes.toString('latin1', local, local + 4)).toBe('PK\x03\x04');
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + size);
    expect([bytes.readUInt32LE(entry + 16), bytes.readUInt32LE(local + 14)]).toEqual([crc32(content), crc32(content)]);
    files.set(name, content.toString());
    entry += 46 + length;
  }
  expect(entry).toBe(end);
  return files;
}

it('a ZIP file gives back the files that were put into it, in their order', () => {
  const files = new Map([
    ['datapackage.json', '{}'],
    ['области.csv', 'область,название\nBY-HO,Гомельская\n'],
    ['empty.csv', ''],
  ]);
  const packed = zip(new Map([...files].map(([name, text]) => [name, Buffer.from(text)])));
  expect([...unzip(packed)]).toEqual([...files]);
});

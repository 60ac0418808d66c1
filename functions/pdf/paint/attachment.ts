import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A file that travels inside documents, packed once for all of them. */
export interface Attachment {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly description: string;
  /** Its bytes before they were packed, how many and the digest that PDF asks for (MD5, ISO 32000-1, 7.11.4). */
  readonly size: number;
  readonly checksum: string;
  readonly packed: Uint8Array;
}

/** Packs a file. */
export function packAttachment(
  { name, type, description }: Pick<Attachment, 'name' | 'type' | 'description'>,
  bytes: Uint8Array,
): Attachment {
  const checksum = createHash('md5').update(bytes).digest('hex');
  return { name, type, description, size: bytes.length, checksum, packed: deflateSync(bytes) };
}

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** An attached file, compressed once for all documents. */
export interface Attachment {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly description: string;
  /** Its size in bytes before compression, and its MD5 digest, which PDF requires (ISO 32000-1, 7.11.4). */
  readonly size: number;
  readonly checksum: string;
  readonly packed: Uint8Array;
}

/** Compresses a file for attaching. */
export function packAttachment(
  { name, type, description }: Pick<Attachment, 'name' | 'type' | 'description'>,
  bytes: Uint8Array,
): Attachment {
  const checksum = createHash('md5').update(bytes).digest('hex');
  return { name, type, description, size: bytes.length, checksum, packed: deflateSync(bytes) };
}

import type { IncomingMessage } from 'node:http';
import { Problem } from '../api/index.ts';
import { largestFile } from '../desk/index.ts';
import { targetOf } from './events.ts';

/** The most bytes of a body that are read: more than the API takes, which itself refuses slightly larger ones. */
const maximumBody = 65_536;

/** The address that takes a file with a package. */
export const draftPath = '/page/desk/draft';

/** The most bytes of the body of a request. */
function maximumOf(request: IncomingMessage): number {
  return targetOf(request).split('?')[0] === draftPath ? largestFile : maximumBody;
}

/** Whether the headers of a request already say that its body is too large. */
export function saysTooLarge(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > maximumOf(request);
}

/** The problem of a body that is too large. */
export function tooLarge(request: IncomingMessage): Problem {
  return new Problem('body-too-large', `The body has more than ${maximumOf(request)} bytes.`);
}

/** Reads a body. Throws a {@link Problem} at once when more has come than may. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const maximum = maximumOf(request);
  const chunks: Buffer[] = [];
  let length = 0;
  // The request stays open, so that its answer can be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximum) throw tooLarge(request);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

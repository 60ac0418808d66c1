import type { IncomingMessage } from 'node:http';
import { Problem } from '../api/index.ts';

/** The most bytes of a body that are read: more than the API takes, which itself refuses slightly larger ones. */
const maximumBody = 65_536;

/** Whether the headers of a request already say that its body is too large. */
export function saysTooLarge({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > maximumBody;
}

/** The problem of a body that is too large. */
export function tooLarge(): Problem {
  return new Problem('body-too-large', `The body has more than ${maximumBody} bytes.`);
}

/** Reads a body. Throws a {@link Problem} at once when more has come than may. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  // The request stays open, so that its answer can be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumBody) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

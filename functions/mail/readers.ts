import { createHash } from 'node:crypto';
import { type Language, languages } from '../dataset/index.ts';

/** Someone who gets each edition by mail. */
export interface Reader {
  readonly address: string;
  readonly language: Language;
  /** The SHA-256 of the address, which names the reader in the store. */
  readonly id: string;
}

/**
 * An e-mail address as readers and senders may have it: printable ASCII without spaces, quotes and brackets, so that it
 * can neither end a header nor begin a second address.
 */
const address = /^[^\s@,<>"'();:\\[\]\x7f-\uffff]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** A reader as settings name one: `a@example.org`, or `ru:a@example.org`; null when it is neither. */
function readerOf(text: string): Reader | null {
  const [, code, named = ''] = /^(?:([a-z]{2}):)?([^:]+)$/.exec(text) ?? [];
  const language = languages.find((known) => known === (code ?? 'en'));
  if (!language || !isAddress(named)) return null;
  return { address: named, language, id: createHash('sha256').update(named.toLowerCase()).digest('hex') };
}

/** Readers, separated by commas; none in an empty text. Throws an error that names the first that is none. */
export function readersOf(text: string): readonly Reader[] {
  if (text === '') return [];
  return text.split(',').map((one) => {
    const reader = readerOf(one);
    if (reader) return reader;
    const accepted = 'expected an e-mail address, or one with its language such as ru:a@example.org';
    throw new Error(`reader ${JSON.stringify(one)}: ${accepted}`);
  });
}

/** Whether a text is an e-mail address. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text);
}

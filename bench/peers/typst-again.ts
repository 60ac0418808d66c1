import type { Peer, Supplies } from './peer.ts';
import { openTypst } from './typst.ts';

/** Typst printing a document again, with its cache. */
export async function open(supplies: Supplies): Promise<Peer> {
  return openTypst(supplies, { forgets: false });
}

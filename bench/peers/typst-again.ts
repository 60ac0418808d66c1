import type { Peer, Supplies } from './peer.ts';
import { openTypst } from './typst.ts';

/** Typst printing again what it has in memory. */
export async function open(supplies: Supplies): Promise<Peer> {
  return openTypst(supplies, { forgets: false });
}

import { print, readyChromium } from './chromium.ts';
import type { Peer, Supplies } from './peer.ts';

/** Chromium launched for each print, as a service without a running browser would do. */
export async function open(supplies: Supplies): Promise<Peer> {
  const { launch, addresses } = await readyChromium(supplies);
  return {
    render: async (language) => {
      const browser = await launch();
      try {
        return await print(await browser.newPage(), addresses[language]);
      } finally {
        await browser.close();
      }
    },
  };
}

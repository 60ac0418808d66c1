import { rendererFromFiles } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import type { Language } from '../../functions/dataset/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { foundingEdition, projectDataset } from '../content/our-briefing.ts';
import type { Peer } from './peer.ts';

/** Our renderer, from dataset to bytes: figures, templates, layout, tags and attached data. */
export async function open(): Promise<Peer> {
  const renderer = await rendererFromFiles();
  const data = editionOf(await projectDataset(), foundingEdition);
  return { render: async (language: Language) => (await renderer.render(data, language, fullPdf)).file.bytes };
}

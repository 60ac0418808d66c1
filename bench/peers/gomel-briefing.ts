import type { Language } from '../../functions/dataset/index.ts';
import { loadPress } from '../../functions/press/from-files.ts';
import { editionOf } from '../../functions/press/index.ts';
import { foundingEdition, projectDataset } from '../content/our-briefing.ts';
import type { Peer } from './peer.ts';

/** Ours: from the dataset to the bytes, with figures, templates, layout, tags and the attached data. */
export async function open(): Promise<Peer> {
  const press = await loadPress();
  const data = editionOf(await projectDataset(), foundingEdition);
  return { render: async (language: Language) => (await press.print(data, language)).pdf.bytes };
}

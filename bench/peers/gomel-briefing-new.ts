import { rendererFromFiles } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import { languages } from '../../functions/dataset/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { datasetOf } from '../../test/scenarios.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import type { Peer } from './peer.ts';

/** The number of different datasets before the first one is used again. */
const variants = 60;

/** Our renderer with different trade figures for each print, so that no cached document helps. */
export async function open(): Promise<Peer> {
  const renderer = await rendererFromFiles();
  const editions = Array.from({ length: variants }, (_, index) => {
    const trade = {
      exports: 675.6 + index * 7.3,
      imports: 1792.2 + index * 3.1,
      exportsBefore: 540.5 + index * 1.7,
      importsBefore: 592.7 + index * 2.9,
      allExports: 2152 + index * 11.3,
      allImports: 2343 + index * 5.9,
    };
    return editionOf(datasetOf({ trade }), foundingEdition);
  });
  // The step makes each language print a new dataset, too.
  let prints = 0;
  return {
    render: async (language) => {
      const data = editions[prints % variants];
      prints += languages.length + 1;
      if (!data) throw new Error('there are no datasets');
      return (await renderer.render(data, language, fullPdf)).file.bytes;
    },
  };
}

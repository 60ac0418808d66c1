import { rendererFromFiles } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import { languages } from '../../functions/dataset/index.ts';
import { datasetOf } from '../../test/scenarios.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import type { Peer } from './peer.ts';

/** How many datasets are told apart before the first of them comes again. */
const variants = 60;

/** Ours with other figures of trade at each print, so that nothing that is remembered of a document helps. */
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
  // Each language meets a dataset for the first time, too.
  let prints = 0;
  return {
    render: async (language) => {
      const data = editions[prints % variants];
      prints += languages.length + 1;
      if (!data) throw new Error('there are no datasets');
      return (await renderer.render(data, language)).pdf.bytes;
    },
  };
}

import { allProducts, type Observation, only, type Vintage } from '../dataset/index.ts';

/** ISO 3166 codes of the oblast whose briefing this is, and of the country that it is about. */
const home = 'BY-HO';
const country = 'RU';

/**
 * The part of a vintage that is about the oblast and Russia. A Data Package may also contain reports of other areas, or
 * of the oblast on other countries. These must not count as ties with Russia.
 */
export function tiesOf(vintage: Vintage): Vintage {
  const { observations, revised, news } = vintage;
  return {
    ...vintage,
    observations: only(observations, isTie),
    revised: only(revised, isTie),
    news: news && {
      added: news.added.filter(isTie),
      revised: news.revised.filter(({ after }) => isTie(after)),
    },
  };
}

/** The same without what is said of single products: every figure of a total is found by its area and flow. */
export function totalsOf(vintage: Vintage): Vintage {
  const { observations, revised, news } = vintage;
  return {
    ...vintage,
    observations: observations.filter(isTotal),
    revised: revised.filter(isTotal),
    news: news && {
      added: news.added.filter(isTotal),
      revised: news.revised.filter(({ after }) => isTotal(after)),
    },
  };
}

function isTotal({ product }: Observation): boolean {
  return product === allProducts;
}

/** True for a report of one side on the other. The sides are the oblast, and Russia or one of its regions. */
function isTie({ refArea, counterpart }: Observation): boolean {
  return (refArea === home && isRussian(counterpart)) || (isRussian(refArea) && counterpart === home);
}

function isRussian(area: string): boolean {
  return area === country || area.startsWith(`${country}-`);
}

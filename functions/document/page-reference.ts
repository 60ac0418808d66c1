import type { Chart } from './charts.ts';
import type { Inline, Run } from './inline.ts';
import type { Words } from './words.ts';

/** One digit in place of the number of a page, until layout knows it. */
const placeholder = '0';

/** The number of the page on which a section begins. */
export function pageNumberOf(section: string): Run {
  return { text: placeholder, pageOf: section };
}

/** The words that refer to the page of a section: «стр. 0». */
export function pageReference(words: Words): string {
  return words.message('reference.page', { number: placeholder });
}

/** Text that names sections itself where it would refer to their pages: what it stands in has none. */
export function withoutPages(text: Inline, nameOf: (section: string) => string): Inline {
  return text.map(({ pageOf, ...run }) => (pageOf === undefined ? run : { ...run, text: nameOf(pageOf) }));
}

/** The same for a chart: the key of the map of markets refers to a section. */
export function chartWithoutPages(chart: Chart, nameOf: (section: string) => string): Chart {
  if (chart.kind !== 'market-map' || !chart.key.partner) return chart;
  return { ...chart, key: { ...chart.key, partner: withoutPages(chart.key.partner, nameOf) } };
}

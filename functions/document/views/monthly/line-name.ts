import type { Figure, Measure, NotedLine } from '../../../figures/index.ts';
import type { Words } from '../../words.ts';

/** What a figure of a line over time is called, with what its line measures. */
export function lineName(
  words: Words,
  { series, measure }: Pick<NotedLine, 'series' | 'measure'>,
  figure: Figure,
): string {
  if (series?.product) {
    const flow = words.message(series.of.flow === 'import' ? 'figure.imports' : 'figure.exports');
    return words.message('register.good', { flow, good: words.text(series.product.name) });
  }
  const area = figure.area ? words.text(figure.area.name) : '';
  return measure ? measuredName(words, measure, figure) : words.message(`figure.${figure.subject}`, { area });
}

function measuredName(words: Words, measure: Measure, { key, subject }: Figure): string {
  switch (measure.of) {
    case 'flow': {
      const isChange = subject === 'part.change';
      const plain = words.message(isChange ? 'figure.investment' : `figure.${subject}`, { area: '' });
      const name = isChange ? words.message('register.what.change', { name: plain }) : plain;
      return words.message(`register.line.${measure.months}`, { figure: name });
    }
    case 'share': {
      const name = words.message(`figure.${subject}`, { area: '' });
      return key.includes('.change') ? words.message('register.what.change', { name }) : name;
    }
    default: {
      const name = words.message(`register.parts.${measure.of}.${measure.flow}`);
      return words.message(`register.what.${measure.what}`, { name });
    }
  }
}

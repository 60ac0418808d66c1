import type { Reading } from '../briefings/index.ts';
import {
  type Document,
  figureName,
  figureUnit,
  isRounded,
  lineName,
  sentencesOf,
  type Words,
} from '../document/index.ts';
import { type Briefing, everyFigure, type Figure, lazy, notedLinesOf } from '../figures/index.ts';
import type { PagedDocument } from '../pdf/index.ts';

/** What an edition says: its document, the figures behind it, and its pages, laid out when they are first asked for. */
export function readEdition(
  document: Document,
  briefing: Briefing,
  words: Words,
  layOut: () => PagedDocument,
): Reading {
  const pages = lazy(() => layOut().pages.map((page) => JSON.stringify(page)));
  return {
    figures: () => everyFigure(briefing),
    sentences: sentencesOf(document),
    describe(figure) {
      const number = words.qualified(figure, words.number(figure.value, figure.decimals, figure.signed));
      return {
        name: nameOf(figure, briefing, words),
        period: words.compactPeriod(figure.period),
        unit: figureUnit(words, figure),
        number: isRounded(figure) ? words.message('number.approximate', { x: number }) : number,
      };
    },
    pages,
  };
}

/** What a figure is called by itself: a part of a line over time with its region or its goods. */
function nameOf(figure: Figure, { overTime }: Briefing, words: Words): string {
  const line = overTime && figure.group === 'series' ? notedLinesOf(overTime).lineOf(figure.note) : null;
  if (!line) return figureName(words, figure);
  const name = lineName(words, line, figure);
  const about = figure.product ?? figure.area;
  if (!about || line.series?.product || name.includes(words.text(about.name))) return name;
  return words.message('register.good', { flow: name, good: words.text(about.name) });
}

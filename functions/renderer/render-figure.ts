import type { FigureFormat } from '../briefings/index.ts';
import { licence } from '../dataset/index.ts';
import {
  type ChartBlock,
  chartWithoutPages,
  type Document,
  type FigureBlock,
  type Words,
  withoutPages,
} from '../document/index.ts';
import { svgFile } from '../drawing/index.ts';
import { drawFigure, type RenderOptions } from '../pdf/index.ts';
import { dataCsv, figureData, figuresIn } from '../workbook/index.ts';

/** The ids of the figures that a document has in a format. */
export function figureIds(document: Document, words: Words, format: FigureFormat): readonly string[] {
  const isThere = (figure: FigureBlock) =>
    format === 'svg' ? chartIn(figure) !== null : figureData(figure, words) !== null;
  return figuresOf(document).flatMap((figure) => (isThere(figure) ? figure.id : []));
}

/**
 * One figure of a document. As SVG: its number, title, subtitle, chart and source as on the page, and below them what it is
 * from and its licence, all as text. As CSV: the table of its data. Null where it is not there in this format.
 */
export function renderFigure(
  document: Document,
  words: Words,
  id: string,
  format: FigureFormat,
  parts: Pick<RenderOptions, 'theme' | 'typefaces' | 'outlines'>,
): Uint8Array | null {
  const figure = figuresOf(document).find((one) => one.id === id);
  if (!figure) return null;
  const text = format === 'svg' ? drawingOf(figure, document, words, parts) : csvOf(figure, words);
  return text === null ? null : new TextEncoder().encode(text);
}

function figuresOf({ sections }: Document): readonly FigureBlock[] {
  return sections.flatMap(({ blocks }) => figuresIn(blocks));
}

function chartIn({ body }: FigureBlock): ChartBlock['chart'] | null {
  for (const block of body) if (block.type === 'chart') return block.chart;
  return null;
}

function csvOf(figure: FigureBlock, words: Words): string | null {
  const table = figureData(figure, words);
  return table && dataCsv(table);
}

function drawingOf(
  figure: FigureBlock,
  document: Document,
  words: Words,
  parts: Pick<RenderOptions, 'theme' | 'typefaces' | 'outlines'>,
): string | null {
  const chart = chartIn(figure);
  if (!chart) return null;
  const { mark, title, language } = document;
  const licensed = words.message('book.help.licence', { licence: licence.title });
  // «2026 г.» has a full stop of its own.
  const said = [mark?.long, title, licensed].filter((text) => text !== undefined);
  const credit = said.join('. ').replaceAll('.. ', '. ');
  const drawn = drawFigure(figureWithoutPages(figure, document), [{ text: credit }], document, parts);
  return svgFile(drawn.marks, {
    width: drawn.width,
    height: drawn.height,
    language,
    title: figure.title.map(({ text }) => text).join(''),
    description: chart.alt,
  });
}

/** A figure in which sections are named where the numbers of their pages would stand: it has no pages around it. */
function figureWithoutPages(figure: FigureBlock, { sections }: Document): FigureBlock {
  const nameOf = (section: string) => sections.find(({ id }) => id === section)?.name ?? '';
  const { title, subtitle, source, body } = figure;
  return {
    ...figure,
    title: withoutPages(title, nameOf),
    subtitle: subtitle && withoutPages(subtitle, nameOf),
    source: source && withoutPages(source, nameOf),
    body: body.map((block) =>
      block.type === 'chart' ? { ...block, chart: chartWithoutPages(block.chart, nameOf) } : block,
    ),
  };
}

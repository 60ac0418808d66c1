import type {
  AsideBlock,
  Block,
  HeadBlock,
  HeadingBlock,
  ParagraphBlock,
  RowBlock,
  RowColumns,
  StripBlock,
} from '../document/index.ts';
import { cardsOf } from './cards.ts';
import { dataOf, drawnChart } from './chart.ts';
import type { Room, WebContext } from './context.ts';
import { figureOf } from './figure.ts';
import { headingAt } from './heading.ts';
import { inlineOf } from './inline.ts';
import { listOf } from './list.ts';
import { html, Markup } from './markup.ts';
import { tableOf } from './table.ts';

type WriterOf<B> = (block: B, context: WebContext) => Markup;

/** The writer of each type of block. A type without one does not compile. */
const writers: { readonly [T in Block['type']]: WriterOf<Extract<Block, { type: T }>> } = {
  // The band and the contents stand around the main content, where `renderWeb` puts them; a sheet, whose band is another
  // one, has no page.
  cover: () => new Markup(''),
  contents: () => new Markup(''),
  band: () => new Markup(''),
  cards: cardsOf,
  strip: stripOf,
  head: headOf,
  row: rowOf,
  figure: figureOf,
  aside: asideOf,
  chart: ({ chart }, context) => html`${drawnChart(chart, context)}${dataOf(chart, null, context)}`,
  list: listOf,
  paragraph: paragraphOf,
  heading: headingOf,
  table: (table, context) => tableOf(table, '', context),
};

/** Writes a block with all that is in it. */
export function blockOf(block: Block, context: WebContext): Markup {
  return (writers[block.type] as WriterOf<Block>)(block, context);
}

function headOf({ kicker, title, standfirst }: HeadBlock, context: WebContext): Markup {
  const stand = standfirst ? html`<p class="standfirst">${inlineOf(standfirst, context)}</p>` : null;
  return html`<header class="head"><p class="kicker">${inlineOf(kicker, context)}</p>
<h2>${inlineOf(title, context)}</h2>${stand}</header>\n`;
}

function stripOf({ heading, counts, text }: StripBlock, context: WebContext): Markup {
  const items = counts.map((count) => html`<li>${inlineOf(count, context)}</li>`);
  return html`<div class="strip"><h2>${inlineOf(heading, context)}</h2>
<ul>${items}</ul>
<p>${inlineOf(text, context)}</p></div>\n`;
}

/** The room of each cell of a row; further cells begin again with the first. */
const rooms: Readonly<Record<RowColumns, readonly Room[]>> = {
  halves: ['half', 'half'],
  thirds: ['third', 'third', 'third'],
  'text-and-figure': ['half', 'wide'],
  'narrow-and-wide': ['half', 'wide'],
  'wide-and-narrow': ['wide', 'half'],
  'small-multiples': ['half', 'half'],
};

/** Blocks side by side where the screen is wide enough. A cell that is alone takes the whole width. */
function rowOf({ columns, cells }: RowBlock, context: WebContext): Markup {
  const filled = cells.map((blocks, index) => ({ blocks, index })).filter(({ blocks }) => blocks.length > 0);
  const alone = filled.length === 1;
  const written = filled.map(({ blocks, index }) => {
    const room = alone ? 'full' : (rooms[columns][index % rooms[columns].length] ?? 'half');
    return html`<div>${blocks.map((block) => context.write(block, { ...context, room }))}</div>\n`;
  });
  return html`<div class="row ${alone ? 'alone' : columns}">${written}</div>\n`;
}

/** Blocks under a rule, with a heading or without. */
function asideOf({ level, heading, body }: AsideBlock, context: WebContext): Markup {
  const title = heading ? html`${headingAt(level, inlineOf(heading, context))}\n` : null;
  return html`<div class="aside">${title}${body.map((block) => context.write(block, context))}</div>\n`;
}

function paragraphOf({ style, content }: ParagraphBlock, context: WebContext): Markup {
  return html`<p class="${style}">${inlineOf(content, context)}</p>\n`;
}

function headingOf({ level, content }: HeadingBlock, context: WebContext): Markup {
  return html`${headingAt(level, inlineOf(content, context))}\n`;
}

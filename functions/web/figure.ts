import type { Block, FigureBlock } from '../document/index.ts';
import { dataOf, drawnChart } from './chart.ts';
import type { WebContext } from './context.ts';
import { headingAt } from './heading.ts';
import { inlineOf } from './inline.ts';
import { html, type Markup } from './markup.ts';
import { tableOf } from './table.ts';

/** A numbered figure, table or list: its caption, its body and its source. */
export function figureOf(figure: FigureBlock, context: WebContext): Markup {
  const { id, level, title, subtitle, body, source, small } = figure;
  const label = context.numbers.get(id) ?? '';
  const under = subtitle ? html`\n<p class=subtitle>${inlineOf(subtitle, context)}</p>` : null;
  const bodyOf = (block: Block) => {
    if (block.type === 'chart') return drawnChart(block.chart, context);
    return block.type === 'table' ? tableOf(block, label, context) : context.write(block, context);
  };
  const data = body.map((block) => (block.type === 'chart' ? dataOf(block.chart, label, context) : null));
  return html`<figure id="${figureId(id)}"${small ? html` class="small"` : null}>
<figcaption><p class="label">${label}</p>
${headingAt(level, inlineOf(title, context))}${under}</figcaption>
${body.map(bodyOf)}${source ? html`<p class=source>${inlineOf(source, context)}</p>\n` : null}${data}</figure>\n`;
}

/** The id of a figure on the page, where sections have ids of their own. */
export function figureId(id: FigureBlock['id']): string {
  return `figure-${id}`;
}

import type { Inline, ListBlock } from '../document/index.ts';
import type { WebContext } from './context.ts';
import { inlineOf } from './inline.ts';
import { html, type Markup, type Part } from './markup.ts';

/** A list in one of its looks. */
export function listOf({ style, items }: ListBlock, context: WebContext): Markup {
  const written = items.map(({ content, open }) => {
    const body = style === 'changes' ? changeOf(content, context) : inlineOf(content, context);
    return html`<li${open ? html` class="open"` : null}>${body}</li>\n`;
  });
  return html`<ul class="${style}">${written}</ul>\n`;
}

/** The change of a figure: its name, its former value and its value, and under them what it is compared with. */
function changeOf(runs: Inline, context: WebContext): Part {
  const name = runs.filter(({ strong, struck, small }) => !strong && !struck && !small);
  const values = runs.filter(({ strong, struck }) => strong || struck);
  const detail = runs.filter(({ small }) => small);
  const spaced = values.map((run) => (run.struck ? { ...run, text: `${run.text.trim()} ` } : run));
  const under = detail.length > 0 ? inlineOf(detail, context) : null;
  return html`<span>${inlineOf(name, context)}</span><span class="values">${inlineOf(spaced, context)}</span>${under}`;
}

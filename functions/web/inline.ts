import type { Inline, Link, Run } from '../document/index.ts';
import type { WebContext } from './context.ts';
import { html, type Part } from './markup.ts';

/** Running text with its emphasis, calculated figures, languages and links. */
export function inlineOf(text: Inline, context: WebContext): Part {
  return text.map((run) => runOf(run, context));
}

function runOf(run: Run, context: WebContext): Part {
  const { pageOf } = run;
  if (pageOf !== undefined) return html`<a href="#${pageOf}">${context.placeOf(pageOf)}</a>`;
  let part: Part = run.text;
  if (run.language && run.language !== context.document.language)
    part = html`<span lang="${run.language}">${part}</span>`;
  if (run.calculated) part = html`<u>${part}</u>`;
  if (run.struck) part = html`<s>${part}</s>`;
  if (run.small) part = html`<small>${part}</small>`;
  if (run.strong) part = html`<strong>${part}</strong>`;
  return run.link ? linked(run.link, part, context) : part;
}

/** A link; the number of a note that has no row of its own in the table of figures is plain text. */
function linked({ to, target }: Link, part: Part, { rows }: WebContext): Part {
  if (to === 'url') return html`<a href="${target}">${part}</a>`;
  if (to === 'note' && !rows.has(target)) return part;
  return html`<a href="#${target}">${part}</a>`;
}

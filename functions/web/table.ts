import type { Cell, TableBlock, TableRow } from '../document/index.ts';
import type { WebContext } from './context.ts';
import { inlineOf } from './inline.ts';
import { html, type Markup, type Part } from './markup.ts';

/**
 * A table, which can be scrolled sideways where it is wider than the screen; `label` names it for that. Its rows and cells
 * have no end tags, which HTML does not ask for: they would be a twentieth of the page.
 */
export function tableOf({ style, heads, bodies }: TableBlock, label: string, context: WebContext): Markup {
  const head = heads.map((cell) => {
    const text = inlineOf(cell.content, context);
    return isEmpty(cell) ? html`<td>` : html`<th scope=col${alignOf(cell)}>${text}`;
  });
  const groups = bodies.map(({ group, rows }) => {
    const name = group
      ? html`<tr class=group><th scope=rowgroup colspan=${heads.length}>${inlineOf(group, context)}\n`
      : null;
    return html`<tbody>${name}${rows.map((row) => rowOf(row, context))}</tbody>\n`;
  });
  return html`<div class=scroll tabindex=0 role=region aria-label="${label || context.document.title}"><table class="${style}">
<thead><tr>${head}</thead>
${groups}</table></div>\n`;
}

function rowOf({ ids, cells }: TableRow, context: WebContext): Markup {
  const [id, ...others] = ids;
  // Each number that the row stands for is a place of its own; a link to any of them tints the row.
  const anchors = others.map((name) => html`<span id=${name}></span>`);
  const written = cells.map((cell, index) => cellOf(cell, index === 0 ? anchors : null, context));
  return html`<tr${id === undefined ? null : html` id=${id}`}>${written}\n`;
}

function cellOf(cell: Cell, anchors: Part, context: WebContext): Markup {
  const text = inlineOf(cell.content, context);
  return cell.head && !isEmpty(cell)
    ? html`<th scope=row${alignOf(cell)}>${anchors}${text}`
    : html`<td${alignOf(cell)}>${anchors}${text}`;
}

function alignOf({ align }: Cell): Part {
  return align === 'right' ? html` class=number` : null;
}

/** A cell that says nothing is the head of nothing. */
function isEmpty({ content }: Cell): boolean {
  return content.every(({ text }) => text.trim() === '');
}

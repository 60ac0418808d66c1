import { html, Markup, type Part } from './markup.ts';

/** A heading of a level. */
export function headingAt(level: 2 | 3 | 4, content: Part): Markup {
  return html`${new Markup(`<h${level}>`)}${content}${new Markup(`</h${level}>`)}`;
}

import type { ContentsBlock, Document } from '../document/index.ts';
import type { WebContext } from './context.ts';
import { inlineOf } from './inline.ts';
import { html, type Part } from './markup.ts';

/** A section with its number in the contents, which the page prints where the PDF prints the number of a page. */
export interface NumberedSection {
  readonly id: string;
  readonly number: string;
}

/** The sections of a document with their numbers. */
export function sectionsOf({ sections }: Document): readonly NumberedSection[] {
  return sections.map(({ id }, index) => ({ id, number: String(index + 1) }));
}

/** The contents: a link to each section, with its number. */
export function contentsOf(sections: readonly NumberedSection[], context: WebContext): Part {
  const contents = context.document.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ContentsBlock => block.type === 'contents');
  if (!contents) return null;
  const numbers = new Map(sections.map(({ id, number }) => [id, number]));
  const entries = contents.entries.map(({ section, content }) => {
    const number = html`<span class="ordinal">${numbers.get(section) ?? ''}</span>`;
    return html`<li><a href="#${section}">${number} ${inlineOf(content, context)}</a></li>\n`;
  });
  return html`<nav class="contents" aria-label="${context.document.web.contents}"><ol>${entries}</ol></nav>\n`;
}

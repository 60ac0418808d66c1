import { type CoverBlock, placeOfLinks } from '../document/index.ts';
import type { WebContext } from './context.ts';
import { inlineOf } from './inline.ts';
import { html, Markup, type Part } from './markup.ts';
import { ornamentOf, signOf } from './ornament.ts';

/** The band at the top: logo, product, title and edition, and a place for links to files. */
export function bandOf(context: WebContext): Markup {
  const { cover: names, mark } = context.document;
  const cover = coverIn(context);
  const lines = [names.publisher, names.product].filter((name) => name !== '');
  const strip = cover?.strip ? html`<p class="notice">${inlineOf(cover.strip, context)}</p>\n` : null;
  return html`<header class="cover ${context.theme.cover}"><div class="inner">
<div class="top">${signOf(context)}<div class="names">${lines.map((line) => html`<p>${line}</p>`)}</div>
${mark ? html`<p class="status">${mark.long}</p>\n` : null}</div>
<h1>${cover ? titleOf(cover, context) : context.document.title}</h1>
<div class="masthead">${ornamentOf(context)}
${cover ? html`<p class="edition">${inlineOf(cover.headline, context)}</p>\n<p class="about">${inlineOf(cover.contents, context)}</p>\n` : null}${new Markup(placeOfLinks)}</div>
</div></header>
${strip}`;
}

function coverIn({ document }: WebContext): CoverBlock | null {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return blocks.find((block): block is CoverBlock => block.type === 'cover') ?? null;
}

/** The title, which breaks after its colon where it has one. */
function titleOf({ title }: CoverBlock, context: WebContext): Part {
  const parts = title
    .map(({ text }) => text)
    .join('')
    .split(/(?<=: )/);
  return parts.length > 1 ? parts.map((part) => html`<span class="part">${part}</span>`) : inlineOf(title, context);
}

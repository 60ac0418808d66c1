import type { Language } from '../dataset/index.ts';
import { languageFacts, languages } from '../dataset/index.ts';
import { type CoverBlock, webFiles } from '../document/index.ts';
import type { Addresses } from './addresses.ts';
import type { WebContext } from './context.ts';
import { inlineOf } from './inline.ts';
import { html, type Markup, type Part } from './markup.ts';
import { ornamentOf, signOf } from './ornament.ts';

/** The band at the top: logo, product, languages, title, edition and files. */
export function bandOf(addresses: Addresses, context: WebContext): Markup {
  const { cover: names, mark } = context.document;
  const cover = coverIn(context);
  const lines = [names.publisher, names.product].filter((name) => name !== '');
  const strip = cover?.strip ? html`<p class="notice">${inlineOf(cover.strip, context)}</p>\n` : null;
  return html`<header class="cover ${context.theme.cover}"><div class="inner">
<div class="top">${signOf(context)}<div class="names">${lines.map((line) => html`<p>${line}</p>`)}</div>
${mark ? html`<p class="status">${mark.long}</p>\n` : null}${languagesOf(addresses, context)}</div>
<h1>${cover ? titleOf(cover, context) : context.document.title}</h1>
<div class="masthead">${ornamentOf(context)}
${cover ? html`<p class="edition">${inlineOf(cover.headline, context)}</p>\n<p class="about">${inlineOf(cover.contents, context)}</p>\n` : null}${filesOf(addresses, context)}</div>
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

/** The languages, each by its own name; the one of the page is not a link. */
function languagesOf({ languages: addresses }: Addresses, { document: { language, web } }: WebContext): Part {
  const links = languages.flatMap((code: Language) => {
    const name = languageFacts[code].ownName;
    if (code === language) return html`<li><span aria-current="true">${name}</span></li>`;
    const address = addresses[code];
    if (address === undefined) return [];
    return html`<li><a href="${address}" hreflang="${code}" lang="${code}">${name}</a></li>`;
  });
  return links.length > 1 ? html`<nav class="languages" aria-label="${web.language}"><ul>${links}</ul></nav>\n` : null;
}

/** The edition in its other forms, each as a link. */
function filesOf({ files }: Addresses, { document: { web } }: WebContext): Part {
  const links = webFiles.flatMap((file) => {
    const address = files[file];
    return address === undefined ? [] : html`<li><a href="${address}">${web.file[file]}</a></li>`;
  });
  return links.length > 0 ? html`<nav class="files" aria-label="${web.files}"><ul>${links}</ul></nav>\n` : null;
}

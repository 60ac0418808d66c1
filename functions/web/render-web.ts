import { type Block, type Document, numberFigures } from '../document/index.ts';
import type { Outlines, Theme, Typefaces } from '../drawing/index.ts';
import { bandOf } from './band.ts';
import { blockOf } from './blocks.ts';
import type { WebContext } from './context.ts';
import { SharedDrawings } from './drawing-context.ts';
import { type DatasetFacts, jsonLdOf } from './json-ld.ts';
import { html, Markup } from './markup.ts';
import { contentsOf, sectionsOf } from './navigation.ts';
import { inRoles } from './palette.ts';
import type { WebStyle } from './style.ts';

/** The options of a web page. */
export interface WebOptions {
  readonly theme: Theme;
  readonly typefaces: Typefaces;
  readonly outlines: Outlines;
  /** The style of the brand, made once by `webStyle`. */
  readonly style: WebStyle;
  /** What machines are told of the data behind the page. */
  readonly facts: DatasetFacts;
}

/**
 * A document as one HTML file in UTF-8 that holds everything it shows: no script runs in it, and it asks for nothing.
 * The same document and options give the same bytes.
 */
export function renderWeb(document: Document, options: WebOptions): Uint8Array {
  return Buffer.from(pageOf(document, options).text);
}

function pageOf(document: Document, options: WebOptions): Markup {
  const { language, title, subject, web } = document;
  const { style, facts } = options;
  const context = contextOf(document, options);
  const sections = sectionsOf(document);
  const main = document.sections.map(({ id, name, blocks }, index) => {
    const written = blocks.map((block) => context.write(block, context));
    const content = index === 0 ? html`<section id="${id}" aria-label="${name}">` : html`<section id="${id}">`;
    return html`${content}\n${written}</section>\n`;
  });
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${style.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<meta name="description" content="${subject}">
<style>${new Markup(style.text)}</style>
<script type="application/ld+json">${jsonLdOf(document, facts)}</script>
</head>
<body>
<a class="skip" href="#content">${web.skip}</a>
${bandOf(context)}<div class="page">
${contentsOf(sections, context)}<main id="content">
${main}</main>
</div>
${footerOf(context)}${context.shared.written()}
</body>
</html>
`;
}

function contextOf(document: Document, { theme, typefaces, outlines }: WebOptions): WebContext {
  const numbers = new Map(sectionsOf(document).map(({ id, number }) => [id, number]));
  const rows = new Set(document.sections.flatMap(({ blocks }) => rowsIn(blocks)));
  return {
    document,
    theme,
    palette: { theme: inRoles(theme), typefaces, outlines },
    shared: new SharedDrawings(),
    room: 'full',
    numbers: numberFigures(document),
    rows,
    placeOf: (section) => document.web.section(numbers.get(section) ?? ''),
    write: blockOf,
  };
}

/** The ids of all rows of tables among blocks and those inside them. */
function rowsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'row':
        return block.cells.flatMap(rowsIn);
      case 'figure':
      case 'aside':
        return rowsIn(block.body);
      case 'table':
        return block.bodies.flatMap(({ rows }) => rows.flatMap(({ ids }) => ids));
      default:
        return [];
    }
  });
}

/** What the foot of every page of the PDF says, once: where the figures come from, and how to tell the calculated ones. */
function footerOf({ document: { footer } }: WebContext): Markup {
  return html`<footer class="foot"><p>${footer.source}</p>
<p><span class="swatch"></span>${footer.published}</p>
<p><span class="swatch open"></span><u>${footer.calculated}</u></p></footer>
`;
}

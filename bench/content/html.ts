import { faceNames } from '../../functions/drawing/index.ts';
import { type Content, type Part, sheet, type Text } from './content.ts';
import { escapeMarkup, type FontOf, svgOf } from './svg.ts';

/** Each font file has a family name of its own and weight 400, since a file has only one style. */
const fontOf: FontOf = (face) => ({ family: face, weight: 400 });

/** A briefing as HTML for printing, with a stylesheet for paged media and inline SVG. */
export function htmlOf(content: Content, fontFolder: string): string {
  const [left, right] = content.header;
  const fonts = faceNames.map(
    (face) => `@font-face { font-family: ${face}; src: url("${fontFolder}/${face}.ttf"); font-weight: 400; }`,
  );
  const sections = content.sections.map((parts) => `<section>\n${parts.map(htmlPart).join('\n')}\n</section>`);
  return `<!doctype html>
<html lang="${content.language}"><head><meta charset="utf-8"><title>${escapeMarkup(content.title)}</title>
<style>
${fonts.join('\n')}
@page {
  size: ${sheet.width}pt ${sheet.height}pt;
  margin: ${sheet.top}pt ${sheet.right}pt ${sheet.bottom}pt ${sheet.left}pt;
  @top-left { content: ${cssString(left)}; font: 7.75pt sansStrong; }
  @top-right { content: ${cssString(right)}; font: 7.75pt sansRegular; }
  @bottom-left { content: ${cssString(content.footer)}; font: 7.25pt sansRegular; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.25pt sansMedium; }
}
body { margin: 0; font: 400 8.5pt/11.4pt sansRegular; }
section { break-before: page; }
section:first-child { break-before: auto; }
h1, h2, h3, h4, p, ul, table, figure { margin: 0 0 4pt; font-weight: 400; }
figure, .columns, tr { break-inside: avoid; }
figure { display: block; line-height: 0; }
svg { overflow: visible; }
.columns { display: flex; }
.columns > div { flex: none; box-sizing: border-box; padding-right: ${sheet.gutter}pt; }
ul { padding-left: 12pt; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { padding: 2pt 4pt 2pt 0; border-bottom: 0.5pt solid #BFC8CD; font-weight: 400; vertical-align: top; text-align: left; }
.right { text-align: right; }
</style></head><body>
${sections.join('\n')}
</body></html>
`;
}

function htmlPart(part: Part): string {
  switch (part.part) {
    case 'heading':
      return `<h${part.level}${leadingOf(part)}>${htmlText(part)}</h${part.level}>`;
    case 'paragraph':
      return `<p${leadingOf(part)}>${htmlText(part)}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li${leadingOf(item)}>${htmlText(item)}</li>`).join('')}</ul>`;
    case 'drawing':
      return `<figure>${svgOf(part, fontOf)}</figure>`;
    case 'columns': {
      const cells = part.columns.map(
        ({ width, parts }) => `<div style="width:${width.toFixed(2)}pt">${parts.map(htmlPart).join('\n')}</div>`,
      );
      return `<div class="columns">${cells.join('')}</div>`;
    }
    case 'table': {
      const alignOf = (column: number) => (part.columns[column]?.align === 'right' ? ' class="right"' : '');
      const columns = part.columns.map(({ width }) => `<col style="width:${width.toFixed(2)}pt">`).join('');
      const heads = part.heads.map((head, index) => `<th scope="col"${alignOf(index)}>${htmlText(head)}</th>`).join('');
      const rows = part.rows.map((row) => {
        const [only] = row;
        if (row.length === 1 && only) return `<th scope="row" colspan="${part.columns.length}">${htmlText(only)}</th>`;
        return row.map((cell, index) => `<td${alignOf(index)}>${htmlText(cell)}</td>`).join('');
      });
      const body = rows.map((row) => `<tr>${row}</tr>`).join('\n');
      return `<table><colgroup>${columns}</colgroup><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
    }
  }
}

function htmlText({ spans }: Text): string {
  return spans
    .map(({ text, face, size, colour }) => {
      return `<span style="font-family:${face};font-size:${size}pt;color:${colour}">${escapeMarkup(text)}</span>`;
    })
    .join('');
}

function leadingOf({ leading }: Text): string {
  return ` style="line-height:${leading.toFixed(2)}pt"`;
}

function cssString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

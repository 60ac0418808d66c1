import { type Content, type Drawing, type Part, sheet, type Text } from './content.ts';
import type { FontOf } from './svg.ts';

/** A briefing as Typst source. `fileOf` gives the path of the SVG file of a drawing. */
export function typstOf(content: Content, fontOf: FontOf, fileOf: (drawing: Drawing) => string): string {
  const { language, title, header, footer, sections } = content;
  const write = new Writer(fontOf, fileOf);
  const small = (text: string) => write.span({ text, face: 'sansRegular', size: 7.5, colour: '#44545E' });
  const body = sections.map((parts) => parts.map((part) => `#${write.part(part)}`).join('\n'));
  return `#set document(title: ${quoted(title)}, date: datetime(year: 2021, month: 7, day: 27))
#set page(
  width: ${sheet.width}pt, height: ${sheet.height}pt,
  margin: (top: ${sheet.top}pt, right: ${sheet.right}pt, bottom: ${sheet.bottom}pt, left: ${sheet.left}pt),
  header: { ${small(header[0])}; h(1fr); ${small(header[1])} },
  footer: context { ${small(footer)}; h(1fr); text(size: 7.5pt, counter(page).display("1 / 1", both: true)) },
)
#set text(lang: ${quoted(language)}, font: ${quoted(fontOf('sansRegular').family)}, size: 8.5pt, hyphenate: false)
#set par(spacing: 7pt)
#set block(spacing: 7pt)
#show heading: it => block(it.body)
#show figure: set block(breakable: false)
${body.join('\n#pagebreak()\n')}
`;
}

/** Cap height relative to font size: Typst measures the height of a line by it. */
const capital = 0.7;

class Writer {
  private readonly fontOf: FontOf;
  private readonly fileOf: (drawing: Drawing) => string;

  constructor(fontOf: FontOf, fileOf: (drawing: Drawing) => string) {
    this.fontOf = fontOf;
    this.fileOf = fileOf;
  }

  /** A part as a Typst expression. */
  part(part: Part): string {
    switch (part.part) {
      case 'heading':
        return `heading(level: ${part.level}, { ${this.text(part)} })`;
      case 'paragraph':
        return `block({ ${this.text(part)} })`;
      case 'list':
        return `list(${part.items.map((item) => `{ ${this.text(item)} }`).join(', ')})`;
      case 'drawing':
        return `image(${quoted(this.fileOf(part))}, width: ${part.width}pt, alt: ${quoted(part.alt)})`;
      case 'columns': {
        const widths = part.columns.map(({ width }) => `${width}pt`).join(', ');
        const cells = part.columns.map(({ parts }) => {
          return `pad(right: ${sheet.gutter}pt, { ${parts.map((inner) => this.part(inner)).join('; ')} })`;
        });
        return `block(breakable: false, grid(columns: (${widths}), ${cells.join(', ')}))`;
      }
      case 'table': {
        const columns = part.columns.map(({ width }) => `${width}pt`).join(', ');
        const aligns = part.columns.map(({ align }) => align).join(', ');
        const look =
          'inset: (x: 0pt, right: 4pt, y: 3pt), stroke: (x: none, top: none, bottom: 0.5pt + rgb("#BFC8CD"))';
        const heads = part.heads.map((head) => `{ ${this.text(head)} }`).join(', ');
        const rows = part.rows.flatMap((row) =>
          row.length === 1 && row[0]
            ? [`table.cell(colspan: ${part.columns.length}, { ${this.text(row[0])} })`]
            : row.map((cell) => `{ ${this.text(cell)} }`),
        );
        return `table(columns: (${columns}), align: (${aligns}), ${look}, table.header(${heads}), ${rows.join(',\n')})`;
      }
    }
  }

  /** A text as Typst statements. */
  text({ spans, leading }: Text): string {
    const size = spans[0]?.size ?? 8.5;
    return `set par(leading: ${(leading - size * capital).toFixed(2)}pt); ${spans.map((span) => this.span(span)).join('; ')}`;
  }

  span({ text, face, size, colour }: Text['spans'][number]): string {
    const { family, weight } = this.fontOf(face);
    return `text(font: ${quoted(family)}, weight: ${weight}, size: ${size}pt, fill: rgb("${colour}"), ${quoted(text)})`;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

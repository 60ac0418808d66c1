import { join } from 'node:path';
import type { Language } from '../../functions/dataset/index.ts';
import { faceNames } from '../../functions/drawing/index.ts';
import { type Content, type Part, sheet, type Text } from '../content/content.ts';
import { svgOf } from '../content/svg.ts';
import { type Peer, peerPackage, type Supplies } from './peer.ts';

interface Pdfmake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

/** pdfmake with a document definition, with tags and PDF/A as far as it supports them. */
export async function open({ contents, fontFolder }: Supplies): Promise<Peer> {
  const { default: pdfmake } = await peerPackage<{ readonly default: Pdfmake }>('pdfmake');
  pdfmake.setFonts(Object.fromEntries(faceNames.map((face) => [face, { normal: join(fontFolder, `${face}.ttf`) }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));
  return {
    // pdfmake changes the definition, so every print gets a new one.
    render: (language: Language) => pdfmake.createPdf(definitionOf(contents[language])).getBuffer(),
  };
}

function definitionOf({ language, title, header, footer, sections }: Content): object {
  const small = { font: 'sansRegular', fontSize: 7.5, color: '#44545E' };
  return {
    pageSize: { width: sheet.width, height: sheet.height },
    pageMargins: [sheet.left, sheet.top, sheet.right, sheet.bottom],
    info: { title },
    language,
    version: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    defaultStyle: { font: 'sansRegular', fontSize: 8.5 },
    header: (page: number) =>
      page === 1
        ? ''
        : {
            margin: [sheet.left, 36, sheet.right, 0],
            columns: [
              { text: header[0], ...small },
              { text: header[1], alignment: 'right', ...small },
            ],
          },
    footer: (page: number, of: number) => ({
      margin: [sheet.left, 20, sheet.right, 0],
      columns: [
        { width: '*', text: footer, ...small },
        { width: 30, text: `${page} / ${of}`, alignment: 'right', ...small },
      ],
    }),
    content: sections.map((parts, index) => ({
      stack: parts.map(nodeOf),
      ...(index > 0 ? { pageBreak: 'before' } : {}),
    })),
  };
}

function nodeOf(part: Part): object {
  switch (part.part) {
    case 'heading':
      return { ...textOf(part), headlineLevel: part.level, margin: [0, 0, 0, 4] };
    case 'paragraph':
      return { ...textOf(part), margin: [0, 0, 0, 4] };
    case 'list':
      return { ul: part.items.map(textOf), margin: [0, 0, 0, 4] };
    case 'drawing':
      return {
        svg: svgOf(part, (face) => ({ family: face, weight: 400 })),
        width: part.width,
        height: part.height,
        margin: [0, 0, 0, 4],
      };
    case 'columns':
      return {
        columnGap: 0,
        columns: part.columns.map(({ width, parts }) => ({
          width,
          stack: [{ margin: [0, 0, sheet.gutter, 0], stack: parts.map(nodeOf) }],
        })),
      };
    case 'table': {
      const { columns, heads, rows } = part;
      const cells = (row: readonly Text[]) =>
        row.length === 1 && row[0]
          ? [{ ...textOf(row[0]), colSpan: columns.length }, ...columns.slice(1).map(() => '')]
          : row.map((cell, index) => ({ ...textOf(cell), alignment: columns[index]?.align ?? 'left' }));
      return {
        margin: [0, 0, 0, 4],
        layout: {
          hLineWidth: () => 0.5,
          vLineWidth: () => 0,
          hLineColor: () => '#BFC8CD',
          paddingLeft: () => 0,
          paddingRight: () => 4,
          paddingTop: () => 2,
          paddingBottom: () => 2,
        },
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ width }) => width - 4),
          body: [cells(heads), ...rows.map(cells)],
        },
      };
    }
  }
}

/** The natural line height of our typefaces, relative to font size. */
const natural = 1.3;

function textOf({ spans, leading }: Text): object {
  const size = spans[0]?.size ?? 8.5;
  return {
    text: spans.map(({ text, face, size: fontSize, colour }) => ({ text, font: face, fontSize, color: colour })),
    lineHeight: leading / (size * natural),
  };
}

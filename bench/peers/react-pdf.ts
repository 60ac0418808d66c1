import { join } from 'node:path';
import type { Language } from '../../functions/dataset/index.ts';
import { faceNames } from '../../functions/drawing/index.ts';
import { type Content, type Drawing, measure, type Part, sheet, type Text } from '../content/content.ts';
import type { PlainMark } from '../content/plain-marks.ts';
import { polygonPath } from '../content/svg.ts';
import { type Peer, peerPackage, type Supplies } from './peer.ts';

type Node = object | string | null;
type CreateElement = (type: unknown, props: object | null, ...children: readonly Node[]) => Node;

interface ReactPdf extends Readonly<Record<Component, unknown>> {
  readonly Font: {
    register(font: object): void;
    registerHyphenationCallback(callback: (word: string) => readonly string[]): void;
  };
  renderToBuffer(element: Node): Promise<Uint8Array>;
}

type Component =
  | 'Document'
  | 'Page'
  | 'View'
  | 'Text'
  | 'Svg'
  | 'G'
  | 'Line'
  | 'Rect'
  | 'Circle'
  | 'Path'
  | 'Defs'
  | 'ClipPath';

/** @react-pdf/renderer with a tree of its components. */
export async function open({ contents, fontFolder }: Supplies): Promise<Peer> {
  const [{ createElement }, reactPdf] = await Promise.all([
    peerPackage<{ readonly createElement: CreateElement }>('react'),
    peerPackage<ReactPdf>('@react-pdf/renderer'),
  ]);
  for (const face of faceNames) reactPdf.Font.register({ family: face, src: join(fontFolder, `${face}.ttf`) });
  reactPdf.Font.registerHyphenationCallback((word) => [word]);
  const make = (component: Component, props: object, ...children: readonly Node[]) =>
    createElement(reactPdf[component], props, ...children);
  return { render: (language: Language) => reactPdf.renderToBuffer(documentOf(contents[language], make)) };
}

type Make = (component: Component, props: object, ...children: readonly Node[]) => Node;

const small = { fontFamily: 'sansRegular', fontSize: 7.5, color: '#44545E' };

function documentOf({ language, title, header, footer, sections }: Content, make: Make): Node {
  const fixed = (top: number, left: string, right: Node) =>
    make(
      'View',
      {
        fixed: true,
        style: {
          position: 'absolute',
          top,
          left: sheet.left,
          width: measure,
          flexDirection: 'row',
          justifyContent: 'space-between',
        },
      },
      make('Text', { style: small }, left),
      right,
    );
  const style = {
    paddingTop: sheet.top,
    paddingBottom: sheet.bottom,
    paddingLeft: sheet.left,
    paddingRight: sheet.right,
  };
  const number = make('Text', {
    style: small,
    render: ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) => `${pageNumber} / ${totalPages}`,
  });
  const pages = sections.map((parts) =>
    make(
      'Page',
      { size: [sheet.width, sheet.height], style },
      fixed(36, header[0], make('Text', { style: small }, header[1])),
      ...parts.map((part) => nodeOf(part, make)),
      fixed(800, footer, number),
    ),
  );
  return make('Document', { title, language, conformance: 'PDF/A-3b' }, ...pages);
}

const below = { marginBottom: 4 };

function nodeOf(part: Part, make: Make): Node {
  switch (part.part) {
    case 'heading':
    case 'paragraph':
      return textOf(part, make, below);
    case 'list':
      return make(
        'View',
        { style: below },
        ...part.items.map((item) =>
          make(
            'View',
            { style: { flexDirection: 'row' } },
            make('Text', { style: { ...small, width: 10 } }, '•'),
            textOf(item, make, { flex: 1 }),
          ),
        ),
      );
    case 'drawing':
      return drawingOf(part, make);
    case 'columns':
      return make(
        'View',
        { wrap: false, style: { flexDirection: 'row' } },
        ...part.columns.map(({ width, parts }) =>
          make('View', { style: { width, paddingRight: sheet.gutter } }, ...parts.map((inner) => nodeOf(inner, make))),
        ),
      );
    case 'table': {
      const row = (cells: readonly Text[]) =>
        make(
          'View',
          { wrap: false, style: { flexDirection: 'row', borderBottom: '0.5pt solid #BFC8CD', paddingVertical: 2 } },
          ...cells.map((cell, index) => {
            const { width, align } = (cells.length > 1 && part.columns[index]) || { width: measure, align: 'left' };
            return textOf(cell, make, { width, paddingRight: 4, textAlign: align });
          }),
        );
      return make('View', { style: below }, row(part.heads), ...part.rows.map(row));
    }
  }
}

function textOf({ spans, leading }: Text, make: Make, style: object): Node {
  const size = spans[0]?.size ?? 8.5;
  const looks = spans.map(({ text, face, size: fontSize, colour }) =>
    make('Text', { style: { fontFamily: face, fontSize, color: colour } }, text),
  );
  return make('Text', { style: { ...style, fontSize: size, lineHeight: leading / size } }, ...looks);
}

function drawingOf({ width, height, marks }: Drawing, make: Make): Node {
  const clips: Node[] = [];
  const drawn = marks.map((mark) => markOf(mark, make, clips));
  const props = { width, height, viewBox: `0 0 ${width} ${height}`, style: below };
  return make('Svg', props, make('Defs', {}, ...clips), ...drawn);
}

function markOf(mark: PlainMark, make: Make, clips: Node[]): Node {
  switch (mark.mark) {
    case 'text': {
      const style = { fontFamily: mark.face, fontSize: mark.size };
      return make('Text', { x: mark.x, y: mark.y, fill: mark.colour, style }, mark.text);
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, weight, dash, round } = mark;
      // It refuses dashes of length 0, which we use for round dots.
      const dashes = dash ? { strokeDasharray: `${Math.max(0.01, dash[0])},${dash[1]}` } : {};
      const look = { ...dashes, ...(round ? { strokeLinecap: 'round' } : {}) };
      return make('Line', { x1, y1, x2, y2, stroke, strokeWidth: weight, ...look });
    }
    case 'rect':
      return make('Rect', {
        x: mark.x,
        y: mark.y,
        width: mark.width,
        height: mark.height,
        fill: mark.fill,
        ...outlineOf(mark.outline),
      });
    case 'circle':
      return make('Circle', { cx: mark.x, cy: mark.y, r: mark.radius, fill: mark.fill, ...outlineOf(mark.outline) });
    case 'polygon': {
      const stroke = mark.stroke && { stroke: mark.stroke.colour, weight: mark.stroke.weight };
      return make('Path', { d: polygonPath(mark), fill: mark.fill ?? 'none', ...outlineOf(stroke) });
    }
    case 'path': {
      const transform = `translate(${mark.x}, ${mark.y}) scale(${mark.scale})`;
      return make('Path', { d: mark.path, fill: mark.fill, transform });
    }
    case 'clip': {
      const id = `clip${clips.length}`;
      const { x, y, width, height } = mark;
      clips.push(make('ClipPath', { id }, make('Rect', { x, y, width, height })));
      return make('G', { clipPath: `url(#${id})` }, ...mark.marks.map((inner) => markOf(inner, make, clips)));
    }
  }
}

function outlineOf(outline: { readonly stroke: string; readonly weight: number } | undefined): object {
  return outline ? { stroke: outline.stroke, strokeWidth: outline.weight } : {};
}

import { type Document, numberFigures } from '../document/index.ts';
import type { Outlines, Theme, Typefaces } from '../drawing/index.ts';
import { layoutBlock } from './layout/block.ts';
import { withRoomForPageNumbers } from './layout/page-numbers.ts';
import { type PagedDocument, paginate, withoutYielded } from './layout/paginate.ts';
import type { Attachment } from './paint/attachment.ts';
import { paint } from './paint/paint.ts';

/** The smallest type of a sheet, in points: it is read on paper, at a table. */
const sheetType = 9;

/** What a document is laid out with. */
export interface LayoutOptions {
  readonly theme: Theme;
  readonly typefaces: Typefaces;
  readonly outlines: Outlines;
  /** Make the document with ever less in its first section, for when that needs more than its page. */
  readonly shorter?: readonly (() => Document)[];
}

/** The options of a render. */
export interface RenderOptions extends LayoutOptions {
  /** The deflated ICC profile of sRGB, which defines the colours. */
  readonly packedProfile: Uint8Array;
  /** Written into the file instead of the time of the clock, so that the same inputs give the same bytes. */
  readonly createdAt: Date;
  /** The name of the program that created the document. */
  readonly creator: string;
  readonly attachments: readonly Attachment[];
  /** Receives the pages before they are painted. The pages that it returns are painted instead. */
  readonly laidOut?: (paged: PagedDocument) => PagedDocument | undefined;
}

/** A rendered document and its number of pages. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Renders a document, or the first shorter version that fits: lays it out, paints it and attaches its data. */
export async function renderPdf(fullest: Document, options: RenderOptions): Promise<Pdf> {
  const { typefaces, createdAt, creator, attachments, packedProfile } = options;
  const { document, laidOut } = layOut(fullest, options);
  const paged = options.laidOut?.(laidOut) ?? laidOut;
  const { title, subject, keywords, language, cover, running } = document;
  const author = cover.publisher || running.series;
  const metadata = { title, subject, keywords, language, author, creator, producer: 'PDFKit', createdAt };
  return { bytes: paint(paged, typefaces, metadata, { attachments, packedProfile }), pages: paged.pages.length };
}

/** The pages of a document that is not printed. */
export function pagesOf(fullest: Document, options: LayoutOptions): PagedDocument {
  return layOut(fullest, options).laidOut;
}

/** The pages of a document, or of its first shorter version that fits, and which of them that is. */
function layOut(fullest: Document, { theme, typefaces, outlines, shorter = [] }: LayoutOptions) {
  const contextOf = (tree: Document) => {
    const numbers = numberFigures(tree);
    const size = tree.form === 'sheet' ? { leastSize: sheetType } : {};
    return { document: tree, theme, typefaces, outlines, numbers, squeeze: null, layout: layoutBlock, ...size };
  };
  let document = fullest;
  let first = paginate(contextOf(document));
  for (const make of shorter) {
    const [opening] = document.sections;
    if (!opening || first.sections.get(opening)?.pages.length === 1) break;
    document = make();
    first = paginate(contextOf(document));
  }
  const shown = withoutYielded(document, first);
  // Numbers follow each other on the pages: a figure that yielded has none.
  if (numberFigures(shown).size < numberFigures(document).size) {
    document = shown;
    first = paginate(contextOf(document));
  }
  const isLong = first.pageOf.values().some((page) => page >= 10);
  const laidOut = isLong ? paginate(contextOf(withRoomForPageNumbers(document, first.pageOf)), first.sections) : first;
  return { document, laidOut };
}

import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** What a reader finds on a page. */
export interface ReadPage {
  /** Its text items in the order of painting, with the begin and end of marked content. */
  readonly items: TextContent['items'];
  readonly tree: Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
}

const known = new WeakMap<Uint8Array, Promise<readonly ReadPage[]>>();

/** Opens a PDF with PDF.js. Reading the font names takes twice as long, so they are optional. */
export async function openPdf(bytes: Uint8Array, fontNames = false): Promise<PDFDocumentProxy> {
  const data = Uint8Array.from(bytes);
  return getDocument({ data, fontExtraProperties: fontNames, useSystemFonts: false, verbosity: 0 }).promise;
}

/** The pages of a PDF. Each file is read once for all checks. */
export function readPages(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const pages = known.get(bytes) ?? readAll(bytes);
  known.set(bytes, pages);
  return pages;
}

async function readAll(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const pdf = await openPdf(bytes);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    pages.push({ items, tree: await page.getStructTree() });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** The text of each page in painting order, with white space collapsed to single spaces. */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  return (await readPages(bytes)).map(({ items }) => {
    const strings = items.flatMap((item) => ('str' in item ? [item.str, item.hasEOL ? '\n' : ''] : []));
    return strings.join('').replace(/\s+/g, ' ');
  });
}

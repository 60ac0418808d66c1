import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a PDF with Mozilla’s reader. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(bytes), fontExtraProperties: true, useSystemFonts: false, verbosity: 0 })
    .promise;
}

/** The text of each page in the order in which it is painted, white space collapsed to single spaces. */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await openPdf(bytes);
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const strings = items.flatMap((item) => ('str' in item ? [item.str, item.hasEOL ? '\n' : ''] : []));
    texts.push(strings.join('').replace(/\s+/g, ' '));
  }
  await pdf.loadingTask.destroy();
  return texts;
}

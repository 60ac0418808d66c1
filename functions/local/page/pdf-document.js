import * as pdfjs from '/page/pdf.mjs';

pdfjs.GlobalWorkerOptions.workerSrc = '/page/pdf.worker.mjs';

/** Opens a PDF: its pages, and their names from the outline. */
export async function openPdf(bytes) {
  const pdf = await pdfjs.getDocument({ data: bytes.slice(), isEvalSupported: false }).promise;
  return { pdf, names: await namesOf(pdf), total: pdf.numPages };
}

/** Gives the memory of a PDF back. */
export const closePdf = ({ pdf }) => pdf.loadingTask.destroy();

/**
 * Paints a page as wide as it is shown and as sharp as the screen. Gives the canvas when it is whole: nobody sees it
 * before, and what was shown stays until it is put in its place.
 */
export async function paint({ pdf }, number, width) {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width * (window.devicePixelRatio || 1)) / natural.width });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

/** The text of a page at its places over the canvas: to select, to search and to be read aloud. */
export async function textOver({ pdf }, number, width) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const container = document.createElement('div');
  container.className = 'text';
  container.style.setProperty('--total-scale-factor', String(viewport.scale));
  const source = page.streamTextContent({ includeMarkedContent: true, disableNormalization: true });
  await new pdfjs.TextLayer({ textContentSource: source, container, viewport }).render();
  return container;
}

/** The text of a page in one piece, for the search of the browser. */
export async function textOf({ pdf }, number) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join('');
}

/** The name of the section that each page belongs to. */
async function namesOf(pdf) {
  const starts = new Map();
  for (const { title, dest } of (await pdf.getOutline()) ?? []) {
    const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const index = typeof place?.[0] === 'number' ? place[0] : await pdf.getPageIndex(place[0]);
    starts.set(index + 1, title);
  }
  let name = '';
  return Array.from({ length: pdf.numPages }, (_, index) => {
    name = starts.get(index + 1) ?? name;
    return name;
  });
}

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

/**
 * The links of a page at their places over the canvas: to sources, and to other places of the document, which `turnTo`
 * turns to.
 */
export async function linksOver({ pdf }, number, turnTo) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const container = document.createElement('div');
  container.className = 'page-links';
  for (const { subtype, rect, url, dest, contentsObj } of await page.getAnnotations()) {
    if (subtype !== 'Link' || !(url || dest)) continue;
    const link = document.createElement('a');
    const [left, bottom, right, top] = rect;
    link.style.left = `${(left / viewport.width) * 100}%`;
    link.style.top = `${(1 - top / viewport.height) * 100}%`;
    link.style.width = `${((right - left) / viewport.width) * 100}%`;
    link.style.height = `${((top - bottom) / viewport.height) * 100}%`;
    link.ariaLabel = contentsObj?.str ?? '';
    link.title = link.ariaLabel;
    if (url) Object.assign(link, { href: url, target: '_blank', rel: 'noopener' });
    else {
      link.href = '#viewer';
      link.onclick = async (event) => {
        event.preventDefault();
        turnTo(await pageOf(pdf, dest));
      };
    }
    container.append(link);
  }
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
    starts.set(await pageOf(pdf, dest), title);
  }
  let name = '';
  return Array.from({ length: pdf.numPages }, (_, index) => {
    name = starts.get(index + 1) ?? name;
    return name;
  });
}

/** The page of a place, which may be given by its name. */
async function pageOf(pdf, dest) {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  return 1 + (typeof place[0] === 'number' ? place[0] : await pdf.getPageIndex(place[0]));
}

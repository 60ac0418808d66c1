import * as pdfjs from '/page/pdf.mjs';

pdfjs.GlobalWorkerOptions.workerSrc = '/page/pdf.worker.mjs';

/** Opens a PDF: its pages, their names from the outline, and the files that travel inside. */
export async function openPdf(bytes) {
  const pdf = await pdfjs.getDocument({ data: bytes.slice(), isEvalSupported: false }).promise;
  const names = await namesOf(pdf);
  const files = await filesOf(pdf);
  return { pdf, names, files, total: pdf.numPages };
}

/** Paints a page into a canvas as wide as it is shown, as sharp as the screen; swaps it in when it is whole. */
export async function paint(pdf, number, canvas, width) {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / natural.width) * (window.devicePixelRatio || 1) });
  const drawn = document.createElement('canvas');
  drawn.width = Math.round(viewport.width);
  drawn.height = Math.round(viewport.height);
  await page.render({ canvas: drawn, viewport }).promise;
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d').drawImage(drawn, 0, 0);
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

async function filesOf(pdf) {
  const attachments = (await pdf.getAttachments()) ?? new Map();
  const names = [...attachments.keys()].toSorted((a, b) =>
    a === 'figures.json' ? -1 : b === 'figures.json' ? 1 : a.localeCompare(b),
  );
  return Promise.all(names.map(async (name) => ({ name, bytes: await pdf.getAttachmentContent(name) })));
}

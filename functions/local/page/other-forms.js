import { $ } from './dom.js';
import { reach } from './network.js';
import { closePdf, openPdf, paint } from './pdf-document.js';

/** Width of the sheet in CSS pixels: its smallest type can be read. */
const sheetWidth = 620;

/** Shows the other forms of a briefing that was made: the sheet, painted, and the web page in its frame. */
export async function showForms({ edition, language, sha256 }) {
  const folder = `/page/file/${edition}/${language}`;
  // The digest makes the address new when the edition was printed anew.
  const address = (name) => `${folder}/${name}?of=${sha256.slice(0, 16)}`;
  for (const name of ['sheet.pdf', 'full.html', 'full.xlsx']) $(`[data-form="${name}"]`).href = `${folder}/${name}`;
  if ($('#web').getAttribute('src') !== address('full.html')) {
    // A new frame, because one that is led elsewhere takes a step of the browser's history, and Back would stay here.
    const frame = $('#web').cloneNode();
    frame.src = address('full.html');
    $('#web').replaceWith(frame);
  }
  const file = await reach(fetch(address('sheet.pdf')));
  const pdf = await openPdf(new Uint8Array(await reach(file.arrayBuffer())));
  const canvas = await paint(pdf, 1, sheetWidth);
  closePdf(pdf);
  if ($('[data-form="sheet.pdf"]').getAttribute('href') !== `${folder}/sheet.pdf`) return; // another was chosen meanwhile
  $('#glance').replaceChildren(canvas);
}

import { $, make, say } from './dom.js';
import { w } from './language.js';
import { reach } from './network.js';
import { pageByKey } from './page-keys.js';
import { closePdf, openPdf, paint, textOver } from './pdf-document.js';

let open = null;
let page = 1;
let asked = 0;

/** Prints the chosen edition of the draft and shows its pages, in the frame that is there. */
export async function showPreview({ draft, edition }) {
  asked += 1;
  const mine = asked;
  $('#draft-where').textContent = w.say('page.laying_out');
  for (const button of [$('#draft-prev'), $('#draft-next')]) button.disabled = true;
  $('#draft-prev').onclick = () => turnPreview(page - 1);
  $('#draft-next').onclick = () => turnPreview(page + 1);
  $('#draft-stage').onkeydown = onKey;
  try {
    const answer = await reach(fetch(`/page/desk/preview/${draft}/${edition}/${w.language}.pdf`));
    if (!answer.ok) throw new Error((await reach(answer.json())).detail);
    const pdf = await openPdf(new Uint8Array(await reach(answer.arrayBuffer())));
    if (mine !== asked) return closePdf(pdf);
    open = pdf;
    page = Math.min(page, pdf.total);
    await paintPage();
  } catch (error) {
    if (mine === asked) $('#draft-where').textContent = `${w.say('desk.failed')}: ${error.message}`;
  }
}

/** Takes the pages away. */
export function closePreview() {
  asked += 1;
  if (open) closePdf(open);
  open = null;
}

/** Turns to a page of the draft and says which. */
export async function turnPreview(number) {
  if (!open) return;
  page = Math.min(open.total, Math.max(1, number));
  say(whereText());
  await paintPage();
}

const whereText = () => w.say('page.where', { n: page, total: open.total });

async function paintPage() {
  const [pdf, number, mine] = [open, page, asked];
  const width = $('#draft-sheet').clientWidth;
  const [canvas, text] = await Promise.all([paint(pdf, number, width), textOver(pdf, number, width)]);
  if (mine !== asked || number !== page) return;
  $('#draft-where').textContent = whereText();
  $('#draft-prev').disabled = page === 1;
  $('#draft-next').disabled = page === pdf.total;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${w.say('desk.draft')}. ${whereText()}: ${pdf.names[page - 1]}`);
  $('#draft-sheet').replaceChildren(make('div', { className: 'draft-leaf' }, canvas, text));
}

function onKey(event) {
  const to = open && pageByKey(event, event.key, page, open.total);
  if (to === null) return;
  event.preventDefault();
  turnPreview(to);
}

import { $ } from './dom.js';
import { w } from './language.js';
import { ask } from './network.js';
import { matrixHtml, matrixOf } from './texts.js';

/** As many months are shown first, and are added by “Older editions”. */
const step = 12;

let months = step;
let made = [];
let cursor = null;

/** Asks the API which editions were made, and shows the newest; gives whether there is any. */
export async function listEditions(edition, language) {
  [made, cursor] = [[], null];
  await fetchOn();
  showEditions(edition, language);
  return made.length > 0;
}

/** Shows the editions that are known, in a language, with the open one marked. */
export function showEditions(edition, language) {
  const rows = matrixOf(made);
  $('#none-made').hidden = rows.length > 0;
  $('#made').hidden = rows.length === 0;
  const hadFocus = $('#history').contains(document.activeElement);
  $('#history').innerHTML = matrixHtml(rows.slice(0, months), edition, w);
  if (hadFocus) $(`#history [data-cell="${edition} ${language}"]`)?.focus();
  $('#older').hidden = rows.length <= months;
  $('#older').href = `/?edition=${edition}&language=${language}&months=${months + step}#editions`;
}

/** Follows the cursor of the API until there are more months than are shown, or no more. */
async function fetchOn() {
  do {
    const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { briefings, next } = await ask(`/briefings?limit=100${from}`);
    made.push(...briefings);
    cursor = next;
  } while (cursor && matrixOf(made).length <= months);
}

/** Brings the table to life; `choose` makes and shows an edition. */
export function setUpEditions(choose, choice) {
  $('#history').onsubmit = (event) => {
    event.preventDefault();
    const { edition, language } = Object.fromEntries(new FormData(event.target));
    choose(edition, language);
  };
  $('#older').onclick = async (event) => {
    event.preventDefault();
    const { edition, language } = choice();
    const first = $('#history').rows.length;
    months += step;
    if (cursor) await fetchOn();
    showEditions(edition, language);
    $('#history').rows[first]?.querySelector('a, button')?.focus();
  };
}

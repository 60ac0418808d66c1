import { $, $$, copy, say, showState, stateNow } from './dom.js';
import { w } from './language.js';
import { curlText, sizeText, tabTitle, ticketTexts } from './texts.js';

let briefing = null;
let file = null;

/** Writes what is known of an edition before its pages are there. */
export function fillFacts(facts, nothingMade) {
  for (const [id, text] of Object.entries(ticketTexts(facts, w, nothingMade))) $(`#${id}`).textContent = text;
  const { edition, news } = facts;
  $('#card-new').classList.toggle('some', news === null || news.added + news.revised > 0);
  document.title = tabTitle(edition, w);
  $('#is-current').hidden = !facts.isCurrent;
  $('#to-current').hidden = facts.isCurrent;
  $('#to-current').href = `/?language=${w.language}`;
  $('#curl').textContent = curlText(location.host, edition, w.language);
  if (briefing?.edition !== edition || briefing.language !== w.language) offerByAddress(edition);
  for (const link of $$('.pkg')) link.href = `/page/data/${edition}/data.zip`;
  for (const link of $$('.fig')) link.href = `/page/data/${edition}/figures.json`;
}

/** Writes what the API answered; `status` with its text. */
export function fillAnswer(status, told) {
  $('#answered').hidden = false;
  $('#status').textContent = status;
  $('#answer').textContent = JSON.stringify(told, null, 2);
}

/** Until the file of a choice is here, nobody is offered that of another: the address leads to it if it was made. */
function offerByAddress(edition) {
  [briefing, file] = [null, null];
  for (const link of [$('#download'), $('#lg-pdf')]) {
    URL.revokeObjectURL(link.href);
    link.href = `/briefings/${edition}/${w.language}?format=pdf`;
    link.download = '';
  }
  $('#dl-meta').textContent = '';
  $('#link').value = '';
  $('#expiry').textContent = '';
}

/** Offers a briefing: its file from memory, and its signed link. */
export function offer(told, bytes) {
  [briefing, file] = [told, bytes];
  const { edition, pages } = told;
  URL.revokeObjectURL($('#download').href);
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  for (const link of [$('#download'), $('#lg-pdf')]) {
    link.href = address;
    link.download = `gomel-russia-briefing-${edition}-${told.language}.pdf`;
  }
  $('#dl-label').textContent = w.say('page.download');
  $('#dl-meta').textContent = `${w.say('page.pages', { count: pages })}, ${sizeText(bytes.length, w)}`;
  $('#link').value = told.url;
  $('#life').max = Math.max(1, (Date.parse(told.expiresAt) - Date.now()) / 1000);
  countDown();
}

/** Says that the file is still here when the server is not. */
export function offerFromTab() {
  $('#dl-label').textContent = w.say('page.save');
  if (file) $('#dl-meta').textContent = `${w.say('page.from_tab')}, ${sizeText(file.length, w)}`;
  $('#expiry').textContent = w.say('page.link_needs_server');
  $('#life').value = 0;
}

/** Writes the time that the link has left; says it at five minutes and at none. */
export function countDown() {
  if (!briefing || stateNow().startsWith('offline')) return;
  const { seconds, text } = w.left(Date.parse(briefing.expiresAt), Date.now());
  const before = Number($('#life').value);
  $('#expiry').textContent = text;
  $('#expiry').classList.toggle('soon', seconds < 300);
  $('#life').value = seconds;
  if (!$('#copy-link').dataset.name)
    $('#copy-link').textContent = w.say(seconds === 0 ? 'page.again' : 'page.copy_link');
  if ((seconds <= 300 && before > 300) || (seconds === 0 && before > 0)) say(text);
  if (seconds === 0 && stateNow() === 'ready') showState('expired');
}

/** Brings the link to life; `renew` asks for a new one. */
export function setUpTicket(renew) {
  $('#link').onfocus = ({ target }) => target.select();
  $('#copy-link').onclick = async ({ target }) => {
    if (briefing && Date.parse(briefing.expiresAt) > Date.now()) copy(target, briefing.url);
    else await renew();
  };
  $('#lg-link').onclick = async ({ target }) => {
    if (!briefing || Date.parse(briefing.expiresAt) <= Date.now()) await renew();
    if (briefing) copy(target, briefing.url);
  };
  $('#copy-curl').onclick = ({ target }) => copy(target, $('#curl').textContent);
  for (const button of $$('[data-copy]')) button.onclick = () => copy(button, button.dataset.copy);
  setInterval(countDown, 1000);
}

import { showChanges } from './changes.js';
import { $, $$, ask, say, showState, speak, stateNow } from './dom.js';
import { fillAnswer, fillFacts, offer, setUpTicket } from './download-panel.js';
import { listEditions, setUpEditions, showEditions } from './editions.js';
import { changeLanguage, w } from './language.js';
import { goOffline } from './offline.js';
import { clearPages, hasPages, label, markPages, setUpDesk, showPages } from './page-viewer.js';
import { openPdf } from './pdf-document.js';
import { showProblem } from './problem.js';
import { showStepsLater, takeStep } from './steps.js';
import { ofChoice, optionsHtml, seriesTitle } from './texts.js';

let language = document.documentElement.lang;
let edition = $('#edition').value;
let known = { editions: [], saves: [], good: '', started: '' };
let shownChoice = '';
let request = 0;
let events = null;

await changeLanguage(language);

const choice = () => `${edition} ${language}`;
const refusal = () => known.saves[0]?.problem ?? null;

/** Shows the edition that is chosen, as far as it was made; `making` makes it. A later call wins over an earlier one. */
async function load({ making = false } = {}) {
  request += 1;
  const mine = request;
  const isOpen = hasPages() && shownChoice === choice();
  const [facts, anyMade, isMade] = await Promise.all([
    ask(`/page/edition.json?edition=${edition}&language=${language}`),
    listEditions(edition, language),
    ask(`/briefings?edition=${edition}&language=${language}&limit=1`).then(({ briefings }) => briefings.length > 0),
  ]);
  if (mine !== request) return;
  fillFacts(facts, !anyMade);
  if (!isMade && !making) return showEmpty();
  const steps = isOpen ? null : showStepsLater(() => mine !== request);
  const answer = await fetch('/briefings', {
    method: 'POST',
    body: JSON.stringify({ edition, language }),
    headers: { 'content-type': 'application/json' },
  });
  const told = await answer.json();
  await steps?.end();
  if (mine !== request) return;
  fillAnswer(`${answer.status} ${answer.statusText}`, told);
  if (!answer.ok) return refuse(told.detail ?? told.title);
  const bytes = new Uint8Array(await (await fetch(`/page/pdf/${edition}/${language}`)).arrayBuffer());
  const pdf = await openPdf(bytes);
  if (mine !== request) return;
  if (shownChoice !== choice()) markPages('', []);
  shownChoice = choice();
  if (stateNow() === 'rendering' || stateNow() === 'empty') showState('ready');
  await showPages(pdf);
  offer(told, bytes);
  if (!isMade) await listEditions(edition, language);
  settle();
}

/** The state when everything is there: ready, unless a file is broken. */
function settle() {
  const problem = refusal();
  if (!problem) return showState('ready');
  showBroken(problem);
}

function showEmpty() {
  clearPages(w.say('page.no_pages'));
  shownChoice = '';
  $('#answered').hidden = true;
  for (const [name, value] of Object.entries({ edition, language })) $(`#make [name=${name}]`).value = value;
  showState('empty');
  if (refusal()) showBroken(refusal());
}

/** What the server tells of the print of the open edition. Another may have asked for it: then it is there soon. */
function onStep(step) {
  if (`${step.edition} ${step.language}` !== choice()) return;
  takeStep(step);
  if (step.step !== 'written' || stateNow() !== 'empty') return;
  setTimeout(() => stateNow() === 'empty' && load().catch(offline), 300);
}

function choose(nextEdition, nextLanguage, options) {
  [edition, language] = [nextEdition, nextLanguage];
  history.replaceState(null, '', `/?edition=${edition}&language=${language}`);
  changeLanguage(language)
    .then(() => {
      translate();
      follow();
      return load(options);
    })
    .then(() => say(document.title), offline);
}

/** Everything on the page in the language that is chosen. */
function translate() {
  speak();
  $('#edition').innerHTML = optionsHtml(known.editions, edition, w);
  $(`.choose [value=${language}]`).checked = true;
  showEditions(edition, language);
  showChanges(known, edition);
  label();
}

/** A file was saved: its pages come, or what is wrong with it, beside the last good ones. */
function onSaved(save) {
  known.saves.unshift(save);
  showChanges(known, edition);
  if (save.problem) {
    const title = showBroken(save.problem);
    say(title);
    return;
  }
  known.good = save.at;
  markPages('new', ofChoice(save.changed, edition, language)?.pages ?? []);
  load().catch(offline);
}

function showBroken(problem) {
  const title = showProblem(problem, known.good, edition);
  for (const part of $$('.lastgood, #stale, .turn')) part.hidden ||= !hasPages();
  markPages('hit', ofChoice(problem.fed, edition, language)?.pages ?? []);
  document.title = `${w.say('page.error')} · ${seriesTitle(w)}`;
  $('.first').classList.remove('reading');
  return title;
}

/** The API could not make what was asked for. */
function refuse(detail) {
  known.saves.unshift({
    file: `POST /briefings`,
    at: new Date().toISOString(),
    milliseconds: 0,
    changed: [],
    problem: { problems: [], text: detail, fed: [] },
  });
  if (!hasPages()) showEmpty();
  showChanges(known, edition);
  say(showBroken(refusal()));
}

function offline() {
  if (stateNow() === 'offline') return;
  events?.close();
  request += 1;
  goOffline(start);
}

function follow() {
  events?.close();
  events = new EventSource(`/page/events?edition=${edition}&language=${language}`);
  events.addEventListener('saved', ({ data }) => onSaved(JSON.parse(data)));
  events.addEventListener('step', ({ data }) => onStep(JSON.parse(data)));
  events.onerror = offline;
}

async function start() {
  known = await ask('/page/editions.json');
  if (!known.editions.includes(edition)) edition = known.current;
  translate();
  follow();
  await load();
}

$('.choose').onsubmit = (event) => event.preventDefault();
$('.choose').onchange = () => choose($('#edition').value, $('.choose [name=language]:checked').value);
$('#make').onsubmit = (event) => {
  event.preventDefault();
  $('#viewer').focus({ preventScroll: true });
  choose(edition, language, { making: true });
};
setUpDesk();
setUpTicket(() => load());
setUpEditions(
  (nextEdition, nextLanguage) => choose(nextEdition, nextLanguage, { making: true }),
  () => ({ edition, language }),
);
start().catch(offline);

import { showChanges } from './changes.js';
import { loadDesk, setUpDesk, showDesk } from './desk.js';
import { $, $$, say, showState, speak, stateNow } from './dom.js';
import { fillAnswer, fillFacts, offer, setUpTicket } from './download-panel.js';
import { listEditions, setUpEditions, showEditions } from './editions.js';
import { changeLanguage, w } from './language.js';
import { ask, reach, Unreachable } from './network.js';
import { goOffline } from './offline.js';
import { showForms } from './other-forms.js';
import { clearPages, hasPages, label, markPages, setUpViewer, showPages } from './page-viewer.js';
import { openPdf } from './pdf-document.js';
import { showProblem } from './problem.js';
import { showStepsLater, takeStep } from './steps.js';
import { languageNames, ofChoice, optionsHtml, seriesTitle } from './texts.js';

let language = document.documentElement.lang;
let edition = $('#edition').value;
let known = { editions: [], saves: [], good: '', started: '', published: null };
let failure = null;
let shownChoice = '';
let request = 0;
let opening = null;
let loading = Promise.resolve();
const preferred = language;
let events = null;

await changeLanguage(language);

const choice = () => `${edition} ${language}`;
const refusal = () => failure ?? known.saves[0]?.problem ?? null;

/**
 * Shows the edition that is chosen, as far as it was made; `making` makes it. A later call wins over an earlier one,
 * whose failures are nobody's concern any more.
 */
function load(options) {
  loading = loadAnew(options);
  return loading;
}

async function loadAnew(options) {
  request += 1;
  failure = null;
  const mine = request;
  try {
    await show(mine, options);
  } catch (error) {
    if (mine === request) throw error;
  }
}

async function show(mine, { making = false } = {}) {
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
  const answer = await reach(
    fetch('/briefings', {
      method: 'POST',
      body: JSON.stringify({ edition, language }),
      headers: { 'content-type': 'application/json' },
    }),
  );
  const told = await reach(answer.json());
  await steps?.end();
  if (mine !== request) return;
  fillAnswer(`${answer.status} ${answer.statusText}`, told);
  if (!answer.ok) return refuse(told.detail ?? told.title);
  const file = await reach(fetch(`/page/file/${edition}/${language}/full.pdf`));
  const bytes = new Uint8Array(await reach(file.arrayBuffer()));
  const pdf = await openPdf(bytes);
  if (mine !== request) return;
  if (shownChoice !== choice()) markPages('', []);
  shownChoice = choice();
  if (stateNow() === 'rendering' || stateNow() === 'empty') showState('ready');
  await showPages(pdf);
  if (mine !== request) return;
  offer(told, bytes);
  showForms(told).catch(console.error);
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

/**
 * What the server tells of the print of the open edition. Another may have asked for it: then it is there soon. If this page
 * has, its own request shows it.
 */
function onStep(step) {
  if (`${step.edition} ${step.language}` !== choice()) return;
  takeStep(step);
  if (step.step !== 'written' || stateNow() !== 'empty') return;
  setTimeout(async () => {
    await loading.catch(() => {}); // who called it tells of its failure
    if (stateNow() === 'empty') load().catch(failed);
  }, 300);
}

function choose(nextEdition, nextLanguage, options) {
  const before = choice();
  [edition, language] = [nextEdition, nextLanguage];
  if (choice() !== before) history.pushState(null, '', `/?edition=${edition}&language=${language}`);
  showChoice(options);
}

/** Takes the choice from the address: the current edition, and the language of the first page, where it names none. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  const [asked, named] = [query.get('edition'), query.get('language')];
  edition = known.editions.includes(asked) ? asked : known.current;
  language = Object.hasOwn(languageNames, named) ? named : preferred;
}

/**
 * Back and Forward lead from choice to choice. A jump within the page comes here too, and changes nothing. When the
 * server is back, the address is read anyway.
 */
function onHistory() {
  if (stateNow().startsWith('offline')) return;
  const before = choice();
  readAddress();
  if (choice() !== before) showChoice();
}

function showChoice(options) {
  $('#missing').hidden = true;
  request += 1;
  Promise.all([changeLanguage(language), opening])
    .then(() => {
      translate();
      follow();
      return load(options);
    })
    .then(() => say(document.title), failed);
}

/** Everything on the page in the language that is chosen. */
function translate() {
  speak();
  $('#edition').innerHTML = optionsHtml(known.editions, edition, w);
  $(`.choose [value=${language}]`).checked = true;
  showEditions(edition, language);
  showChanges(known, edition);
  showDesk();
  label();
}

/** A file was saved: its pages come, or what is wrong with it, beside the last good ones. */
function onSaved(save) {
  known.saves.unshift(save);
  showChanges(known, edition);
  if (save.file.startsWith('published/')) loadDesk();
  if (save.problem) {
    const title = showBroken(save.problem);
    say(title);
    return;
  }
  known.good = save.at;
  markPages('new', ofChoice(save.changed, edition, language)?.pages ?? []);
  load().catch(failed);
}

function showBroken(problem) {
  const title = showProblem(problem, known.good, edition);
  for (const part of $$('.lastgood, #stale, .turn')) part.hidden ||= !hasPages();
  markPages('hit', ofChoice(problem.fed, edition, language)?.pages ?? []);
  document.title = `${w.say('page.error')} · ${seriesTitle(w)}`;
  $('.first').classList.remove('reading');
  return title;
}

/** What was asked for could not be made or shown. */
function refuse(detail) {
  failure = { problems: [], text: detail, fed: [] };
  if (!hasPages()) showEmpty();
  say(showBroken(failure));
}

/** Only a server that cannot be reached has stopped; anything else is told as it is. */
function failed(error) {
  if (error instanceof Unreachable) return offline();
  console.error(error);
  return refuse(error.message);
}

function offline() {
  if (stateNow().startsWith('offline')) return;
  events?.close();
  request += 1;
  const isHere = hasPages() && shownChoice === choice();
  if (!isHere) {
    clearPages(w.say('page.no_pages'));
    shownChoice = '';
  }
  goOffline(isHere, start);
}

function follow() {
  events?.close();
  events = new EventSource(`/page/events?edition=${edition}&language=${language}`);
  events.addEventListener('saved', ({ data }) => onSaved(JSON.parse(data)));
  events.addEventListener('step', ({ data }) => onStep(JSON.parse(data)));
  events.onerror = ({ target }) => onSilence(target);
}

/** The stream of events broke off: the server has stopped, was started anew, or has no room for another page. */
async function onSilence(stream) {
  const isThere = await reach(fetch('/health')).catch(() => null);
  if (stream !== events) return;
  if (!isThere) offline();
  else if (stream.readyState === EventSource.CLOSED) $('#author-what').textContent = w.say('page.not_watching_many');
  else start().catch(failed);
}

async function start() {
  const before = request;
  opening = ask('/page/editions.json');
  known = await opening;
  readAddress();
  await changeLanguage(language);
  translate();
  follow();
  loadDesk();
  if (request === before) await load(); // else someone chose meanwhile, and that is on its way
}

$('.choose').onsubmit = (event) => event.preventDefault();
$('.choose').onchange = () => choose($('#edition').value, $('.choose [name=language]:checked').value);
$('#make').onsubmit = (event) => {
  event.preventDefault();
  $('#stage').focus({ preventScroll: true });
  choose(edition, language, { making: true });
};
setUpDesk();
setUpViewer();
setUpTicket(() => load());
setUpEditions(
  (nextEdition, nextLanguage) => choose(nextEdition, nextLanguage, { making: true }),
  () => ({ edition, language }),
);
addEventListener('popstate', onHistory);
start().catch(failed);

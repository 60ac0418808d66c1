import { changesView } from './desk-changes.js';
import { askInDialog } from './desk-dialog.js';
import { showHistory } from './desk-history.js';
import { closePreview, showPreview } from './desk-preview.js';
import { objectionsView, problemsView, remarksView } from './desk-problems.js';
import { $, make, say } from './dom.js';
import { w } from './language.js';
import { ask, reach, Unreachable } from './network.js';
import { marked } from './texts.js';

/** What the server tells of the current data; null until it has. */
let state = null;

/** What is shown of the file that was put on the desk, by `name`. */
let view = { name: 'empty' };

/** Counts the files, so that the answer for an earlier one is not shown. */
let turn = 0;

/** Asks the server which data are current, and shows the desk. */
export async function loadDesk() {
  try {
    state = await ask('/page/desk/state.json');
  } catch (error) {
    show({ name: 'failed', reason: reasonOf(error) });
    return;
  }
  showDesk();
}

/** Shows the desk in the language of the page. */
export function showDesk() {
  $('#desk').dataset.view = view.name;
  $('#desk-whose').textContent = state ? w.say('desk.whose', state) : '';
  $('#desk-drop-label').textContent = w.say(view.name === 'problems' ? 'desk.drop_again' : 'desk.drop');
  const isBusy = view.name === 'checking' || view.name === 'printing';
  $('#desk-file').disabled = isBusy;
  $('#desk-result').setAttribute('aria-busy', String(isBusy));
  const focused = $('#desk-result').contains(document.activeElement) ? document.activeElement.id : '';
  closePreview();
  $('#desk-result').replaceChildren(...views[view.name](view));
  if (focused) document.getElementById(focused)?.focus();
  if (view.name === 'changes' && view.edition) showPreview(view);
  if (state) showHistory(state, returnTo);
}

const heading = (text) => make('h3', { textContent: text });

const paragraph = (text) => {
  const element = make('p');
  element.innerHTML = marked(text);
  return element;
};

const views = {
  empty: () => [],
  checking: ({ file }) => busyView(w.say('desk.checking', { file })),
  printing: () => busyView(w.say('desk.printing')),
  failed: ({ reason }) => [heading(w.say('desk.failed')), paragraph(reason)],
  problems: (found) => problemsView(found),
  changes: (found) => changesShown(found),
  published: ({ told }) => {
    const at = Date.parse(told.since);
    const clock = { date: w.date(dayOf(at)), time: w.clock(at, at) };
    return [heading(w.say('desk.published', { version: told.version, ...clock })), ...remadeView(told)];
  },
  'rolled back': ({ told }) => [heading(w.say('desk.rolled_back', told)), ...remadeView(told)],
};

function busyView(text) {
  const progress = make('progress', {});
  progress.setAttribute('aria-label', text);
  return [make('p', { textContent: text }), progress];
}

function changesShown(found) {
  const { changes, objections, remarks } = found;
  const checked = make('p', {
    className: 'hint',
    textContent: w.say('desk.clean', { n: String(found.rows), n_number: found.rows }),
  });
  if (isNothing(changes)) return [heading(w.say('desk.nothing')), checked, ...remarksView(remarks)];
  const publish = make('button', {
    id: 'desk-publish',
    type: 'button',
    className: 'main',
    textContent: w.say('desk.publish'),
  });
  publish.onclick = () => publishDraft(found);
  return [
    heading(w.say('desk.changes.title')),
    checked,
    ...remarksView(remarks),
    ...objectionsView(objections),
    ...changesView(found, chooseEdition),
    publish,
  ];
}

const isNothing = ({ rows, editions }) => rows.length === 0 && editions.length === 0;

const countOf = ({ rows }) =>
  rows.reduce((sum, { added, changed, removed }) => sum + added.length + changed.length + removed.length, 0);

/** How the editions that a publication changed are made anew. */
function remadeView({ remaking }) {
  if (remaking.how === 'none') return [];
  const part = { 'on request': 'on_request' }[remaking.how] ?? remaking.how;
  return [
    paragraph(w.say(`desk.remake.${part}`, remaking)),
    ...(remaking.how === 'failed' ? [make('p', { lang: 'en', textContent: remaking.reason })] : []),
  ];
}

function dayOf(instant) {
  const at = new Date(instant);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function show(next) {
  view = next;
  showDesk();
  const title = $('#desk-result h3, #desk-result p')?.textContent;
  if (title) say(title);
}

const reasonOf = (error) => (error instanceof Unreachable ? w.say('page.stopped') : error.message);

/** What the server answers to a request that changes something. Throws what it says against it. */
async function post(address, body) {
  const answer = await reach(fetch(address, { method: 'POST', body }));
  const told = await reach(answer.json());
  if (answer.ok) return told;
  throw new Error(answer.status === 404 && address.endsWith('publish') ? w.say('desk.gone') : told.detail);
}

/** Puts a file on the desk: it is checked, and what is wrong with it or would change by it is shown. */
async function takeFile(file) {
  turn += 1;
  const mine = turn;
  if (state && file.size > state.maximumBytes) return show({ name: 'problems', ...tooLarge(file) });
  show({ name: 'checking', file: file.name });
  const next = await checked(file);
  if (mine !== turn) return;
  show(next);
}

async function checked(file) {
  try {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return { name: 'failed', reason: w.say('desk.unread') };
    const told = await post(`/page/desk/draft?name=${encodeURIComponent(file.name)}`, bytes);
    return { name: told.outcome, ...told, edition: told.changes?.compared?.edition };
  } catch (error) {
    return { name: 'failed', reason: reasonOf(error) };
  }
}

const tooLarge = ({ name, size }) => ({
  file: name,
  remarks: [],
  problems: [
    {
      ...{ file: name, row: null, column: null, value: String(size) },
      ...{ code: 'file_too_large', values: { maximum: state.maximumBytes } },
    },
  ],
});

/** Shows another of the editions that change. */
async function chooseEdition(edition) {
  const found = view;
  try {
    const changes = await ask(`/page/desk/changes.json?draft=${found.draft}&edition=${edition}`);
    if (view === found) show({ ...found, changes, edition });
  } catch (error) {
    show({ name: 'failed', reason: reasonOf(error) });
  }
}

/** Asks whether to publish and why, and publishes; what stands against it is asked for anew. */
async function publishDraft(found) {
  const count = countOf(found.changes);
  const title = w.say('desk.publish_ask', { n: String(count), n_number: count });
  let message = await askInDialog({ title, yes: w.say('desk.publish'), no: w.say('desk.stop'), reason: state });
  let over;
  while (message !== null) {
    show({ name: 'printing' });
    const told = await post('/page/desk/publish', JSON.stringify({ draft: found.draft, message, over })).catch(
      (error) => ({ outcome: 'failed', reason: reasonOf(error) }),
    );
    if (told.outcome !== 'refused') return ended(told);
    show({ ...found, objections: told.objections });
    const isMeant = await askInDialog({
      title: w.say('desk.over_ask'),
      parts: objectionsView(told.objections),
      yes: w.say('desk.over'),
      no: w.say('desk.stop'),
    });
    if (isMeant === null) message = null;
    over = told.over;
  }
}

/** Asks whether to return to a version and why, and does. */
async function returnTo({ digest, version, at }) {
  const slots = { version, version0: state.version };
  const title = at
    ? w.say('desk.roll_back_ask', { ...slots, date: w.date(dayOf(Date.parse(at))) })
    : w.say('desk.roll_back_ask_installed', slots);
  const yes = w.say('desk.roll_back', { version });
  const no = w.say('desk.roll_back_stop', { version: state.version });
  const message = await askInDialog({ title, yes, no, reason: state });
  if (message === null) return;
  const told = await post('/page/desk/roll-back', JSON.stringify({ digest, message })).catch((error) => ({
    outcome: 'failed',
    reason: reasonOf(error),
  }));
  await ended(told);
}

async function ended(told) {
  turn += 1;
  const { outcome } = told;
  const next = outcome === 'failed' || outcome === 'problems' ? { name: outcome, ...told } : { name: outcome, told };
  if (outcome === 'unchanged') view = { name: 'empty' };
  else show(next);
  $('#desk-result').focus();
  await loadState();
}

/** The state after a move; what is shown of the move stays. */
async function loadState() {
  state = await ask('/page/desk/state.json').catch(() => state);
  showDesk();
}

/** Brings the desk to life: a file is chosen, or dropped anywhere on the desk. */
export function setUpDesk() {
  const [desk, input] = [$('#desk'), $('#desk-file')];
  input.onchange = () => {
    const [file] = input.files;
    if (file) takeFile(file);
    input.value = ''; // so that the same file, corrected, counts as another
  };
  // Browsers open the choice of files on the space bar, and not all on Enter.
  input.onkeydown = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    input.click();
  };
  const over = (isOver) => $('#desk-drop').classList.toggle('over', isOver);
  desk.ondragover = (event) => {
    event.preventDefault();
    over(true);
  };
  desk.ondragleave = () => over(false);
  desk.ondrop = (event) => {
    event.preventDefault();
    over(false);
    const [file] = event.dataTransfer.files;
    if (file && !input.disabled) takeFile(file);
  };
}

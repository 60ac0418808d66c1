import { $, make } from './dom.js';
import { w } from './language.js';

/** How many moves are shown; npm run data:history lists all. */
const shown = 20;

/** Shows who made which version current, when and why; `returnTo` is called with a version to go back to. */
export function showHistory(state, returnTo) {
  const { moves } = state;
  $('#desk-none').hidden = moves.length > 0;
  $('#desk-moves').hidden = moves.length === 0;
  const labels = ['desk.version', 'desk.when', 'desk.who', 'desk.why'].map((key) => w.say(key));
  const offered = new Set([state.digest]);
  const rows = moves.slice(0, shown).map((move, index) => {
    const isOffered = !offered.has(move.digest);
    offered.add(move.digest);
    return rowOf(move, index === 0, state, labels, isOffered ? returnTo : null);
  });
  if (moves.length > 0 && !offered.has(null)) rows.push(installedRow(state, labels, returnTo));
  $('#desk-moves tbody').replaceChildren(...rows);
}

function rowOf(move, isNewest, state, labels, returnTo) {
  const { kind, at, by, message, digest, changes } = move;
  const version = digest === null ? state.bundled : move.version;
  const did = kind === 'published' ? 'desk.move.published' : 'desk.move.rolled_back';
  const named = [
    isNewest ? 'desk.is_current' : did,
    ...(digest === null ? ['desk.as_installed'] : []),
    ...(!isNewest && state.withdrawn.includes(digest) ? ['desk.is_withdrawn'] : []),
  ].map((key) => w.say(key));
  const why = make('td', {}, message ?? '');
  const counts = changes && { ...mapped(changes, String) };
  if (counts) why.append(make('span', { className: 'hint', textContent: w.say('desk.changes.rows', counts) }));
  const cells = [
    versionCell(version, named),
    make('td', { textContent: at ? w.clock(Date.parse(at), Date.now()) : '' }),
    make('td', { textContent: nameOf(by) }),
    why,
  ];
  return labelled(cells, labels, actionCell({ digest, version, at: digest === null ? null : at }, returnTo));
}

function installedRow({ bundled }, labels, returnTo) {
  const cells = [versionCell(bundled, [w.say('desk.as_installed')]), make('td'), make('td'), make('td')];
  return labelled(cells, labels, actionCell({ digest: null, version: bundled, at: null }, returnTo));
}

const versionCell = (version, named) =>
  make(
    'th',
    { scope: 'row' },
    make('span', { textContent: version }),
    make('span', { className: 'hint', textContent: named.join(', ') }),
  );

function labelled(cells, labels, action) {
  for (const [index, cell] of cells.entries()) cell.dataset.label = labels[index];
  return make('tr', {}, ...cells, action);
}

function actionCell(version, returnTo) {
  if (!returnTo) return make('td');
  const button = make('button', {
    type: 'button',
    className: 'second',
    textContent: w.say('desk.roll_back', version),
  });
  button.onclick = () => returnTo(version);
  return make('td', {}, button);
}

/** The name of the user in the ARN of credentials, or the name of a user of this computer. */
const nameOf = (by) => (by ?? '').replace(/^arn:.*[:/]/, '');

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

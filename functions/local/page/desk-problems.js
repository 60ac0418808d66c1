import { make } from './dom.js';
import { w } from './language.js';
import { marked, problemText } from './texts.js';

/** How many problems are shown at a time; who mends these sees the rest. */
const shown = 200;

/** How many rows of an objection are named. */
const named = 3;

const htmlOf = (tag, text, className = '') => {
  const element = make(tag, { className });
  element.innerHTML = marked(text);
  return element;
};

/** What is wrong with a file, by cell. */
export function problemsView({ file, problems, remarks }) {
  const n = problems.length;
  const columns = ['desk.help.sheet', 'desk.cell', 'desk.what', 'page.remedy'].map((key) => w.say(key));
  const rest = n > shown ? [make('p', { textContent: w.say('desk.more', { n: String(n - shown) }) })] : [];
  return [
    make('h3', { textContent: w.say('desk.problems', { n: String(n), n_number: n, file }) }),
    ...remarksView(remarks),
    make(
      'table',
      { className: 'log by-cell' },
      make('thead', {}, make('tr', {}, ...columns.map(headCell))),
      make('tbody', {}, ...problems.slice(0, shown).map((problem) => rowOf(problem, columns))),
    ),
    ...rest,
  ];
}

const headCell = (textContent) => make('th', { scope: 'col', textContent });

function rowOf(problem, columns) {
  const { file, row, column, at, value } = problem;
  // The server words problems; that of a file too large to be sent is found here.
  const { title, expected, remedy } = problem.words?.[w.language] ?? problemText(problem, w);
  const cell = at ? (at.cell ?? '') : [row, column].filter((part) => part !== null).join(', ');
  const what = make('td', {}, htmlOf('strong', title));
  if (value && !title.includes(value)) what.append(' ', make('code', { textContent: value }));
  what.append(htmlOf('span', expected, 'hint'));
  const cells = [make('td', {}, make('code', { textContent: at?.sheet ?? file })), make('td', {}, cell), what];
  const all = [...cells, htmlOf('td', remedy)];
  for (const [index, one] of all.entries()) one.dataset.label = columns[index];
  return make('tr', {}, ...all);
}

/** What was read in another way than it stands in the workbook. */
export function remarksView(remarks) {
  if (remarks.length === 0) return [];
  const items = remarks.map((remark) => {
    const text = w.say(`desk.remark.${remark.code}`, { list: '', count: 1, ...remark });
    return make('li', {}, make('code', { textContent: remark.sheet }), ' ', text);
  });
  return [
    make('div', { className: 'notice' }, make('h4', { textContent: w.say('desk.remarks') }), make('ul', {}, ...items)),
  ];
}

/** Why a package would not be published as it is, each with what to do. */
export function objectionsView(objections) {
  if (objections.length === 0) return [];
  const items = objections.map((objection) => {
    const { what, how } = objectionTexts[objection.code](objection);
    return make('li', {}, make('strong', { textContent: what }), ' ', make('span', { textContent: how }));
  });
  return [make('ul', { className: 'notice objections' }, ...items)];
}

const both = (code, slots) => ({
  what: w.say(`desk.problem.${code}.what`, slots),
  how: w.say(`desk.problem.${code}.how`, slots),
});

const objectionTexts = {
  other_base: ({ base, baseVersion, version, since }) => {
    const date = w.date(since.slice(0, 10));
    return both('older', { version0: baseVersion ?? base.slice(0, 12), version, date });
  },
  not_higher: ({ version, current: version0 }) => both('not_higher', { version, version0 }),
  far_off: ({ values }) => {
    const changes = values.map(({ indicator, row, value, before, beforeRow }) => {
      return `${indicator} ${before} (${beforeRow}) → ${value} (${row})`;
    });
    return both('far_off', { list: firstOf(changes) });
  },
  rows_missing: ({ table, keys }) => {
    const n = keys.length;
    return both('vanished', { n: String(n), n_number: n, list: `${table}: ${firstOf(keys)}` });
  },
};

/** The first of a list, and how many more there are. */
function firstOf(list) {
  const more = list.length - named;
  return `${list.slice(0, named).join('; ')}${more > 0 ? ` ${w.say('desk.more', { n: String(more) })}` : ''}`;
}

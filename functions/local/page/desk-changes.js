import { turnPreview } from './desk-preview.js';
import { make } from './dom.js';
import { w } from './language.js';
import { languageNames } from './texts.js';

/** How many rows or figures of a kind are shown before the others are only counted, and how many figures follow one. */
const listed = { rows: 30, figures: 20, dependents: 6 };

/** What publishing the draft would change; `choose` is called with another of the editions. */
export function changesView({ changes, edition }, choose) {
  const { version, rows, editions, compared } = changes;
  return [
    make('p', { textContent: versionText(version) }),
    ...rowsView(rows),
    make('p', { textContent: editionsText(editions) }),
    ...(edition ? [chooser(editions, edition, choose)] : []),
    ...(compared ? comparedView(compared.languages) : []),
    ...(edition ? [previewView(compared?.languages[w.language]?.pages)] : []),
  ];
}

const versionText = ({ before, after }) =>
  before === after
    ? `${w.say('desk.version')} ${after}`
    : w.say('desk.changes.version', { version0: before, version: after });

/** Rows added, changed and removed: counted, and table by table. */
function rowsView(tables) {
  const count = (kind) => String(tables.reduce((sum, table) => sum + table[kind].length, 0));
  const counts = { added: count('added'), changed: count('changed'), removed: count('removed') };
  return [
    make('p', {}, make('strong', { textContent: w.say('desk.changes.rows', counts) })),
    ...tables.map((table) =>
      make(
        'details',
        { className: 'more' },
        make('summary', {}, table.table),
        ...['changed', 'added', 'removed'].flatMap((kind) => rowList(kind, table[kind])),
      ),
    ),
  ];
}

function rowList(kind, rows) {
  if (rows.length === 0) return [];
  const items = rows.slice(0, listed.rows).map(({ row, key, cells }) => {
    const text = kind === 'changed' ? cells.map(cellText).join(', ') : (cells.value ?? '');
    const place = w.say('desk.changes.row', { row });
    return make('li', {}, `${place}: `, make('code', { textContent: key }), text ? ` ${text}` : '');
  });
  return [
    make('h4', { textContent: `${w.say(`desk.changes.${kind}`)}: ${rows.length}` }),
    make('ul', { className: 'rows' }, ...items, ...moreItem(rows.length - listed.rows)),
  ];
}

const shown = (cell) => (cell === '' ? w.say('desk.changes.empty') : cell);

const cellText = ({ column, before, after }) => `${column} ${shown(before)} → ${shown(after)}`;

const moreItem = (n) => (n > 0 ? [make('li', { textContent: w.say('desk.more', { n: String(n) }) })] : []);

function editionsText(editions) {
  const n = editions.length;
  if (n === 0) return w.say('desk.changes.no_editions');
  const list =
    n > 2
      ? [editions[0], editions.at(-1)].map((one) => w.monthIn(one)).join(' – ')
      : w.list(editions.map((one) => w.monthIn(one)));
  return w.say('desk.changes.editions', { n: String(n), n_number: n, list });
}

function chooser(editions, edition, choose) {
  const options = editions.toReversed().map((value) => make('option', { value, textContent: w.month(value) }));
  const select = make('select', { id: 'desk-edition' }, ...options);
  select.value = edition;
  select.onchange = () => choose(select.value);
  const label = make('label', { htmlFor: 'desk-edition', textContent: w.say('page.edition') });
  return make('div', { className: 'field' }, label, make('span', { className: 'select' }, select));
}

function comparedView(languages) {
  const own = languages[w.language];
  const others = Object.keys(languageNames).filter((code) => code !== w.language);
  return [
    ...figuresView(own.figures),
    ...sentencesView(own.sentences, w.language),
    ...others.map((code) => {
      const name = languageNames[code];
      const [, ...parts] = sentencesView(languages[code].sentences, code);
      return make('details', { className: 'more' }, make('summary', { lang: code, textContent: name }), ...parts);
    }),
  ];
}

function figuresView({ changed, added, removed }) {
  const all = [...changed, ...added, ...removed];
  const isPublished = ({ status }) => status === 'published';
  const names = new Map(all.map(({ key, name }) => [key, name]));
  const items = [
    ...changed.filter(isPublished).map((figure) => figureItem(changedText(figure), figure, names)),
    ...added.filter(isPublished).map((figure) => figureItem(addedText(figure), figure, names)),
    ...removed.filter(isPublished).map((figure) => figureItem(removedText(figure), figure, names)),
  ];
  const count = all.filter((figure) => !isPublished(figure)).length;
  return [
    make('h4', { textContent: w.say('desk.changes.figures') }),
    make('ul', { className: 'rows' }, ...items.slice(0, listed.figures), ...moreItem(items.length - listed.figures)),
    ...(count > 0 ? [make('p', { className: 'hint', textContent: w.say('desk.changes.calculated', { count }) })] : []),
  ];
}

const changedText = ({ name, before, after }) =>
  w.say('desk.changes.figure', { figure: name, period: after.months, before: before.number, after: after.number });

function addedText({ name, months, number, previous }) {
  const slots = { figure: name, period: months, after: number };
  if (!previous) return w.say('desk.changes.figure_new', slots);
  return w.say('desk.changes.figure_next', { ...slots, before: previous.number, period0: previous.months });
}

const removedText = ({ name, months, number }) =>
  w.say('desk.changes.figure_gone', { figure: name, period: months, before: number });

function figureItem(text, { name, unit, dependents }, names) {
  const others = [...new Set(dependents.map((key) => names.get(key) ?? key))].filter((other) => other !== name);
  const n = others.length - listed.dependents;
  const more = n > 0 ? ` ${w.say('desk.more', { n: String(n) })}` : '';
  const list = `${others.slice(0, listed.dependents).join('; ')}${more}`;
  const following =
    others.length > 0
      ? [make('span', { className: 'hint', textContent: w.say('desk.changes.depends', { list }) })]
      : [];
  return make('li', {}, `${text} (${unit})`, ...following);
}

/** Sentences in a language; the first part is the heading. */
function sentencesView({ changed, added, removed }, code) {
  // In the middle of a line the names of Russian and Belarusian begin small, as these languages write them.
  const language = code === 'en' ? languageNames.en : languageNames[code].toLowerCase();
  const head = make('h4', { textContent: w.say('desk.changes.sentences', { language }) });
  if (changed.length + added.length + removed.length === 0) {
    return [head, make('p', { textContent: w.say('desk.changes.sentences_same') })];
  }
  const side = (key, text) =>
    make('div', {}, make('dt', { textContent: w.say(key) }), make('dd', { lang: code, textContent: text }));
  const pairs = changed.map(({ before, after }) =>
    make('dl', { className: 'turned' }, side('desk.changes.before', before), side('desk.changes.after', after)),
  );
  const said = (key, { text }) => make('li', { lang: code, textContent: w.say(key, { sentence: text }) });
  const others = [
    ...added.map((one) => said('desk.changes.sentence_new', one)),
    ...removed.map((one) => said('desk.changes.sentence_gone', one)),
  ];
  return [head, ...pairs, ...(others.length > 0 ? [make('ul', { className: 'rows' }, ...others)] : [])];
}

/** The frame of the preview, with a way to each page that differs. */
function previewView(pages) {
  return make(
    'section',
    { className: 'preview', id: 'desk-preview', ariaLabel: w.say('desk.preview') },
    make('h4', { textContent: w.say('desk.preview') }),
    ...(pages ? [differingView(pages)] : []),
    make(
      'div',
      { className: 'bar' },
      make('p', { className: 'where', id: 'draft-where' }),
      make(
        'div',
        { className: 'turn' },
        make('button', { type: 'button', id: 'draft-prev', textContent: w.say('page.prev') }),
        make('button', { type: 'button', id: 'draft-next', textContent: w.say('page.next') }),
      ),
    ),
    stage(),
  );
}

function stage() {
  const element = make(
    'div',
    { id: 'draft-stage', tabIndex: 0, role: 'group', ariaLabel: w.say('page.stage') },
    make('p', { className: 'draft-mark', textContent: w.say('desk.draft') }),
    make('div', { className: 'draft-sheet', id: 'draft-sheet' }),
  );
  return element;
}

function differingView({ differing }) {
  if (differing.length === 0) return make('p', { textContent: w.say('desk.changes.pages_same') });
  const [before, after = ''] = w.say('desk.changes.pages', { list: '|' }).split('|');
  const buttons = differing.map((number) => {
    const button = make('button', { type: 'button', className: 'link', textContent: String(number) });
    button.onclick = () => turnPreview(number);
    return button;
  });
  return make('p', { className: 'differing' }, before, ...buttons, after);
}

import { openPdf, paint } from '/page/viewer.js';
import { ageText, leftText, monthName, words } from '/page/words.js';

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const asked = new URLSearchParams(location.search);
let language = ['en', 'ru', 'be'].includes(asked.get('language')) ? asked.get('language') : 'en';
let edition = asked.get('edition');
let known = { current: '', editions: [] };
let briefing = null;
let shown = null;
let bytes = null;
let page = 1;
let request = 0;

const w = () => words[language];
const say = (text) => {
  $('#say').textContent = '';
  requestAnimationFrame(() => {
    $('#say').textContent = text;
  });
};

function state(name) {
  document.documentElement.dataset.state = name;
  for (const element of $$('[data-when]')) element.hidden = !element.dataset.when.split(' ').includes(name);
}

function speak() {
  document.documentElement.lang = language;
  for (const element of $$('[data-t]')) element.textContent = w()[element.dataset.t];
  for (const element of $$('[data-t-label]')) element.setAttribute('aria-label', w()[element.dataset.tLabel]);
  $(`input[value=${language}]`).checked = true;
  const years = Map.groupBy(
    known.editions.filter((name) => name !== known.current),
    (name) => name.slice(0, 4),
  );
  const option = (name) => make('option', { value: name, selected: name === edition }, monthName(name, language));
  const groups = [...years].map(([year, names]) => make('optgroup', { label: year }, ...names.map(option)));
  $('#edition').replaceChildren(option(known.current), ...groups);
  $('#is-current').hidden = edition !== known.current;
  $('#to-current').hidden = edition === known.current;
  $('#to-current').href = `/?language=${language}`;
  $('#server').textContent = location.host;
  $('#author-line').textContent = w().watching;
  $('#title').textContent = w().docTitle;
  document.title = `${w().docTitle}, ${monthName(edition, language)}`;
}

/** Asks the API for the briefing, as any client would, and shows it; a later call wins over an earlier one. */
async function load({ quiet = false } = {}) {
  request += 1;
  const mine = request;
  const body = JSON.stringify({ edition, language });
  if (!quiet) setTimeout(() => mine === request && !shown && state('rendering'), 300);
  $('#curl').textContent =
    `curl -X POST ${location.host}/briefings \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
  const answer = await fetch('/briefings', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const told = await answer.json();
  if (mine !== request) return;
  $('#status').textContent = `${answer.status} ${answer.statusText}`;
  $('#answer').textContent = JSON.stringify(told, null, 2);
  if (!answer.ok) {
    showProblem({ problems: [], text: told.detail ?? told.title });
    return;
  }
  const file = new Uint8Array(await (await fetch(told.url)).arrayBuffer());
  const opened = await openPdf(file);
  if (mine !== request) return;
  [briefing, bytes, shown] = [told, file, opened];
  page = Math.min(page, shown.total);
  facts();
  await Promise.all([turn(page, false), thumbs(), editions()]);
  state('ready');
}

function facts() {
  const { data, pages, url } = briefing;
  const first = known.editions.at(-1) === edition;
  $('#new-n').textContent = data.newFigures > 0 ? w().figures(data.newFigures) : w().noNew;
  $('#new-s').textContent = first ? w().first : monthName(edition, language);
  $('#card-new').classList.toggle('some', data.newFigures > 0);
  const today = edition === known.current ? known.today : `${edition}-28`;
  $('#age-n').textContent = ageText(data.newestPublished, today, w());
  $('#age-s').textContent = `${w().published}: ${data.newestPublished}`;
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(
    Math.round(briefing.bytes / 1000),
  );
  $('#dl-meta').textContent = `${w().pages(pages)}, ${size}`;
  $('#download').href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  $('#download').download = `gomel-russia-briefing-${edition}-${language}.pdf`;
  $('#link').value = url;
  $('#files').replaceChildren(
    ...shown.files.map(({ name, bytes: content }) => {
      const size = `${Math.max(1, Math.round(content.length / 1000))} kB`;
      const href = URL.createObjectURL(new Blob([content]));
      const label = [make('span', {}, name), make('small', {}, size)];
      return make('li', {}, make('a', { href, download: `${edition}-${name}` }, ...label));
    }),
  );
  $('#life').max = Math.max(1, (Date.parse(briefing.expiresAt) - Date.now()) / 1000);
}

async function turn(number, aloud) {
  page = Math.min(shown.total, Math.max(1, number));
  const [where, name] = [w().where(page, shown.total), shown.names[page - 1]];
  $('#where').textContent = where;
  $('#what').textContent = name;
  $('#page').setAttribute('aria-label', `${where}: ${name}`);
  $('#prev').disabled = page === 1;
  $('#next').disabled = page === shown.total;
  for (const [index, button] of $$('#thumbs button').entries()) {
    button.tabIndex = index + 1 === page ? 0 : -1;
    if (index + 1 === page) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
  if (aloud) say(`${where}: ${name}`);
  await paint(shown.pdf, page, $('#page'), $('#sheet').clientWidth || 600);
}

async function thumbs() {
  const buttons = Array.from({ length: shown.total }, (_, index) => {
    const canvas = make('canvas', { width: 60, height: 85 });
    const button = make(
      'button',
      { type: 'button', tabIndex: index + 1 === page ? 0 : -1 },
      make('span', {}, String(index + 1)),
      canvas,
    );
    button.setAttribute('aria-label', `${w().where(index + 1, shown.total)}: ${shown.names[index]}`);
    if (index + 1 === page) button.setAttribute('aria-current', 'page');
    button.onclick = () => turn(index + 1, true);
    return button;
  });
  $('#thumbs').replaceChildren(...buttons);
  for (const [index, button] of buttons.entries()) await paint(shown.pdf, index + 1, $('canvas', button), 60);
}

async function editions() {
  const { briefings } = await (await fetch('/briefings?limit=100')).json();
  const months = [...Map.groupBy(briefings, (made) => made.edition)].slice(0, 12);
  const names = { en: 'English', ru: 'Русский', be: 'Беларуская' };
  $('#history').replaceChildren(
    ...months.map(([name, made]) => {
      const month = monthName(name, language);
      const cells = ['en', 'ru', 'be'].map((lang) => {
        const has = made.some((entry) => entry.language === lang);
        const cell = has
          ? make('a', { href: `/briefings/${name}/${lang}`, type: 'application/pdf' }, 'PDF ')
          : make('button', { type: 'button', onclick: () => choose(name, lang) }, w().make, ' ');
        cell.append(make('span', { className: 'sr' }, `${names[lang]}, ${month}`));
        return make('td', {}, cell);
      });
      const fresh = made[0].data.newFigures;
      return make(
        'tr',
        { className: name === edition ? 'on' : '' },
        make('th', { scope: 'row' }, month),
        make('td', { className: 'new-col' }, fresh > 0 ? String(fresh) : w().none),
        ...cells,
      );
    }),
  );
}

function choose(name, lang) {
  [edition, language] = [name, lang];
  history.replaceState(null, '', `/?edition=${edition}&language=${language}`);
  speak();
  load().then(() => say(document.title), offline);
}

/** What is wrong with a file that was saved, beside the last good page; the focus stays where the author is. */
function showProblem({ problems, text }) {
  const [first, ...others] = problems;
  state('error');
  $('#problem-count').textContent = problems.length > 1 ? `1/${problems.length}` : '';
  const [claim, ...reasons] = (first?.expected ?? text).replace(/^no edition can be made: /, '').split('; ');
  $('#problem-h').textContent = `${claim.charAt(0).toUpperCase()}${claim.slice(1)}`;
  const fact = (name, value) => make('div', {}, make('dt', {}, name), make('dd', {}, make('code', {}, value)));
  const place = ({ file, row, column }) => [file, row === null ? '' : w().row(row, column)].filter(Boolean).join(', ');
  $('#problem-facts').replaceChildren(
    ...(first
      ? [
          fact(w().fileAt, place(first)),
          fact(w().value, first.value || '–'),
          fact(w().expected, reasons.join('; ') || claim),
        ]
      : []),
  );
  $('#problem-more').replaceChildren(
    ...others.map((problem) =>
      make(
        'details',
        { className: 'more' },
        make('summary', {}, place(problem)),
        make('p', {}, `${problem.value}: ${problem.expected}`),
      ),
    ),
  );
  document.title = `${w().problem} · ${w().docTitle}`;
  say($('#problem-h').textContent);
}

function logChange({ file, milliseconds, problem }) {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date());
  const result = make('td', { className: problem ? 'bad' : '' }, problem ? w().refused : w().renewed);
  const row = make(
    'tr',
    {},
    make('td', {}, time),
    make('td', {}, make('code', {}, file)),
    result,
    make('td', { className: 'n' }, `${milliseconds} ms`),
  );
  $('#log').prepend(row);
  $('#author-mark').className = problem ? 'sq warn' : 'sq';
  $('#author-line').textContent = `${file}: ${result.textContent}, ${milliseconds} ms`;
}

function offline() {
  state('offline');
  $('#server').textContent = w().stoppedShort;
  $('#dl-label').textContent = w().save;
  $('#expiry').textContent = w().linkNeedsServer;
  say(w().stopped);
}

function tick() {
  if (briefing && document.documentElement.dataset.state !== 'offline') {
    const { seconds, text } = leftText(Date.parse(briefing.expiresAt), Date.now(), w(), language);
    $('#expiry').textContent = text;
    $('#life').value = seconds;
    $('#copy-link').textContent = seconds === 0 ? w().again : w().copyLink;
    if (seconds === 300 || seconds === 0) say(text);
  }
  setTimeout(tick, 1000);
}

async function copy(button, text) {
  const before = button.textContent;
  await navigator.clipboard.writeText(text).catch(() => $('#link').select());
  button.textContent = w().copied;
  say(w().copied);
  setTimeout(() => {
    button.textContent = before;
  }, 1600);
}

function widen(on) {
  $('#desk').classList.toggle('wide', on);
  $('#zoom').setAttribute('aria-pressed', String(on));
  $('.first').classList.toggle('reading', on && innerWidth >= 860);
  if (shown) turn(page, false);
}

const turns = {
  ArrowLeft: () => page - 1,
  ArrowRight: () => page + 1,
  PageUp: () => page - 1,
  PageDown: () => page + 1,
  Home: () => 1,
  End: () => shown.total,
};
const onKey = (event, key, after = () => {}) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !shown || !turns[key]) return;
  event.preventDefault();
  turn(turns[key](), true).then(after);
};
$('#stage').onkeydown = (event) => {
  if (event.key === '+' || event.key === '=') widen(true);
  else if (event.key === '-' || event.key === 'Escape') widen(false);
  else onKey(event, event.key);
};
$('#thumbs').onkeydown = (event) => {
  const key = { ArrowUp: 'ArrowLeft', ArrowDown: 'ArrowRight' }[event.key] ?? event.key;
  onKey(event, key, () => $('#thumbs [tabindex="0"]').focus());
};
$('#prev').onclick = () => turn(page - 1, true);
$('#next').onclick = () => turn(page + 1, true);
$('#zoom').onclick = () => widen($('#zoom').getAttribute('aria-pressed') !== 'true');
$('#copy-curl').onclick = ({ target }) => copy(target, $('#curl').textContent);
$('#copy-link').onclick = ({ target }) => {
  if (Date.parse(briefing.expiresAt) <= Date.now()) load({ quiet: true });
  else copy(target, $('#link').value);
};
$('.choose').onsubmit = (event) => event.preventDefault();
$('.choose').onchange = () => choose($('#edition').value, $('input[name=language]:checked').value);

/** Follows the files that authors save, and whether the server runs. */
function follow() {
  const events = new EventSource('/page/events');
  events.addEventListener('saved', ({ data }) => {
    const change = JSON.parse(data);
    logChange(change);
    if (change.problem) showProblem(change.problem);
    else load({ quiet: true }).then(speak, offline);
  });
  events.onerror = offline;
  events.onopen = () => {
    if (document.documentElement.dataset.state === 'offline') start();
  };
}

async function start() {
  known = await (await fetch('/page/editions.json')).json();
  if (!known.editions.includes(edition)) edition = known.current;
  speak();
  await load();
}

start().catch(offline);
follow();
tick();

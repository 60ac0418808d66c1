import { $, copy, make, showState } from './dom.js';
import { w } from './language.js';
import { turnTo } from './page-viewer.js';
import { escaped, isTable, marked, ofChoice, problemText } from './texts.js';

/** Narrow screens show of a row what, when and how much. */
const asides = ['indicator', 'counterpart_area', 'unit', 'source', 'ref_area'];

/** What the API could not make, where no file is to blame. */
const notMade = (reason) => ({
  about: 'data',
  code: 'not_made',
  values: { reason },
  file: 'POST /briefings',
  row: null,
  column: null,
  value: '',
});

/** Shows what is wrong with a saved file beside the last good pages; gives the title. The focus stays where it is. */
export function showProblem({ problems, fed, text }, good, edition) {
  const [first = notMade(text), ...others] = problems;
  const { title, remedy } = problemText(first, w);
  showState(first.about === 'data' ? 'error-data' : 'error-template');
  $('#problem-kind').textContent = w.say(`page.error_in.${first.about}`);
  $('#problem-count').textContent = problems.length > 1 ? w.say('page.one_of', { n: 1, total: problems.length }) : '';
  $('#problem-h').textContent = title;
  showExcerpt(first);
  $('#problem-facts').innerHTML = factsHtml(first);
  $('#remedy').innerHTML = marked(remedy);
  $('#copy-row').textContent = w.say(isTable(first) ? 'page.copy_row' : 'page.copy_line');
  $('#copy-row').onclick = ({ target }) => copy(target, placeOf(first));
  showFed(ofChoice(fed, edition, w.language));
  $('#problem-more').innerHTML = others.map(moreHtml).join('');
  const time = (seconds) => w.clock(Date.parse(good), Date.now(), seconds);
  $('#lg-h').textContent = w.say('page.last_good_at', { time: time(false) });
  $('#stale').textContent = w.say('page.last_good_page', { time: time(true) });
  return title;
}

/** The place as editors open it: `file:row`, with the column where it is a number. */
const placeOf = (problem) =>
  [problem.file, problem.row, isTable(problem) ? null : problem.column].filter((part) => part !== null).join(':');

function showExcerpt({ excerpt, file, column, value }) {
  const box = $('#excerpt');
  box.hidden = !excerpt;
  if (!excerpt) return;
  const { columns, rows } = excerpt;
  const [from, to] = [columns ? 1 : rows[0].number, rows.at(-1).number];
  box.setAttribute('aria-label', w.say('page.excerpt', { file, from, to }));
  const classOf = (name) =>
    [name === 'value' ? 'n' : '', asides.includes(name) && name !== column ? 'aside' : ''].join(' ').trim();
  const cell = (text, name, isWrong) =>
    `<td class="${classOf(name)}">${isWrong && name === column ? `<mark>${escaped(text)}</mark>` : escaped(text)}</td>`;
  const line = (text, isWrong) => {
    const [before, ...after] = isWrong && value ? text.split(value) : [text];
    const rest = after.length > 0 ? `<mark>${escaped(value)}</mark>${escaped(after.join(value))}` : '';
    return `<td>${escaped(before)}${rest}</td>`;
  };
  const head = columns?.map((name) => `<th scope="col" class="${classOf(name)}">${escaped(name)}</th>`).join('');
  const body = rows.map(
    ({ number, cells, isWrong }) =>
      `<tr${isWrong ? ' class="bad"' : ''}><th scope="row">${number}</th>${cells
        .map((text, index) => (columns ? cell(text, columns[index], isWrong) : line(text, isWrong)))
        .join('')}</tr>`,
  );
  const heading = head
    ? `<thead><tr><th scope="col"><span class="sr">${w.say('page.row_word')} </span>1</th>${head}</tr></thead>`
    : '';
  box.innerHTML = `<table>${heading}<tbody>${body.join('')}</tbody></table>`;
}

/** File and place, value and expectation; and what a library said, in its own words. */
function factsHtml(problem) {
  const { file, row, column, value, values } = problem;
  const [rowKey, columnKey] = isTable(problem)
    ? ['page.place_row', 'page.place_column']
    : ['page.place_line', 'page.place_position'];
  const place = [
    `<code>${escaped(file)}</code>`,
    row === null ? '' : marked(w.say(rowKey, { row })),
    row === null || column === null ? '' : marked(w.say(columnKey, { column })),
  ];
  const facts = [['page.file_at', place.join('')]];
  if (value) facts.push(['page.value', `<code>${escaped(value)}</code>`]);
  facts.push(['page.expected', marked(problemText(problem, w).expected)]);
  if (values.reason) facts.push(['page.reported', `<code lang="en">${escaped(values.reason)}</code>`]);
  return facts.map(([term, detail]) => `<div><dt>${escaped(w.say(term))}</dt><dd>${detail}</dd></div>`).join('');
}

function moreHtml(problem) {
  const { title, remedy } = problemText(problem, w);
  const summary = problem.row === null ? title : w.say('page.row_of', { row: problem.row, title });
  const last = `<div><dt>${escaped(w.say('page.remedy'))}</dt><dd>${marked(remedy)}</dd></div>`;
  return `<details class="more"><summary>${escaped(summary)}</summary><dl class="facts">${factsHtml(problem)}${last}</dl></details>`;
}

/** The pages that the wrong value feeds, each a way to it. */
function showFed(fed) {
  const pages = fed?.pages ?? [];
  const link = (number) => {
    const button = make('button', { type: 'button', className: 'link' }, number);
    button.setAttribute('aria-label', w.say('page.where', { n: number, total: fed.of }));
    button.onclick = () => turnTo(Number(number));
    return button;
  };
  const text = w.say('page.feeds', { count: pages.length, pages: w.list(pages.map((number) => `|${number}|`)) });
  const parts = text.split('|').map((part, index) => (index % 2 === 1 ? link(part) : part));
  $('#feeds').replaceChildren(...(pages.length === 0 ? [] : parts));
}

import { clockText } from './dates.js';
import { $, copy, make, showState } from './dom.js';
import { turnTo } from './page-viewer.js';
import { problemText } from './problems.js';
import { escaped, marked, ofChoice } from './texts.js';
import { words } from './words.js';

/** Narrow screens show of a row what, when and how much. */
const asides = ['indicator', 'counterpart_area', 'unit', 'source', 'ref_area'];

/** Shows what is wrong with a saved file beside the last good pages; gives the title. The focus stays where it is. */
export function showProblem({ problems, fed, text }, good, edition, language) {
  const w = words[language];
  const [first = { about: 'data', kind: 'other', slots: [text], file: '', value: '' }, ...others] = problems;
  const told = problemText(first, language);
  showState(`error-${first.about}`);
  $('#problem-kind').textContent = first.about === 'data' ? w.errorInData : w.errorInTemplate;
  $('#problem-count').textContent = problems.length > 1 ? w.oneOf(1, problems.length) : '';
  $('#problem-h').textContent = told.title;
  showExcerpt(first, w);
  $('#problem-facts').innerHTML = factsHtml(first, told, w);
  $('#remedy').innerHTML = marked(told.remedy);
  $('#copy-row').textContent = first.about === 'data' ? w.copyRow : w.copyLine;
  $('#copy-row').onclick = ({ target }) => copy(target, placeOf(first), w);
  showFed(ofChoice(fed, edition, language), w);
  $('#problem-more').innerHTML = others.map((other) => moreHtml(other, language)).join('');
  const time = (seconds) => clockText(Date.parse(good), Date.now(), language, seconds);
  $('#lg-h').textContent = w.lastGoodAt(time(false));
  $('#stale').textContent = w.lastGoodPage(time(true));
  return told.title;
}

/** The place as editors open it: `file:row`, with the column where it is a number. */
const placeOf = ({ file, row, column, about }) =>
  [file, row, about === 'template' ? column : null].filter((part) => part !== null && part !== undefined).join(':');

function showExcerpt({ excerpt, file, column, value }, w) {
  const box = $('#excerpt');
  box.hidden = !excerpt;
  if (!excerpt) return;
  const { columns, rows } = excerpt;
  box.setAttribute('aria-label', w.excerpt(file, columns ? 1 : rows[0].number, rows.at(-1).number));
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
    ? `<thead><tr><th scope="col"><span class="sr">${w.rowWord} </span>1</th>${head}</tr></thead>`
    : '';
  box.innerHTML = `<table>${heading}<tbody>${body.join('')}</tbody></table>`;
}

function factsHtml({ about, file, row, column, value }, { expected, message }, w) {
  const at = about === 'data' ? w.rowAt : w.lineAt;
  const name = about === 'data' ? `<code>${escaped(column ?? '')}</code>` : escaped(column ?? '');
  const place = `<code>${escaped(file)}</code>${row === null || row === undefined ? '' : escaped(at(row, column)) + (column ? name : '')}`;
  const facts = [[w.fileAt, place]];
  if (value) facts.push([w.value, `<code>${escaped(value)}</code>`]);
  facts.push([w.expected, expected === null ? `<code lang="en">${escaped(message)}</code>` : marked(expected)]);
  return facts.map(([term, detail]) => `<div><dt>${term}</dt><dd>${detail}</dd></div>`).join('');
}

function moreHtml(problem, language) {
  const w = words[language];
  const told = problemText(problem, language);
  const row = problem.row === null ? '' : `${w.rowWord} ${problem.row}: `;
  const remedy = `<div><dt>${w.remedy}</dt><dd>${marked(told.remedy)}</dd></div>`;
  return `<details class="more"><summary>${row}${escaped(told.title)}</summary><dl class="facts">${factsHtml(problem, told, w)}${remedy}</dl></details>`;
}

function showFed(fed, w) {
  const pages = fed?.pages ?? [];
  const [lead, and] = w.feeds(pages);
  const link = (number) => {
    const button = make('button', { type: 'button', className: 'link' }, String(number));
    button.setAttribute('aria-label', w.where(number, fed.of));
    button.onclick = () => turnTo(number);
    return button;
  };
  const between = (index) => (index === 0 ? lead : index === pages.length - 1 ? and : ', ');
  $('#feeds').replaceChildren(...pages.flatMap((number, index) => [between(index), link(number)]));
}

import { clockText } from './dates.js';
import { $, make } from './dom.js';
import { problemText } from './problems.js';
import { logHtml, ofChoice } from './texts.js';
import { words } from './words.js';

/** Shows what was saved: the line of the author under the pages, and the table of changes. */
export function showChanges({ saves, started }, edition, language) {
  const w = words[language];
  const reason = ({ problems: [first], text }) => (first ? problemText(first, language).title : text);
  $('#no-change').hidden = saves.length > 0;
  $('#changes').hidden = saves.length === 0;
  $('#no-change').textContent = w.noChange(clockText(Date.parse(started), Date.now(), language));
  $('#log').innerHTML = logHtml(saves, edition, language, reason);
  const [last] = saves;
  $('#author-mark').className = `sq${last?.problem ? ' warn' : ''}`;
  $('#author-what').replaceChildren(
    ...(last ? [`${w.saved} `, make('code', { textContent: last.file })] : [w.watching]),
  );
  $('#author-result').textContent = last ? verdictOf(last, edition, language) : '';
}

function verdictOf({ milliseconds, changed, problem }, edition, language) {
  const w = words[language];
  if (problem) return w.refusedIn(milliseconds, Math.max(1, problem.problems.length));
  const own = ofChoice(changed, edition, language);
  return [w.rendered(milliseconds), ...(own ? [w.changedPages(own.pages, own.of)] : [])].join(', ');
}

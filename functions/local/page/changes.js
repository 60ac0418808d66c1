import { $, make } from './dom.js';
import { w } from './language.js';
import { authorsText, changedText, logHtml, marked, ofChoice, watchedText } from './texts.js';

/** Shows what was saved: the line of the author under the pages, and the table of changes. */
export function showChanges({ saves, started, published }, edition) {
  $('#no-change').hidden = saves.length > 0;
  $('#changes').hidden = saves.length === 0;
  $('#no-change').textContent = w.say('page.no_change', { time: w.clock(Date.parse(started), Date.now()) });
  $('#log').innerHTML = logHtml(saves, edition, w);
  const [last] = saves;
  $('#author-mark').className = `sq${last?.problem ? ' warn' : ''}`;
  $('#author-what').replaceChildren(
    ...(last ? [`${w.say('page.saved')} `, make('code', { textContent: last.file })] : [watchedText(published, w)]),
  );
  $('#au-p').innerHTML = marked(authorsText(published, w));
  $('#author-result').textContent = last ? verdictOf(last, edition) : '';
}

function verdictOf({ milliseconds: ms, changed, problem, instead }, edition) {
  if (instead) return w.say('page.not_read', { version: instead });
  const problems = problem && w.say('page.problems', { count: Math.max(1, problem.problems.length) });
  if (problem) return w.say('page.refused_in', { ms, problems });
  const own = ofChoice(changed, edition, w.language);
  return [w.say('page.rendered', { ms }), ...(own ? [changedText(own, w)] : [])].join(', ');
}

/** The texts and tables that both the server and the browser write; `w` are the words of the page in a language. */

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The names of the languages in themselves. */
export const languageNames = { en: 'English', ru: 'Русский', be: 'Беларуская' };

/** Text as HTML. */
export const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => entities[character]);

/** Text as HTML in which `code` in backticks is set as code. */
export const marked = (text) => escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');

/** A size in whole thousands of bytes. */
export const sizeText = (bytes, w) => w.say('page.kilobytes', { n: Math.max(1, Math.round(bytes / 1000)) });

/** Milliseconds, whole. */
export const msText = (milliseconds, w) =>
  w.say('page.milliseconds', { n: milliseconds < 1 ? '<\u00a01' : Math.round(milliseconds) });

/** What the ticket says of an edition, by the id of its place. */
export function ticketTexts(facts, w, isFirst = false) {
  const { news, published, newestPublished, rows, checks, figures, dataPackage } = facts;
  const date = w.date(newestPublished);
  const month = w.monthIn(facts.edition);
  const isQuiet = news !== null && news.added + news.revised === 0;
  const ready = w.say('page.ready', { rows: rows.count, hold: checks.hold, checks: checks.count });
  return {
    period: facts.period === null ? '' : w.period(facts.period),
    'new-n': isQuiet
      ? w.say('page.no_new')
      : news
        ? w.say('page.new_figures', { count: news.added })
        : w.say('page.figures', { count: published }),
    'new-s': isQuiet
      ? w.say('page.last_new', { month: w.monthIn(newestPublished) })
      : news
        ? w.say('page.revised', { count: news.revised })
        : w.say('page.first'),
    'age-n': w.age(newestPublished, facts.asOf),
    'age-s': w.say(facts.isCurrent ? 'page.from' : 'page.when_made', { date }),
    'empty-p': `${w.say(isFirst ? 'page.nothing_yet' : 'page.not_made')} ${ready}`,
    'make-label': w.say('page.make_month', { month }),
    'work-h': w.say('page.making', { month }),
    's1-q': w.say('page.rows', { count: rows.count }),
    's1-ms': msText(rows.milliseconds, w),
    's2-q': w.say('page.hold', { n: checks.hold, total: checks.count }),
    's2-ms': msText(checks.milliseconds, w),
    'pkg-meta': `${w.say('page.tables', { count: dataPackage.count })}, ${sizeText(dataPackage.bytes, w)}`,
    'fig-meta': `${w.say('page.figures', { count: figures.count })}, ${sizeText(figures.bytes, w)}`,
  };
}

/** There is no such edition, and which one is shown in its place. */
export const missingText = (asked, edition, w) => w.say('page.no_edition', { asked, month: w.monthIn(edition) });

/** The title of the tab. */
export const tabTitle = (edition, w) => `${seriesTitle(w)}, ${w.month(edition)}`;

/** What the briefing is called. */
export const seriesTitle = (w) => `${w.say('page.title1')} ${w.say('page.title2')}`;

/** The call of the API for a choice. */
export const curlText = (host, edition, language) =>
  `curl -X POST ${host}/briefings \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify({ edition, language })}'`;

/** The editions to choose from, the current one first, the others by year. */
export function optionsHtml(editions, edition, w) {
  const option = (name) =>
    `<option value="${name}"${name === edition ? ' selected' : ''}>${escaped(w.month(name))}</option>`;
  const [current, ...others] = editions;
  const years = Map.groupBy(others, (name) => name.slice(0, 4));
  const groups = [...years].map(
    ([year, names]) => `<optgroup label="${year}">${names.map(option).join('')}</optgroup>`,
  );
  return option(current) + groups.join('');
}

/** The editions made as months by languages: `[edition, { new, languages }]` of what the API lists. */
export function matrixOf(briefings) {
  const rows = new Map();
  for (const { edition, language, created, data } of briefings) {
    const row = rows.get(edition) ?? { languages: new Set(), created: '', newFigures: 0 };
    row.languages.add(language);
    if (created > row.created) [row.created, row.newFigures] = [created, data.newFigures];
    rows.set(edition, row);
  }
  return [...rows];
}

/** Rows of the table of editions. */
export function matrixHtml(rows, edition, w) {
  return rows
    .map(([name, { languages, newFigures }]) => {
      const month = escaped(w.month(name));
      const hidden = `<span class="sr">, ${month}</span>`;
      const cells = Object.entries(languageNames).map(([lang, called]) => {
        const label = `<span class="name" lang="${lang}">${called}</span>${hidden}`;
        if (languages.has(lang))
          return `<td><a href="/briefings/${name}/${lang}?format=pdf" data-cell="${name} ${lang}"><span class="wide-only">PDF </span>${label}</a></td>`;
        return `<td><form method="post" action="/page/make"><input type="hidden" name="edition" value="${name}"><input type="hidden" name="language" value="${lang}"><button data-cell="${name} ${lang}"><span>${escaped(w.say('page.make'))}</span> ${label}</button></form></td>`;
      });
      const files = `<span class="pair"><a href="/page/data/${name}/data.zip">CSV${hidden}</a><a href="/page/data/${name}/figures.json">figures.json${hidden}</a></span>`;
      const fresh = newFigures > 0 ? w.say('page.count_new', { count: newFigures }) : w.say('page.none');
      return `<tr${name === edition ? ' class="on"' : ''}><th scope="row">${month}</th><td class="new-col">${escaped(fresh)}</td>${cells.join('')}<td class="data-col">${files}</td></tr>`;
    })
    .join('');
}

/** Of what is told of every open edition, the part of one. */
export const ofChoice = (all, edition, language) =>
  all.find((open) => open.edition === edition && open.language === language);

/** Whether a file has rows and columns; the others have lines. */
export const isTable = ({ file }) => file.endsWith('.csv');

/** What is false, what was expected and what to do. */
export function problemText(problem, w) {
  const { code, values, row, column, value } = problem;
  const slots = { ...values, value, row: row ?? '', column: column ?? '' };
  const general = row === null ? 'problem.mend_file' : isTable(problem) ? 'problem.mend_row' : 'problem.mend_line';
  const own = `problem.${code}.remedy`;
  return {
    title: w.say(`problem.${code}.title`, slots),
    expected: w.say(`problem.${code}.expected`, slots),
    remedy: w.say(w.has(own) ? own : general, slots),
  };
}

/** What is wrong, in a line; `text` is the reason of the API where there is no file. */
export const reasonText = ({ problems: [first], text }, w) => (first ? problemText(first, w).title : text);

/** Which pages of the open edition changed. */
export function changedText({ pages, of }, w) {
  if (pages.length === 0) return w.say('page.changed_none');
  if (pages.length === of) return w.say('page.changed_all');
  return w.say('page.changed_pages', { count: pages.length, pages: w.list(pages.map(String)) });
}

/** What the server watches, or where the pages come from when the files of data are not read. */
export const watchedText = (published, w) =>
  published === null ? w.say('page.watching') : w.say('page.from_published', { version: published });

/** What authors can do. */
export const authorsText = (published, w) =>
  published === null ? w.say('page.au_p') : w.say('page.au_p_published', { version: published });

/** What became of a saved file, in a line. */
export function resultText({ changed, problem, instead }, edition, w) {
  if (instead) return w.say('page.not_read', { version: instead });
  const refused = w.say('page.refused');
  if (problem)
    return problem.problems.length > 1
      ? `${refused}, ${w.say('page.problems', { count: problem.problems.length })}`
      : `${refused}: ${reasonText(problem, w)}`;
  const own = ofChoice(changed, edition, w.language);
  return [w.say('page.rendered_short'), ...(own ? [changedText(own, w)] : [])].join(', ');
}

/** Rows of the table of changes. */
export function logHtml(saves, edition, w) {
  return saves
    .map((save) => {
      const time = w.clock(Date.parse(save.at), Date.parse(save.at), true);
      const result = escaped(resultText(save, edition, w));
      const took = escaped(w.say('page.milliseconds', { n: save.milliseconds }));
      return `<tr><td>${time}</td><td><code>${escaped(save.file)}</code></td><td${save.problem ? ' class="bad"' : ''}>${result}</td><td class="n">${took}</td></tr>`;
    })
    .join('');
}

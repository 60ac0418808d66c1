import { ageText, clockText, dateName, lastDayOf, monthName, periodName } from './dates.js';
import { languageNames, words } from './words.js';

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML. */
export const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => entities[character]);

/** Text as HTML in which `code` in backticks is set as code. */
export const marked = (text) => escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');

/** A size in whole thousands of bytes. */
export const sizeText = (bytes, language) => `${Math.max(1, Math.round(bytes / 1000))}\u00a0${words[language].kb}`;

/** What the ticket says of an edition, by the id of its place. */
export function ticketTexts(facts, language, isFirst = false) {
  const w = words[language];
  const { news, published, newestPublished, rows, checks, figures, dataPackage } = facts;
  const month = monthName(facts.edition, language);
  const date = dateName(newestPublished, language);
  const isQuiet = news !== null && news.added + news.revised === 0;
  return {
    period: facts.period === null ? '' : periodName(facts.period, language),
    'new-n': isQuiet ? w.noNew : news ? w.newFigures(news.added) : w.figures(published),
    'new-s': isQuiet
      ? w.lastNew(monthName(lastDayOf(newestPublished).slice(0, 7), language))
      : news
        ? w.revised(news.revised)
        : w.first,
    'age-n': ageText(newestPublished, facts.asOf, language),
    'age-s': facts.isCurrent ? w.from(date) : w.whenMade(date),
    'empty-p': `${isFirst ? w.nothingYet : w.notMade} ${w.ready(rows.count, checks.hold, checks.count)}`,
    'make-label': w.makeMonth(month),
    'work-h': w.making(month),
    's1-q': w.rows(rows.count),
    's1-ms': msText(rows.milliseconds, w),
    's2-q': w.hold(checks.hold, checks.count),
    's2-ms': msText(checks.milliseconds, w),
    'pkg-meta': `${w.tables(dataPackage.count)}, ${sizeText(dataPackage.bytes, language)}`,
    'fig-meta': `${w.figures(figures.count)}, ${sizeText(figures.bytes, language)}`,
  };
}

/** Milliseconds, whole. */
export const msText = (milliseconds, w) => `${milliseconds < 1 ? '<\u00a01' : Math.round(milliseconds)} ${w.ms}`;

/** The title of the tab. */
export const tabTitle = (edition, language) =>
  `${words[language].title1} ${words[language].title2}, ${monthName(edition, language)}`;

/** The call of the API for a choice. */
export const curlText = (host, edition, language) =>
  `curl -X POST ${host}/briefings \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify({ edition, language })}'`;

/** The editions to choose from, the current one first, the others by year. */
export function optionsHtml(editions, edition, language) {
  const option = (name) =>
    `<option value="${name}"${name === edition ? ' selected' : ''}>${monthName(name, language)}</option>`;
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
export function matrixHtml(rows, edition, language) {
  const w = words[language];
  return rows
    .map(([name, { languages, newFigures }]) => {
      const month = monthName(name, language);
      const hidden = `<span class="sr">, ${month}</span>`;
      const cells = Object.entries(languageNames).map(([lang, called]) => {
        const label = `<span class="name" lang="${lang}">${called}</span>${hidden}`;
        if (languages.has(lang))
          return `<td><a href="/briefings/${name}/${lang}" data-cell="${name} ${lang}"><span class="wide-only">PDF </span>${label}</a></td>`;
        return `<td><form method="post" action="/page/make"><input type="hidden" name="edition" value="${name}"><input type="hidden" name="language" value="${lang}"><button data-cell="${name} ${lang}"><span>${w.make}</span> ${label}</button></form></td>`;
      });
      const files = `<span class="pair"><a href="/page/data/${name}/data.zip">CSV${hidden}</a><a href="/page/data/${name}/figures.json">figures.json${hidden}</a></span>`;
      const fresh = newFigures > 0 ? w.countNew(newFigures) : w.none;
      return `<tr${name === edition ? ' class="on"' : ''}><th scope="row">${month}</th><td class="new-col">${fresh}</td>${cells.join('')}<td class="data-col">${files}</td></tr>`;
    })
    .join('');
}

/** Of what is told of every open edition, the part of one. */
export const ofChoice = (all, edition, language) =>
  all.find((open) => open.edition === edition && open.language === language);

/** What became of a saved file, in a line. `reason` is the title of what is wrong. */
export function resultText({ changed, problem }, edition, language, reason) {
  const w = words[language];
  if (problem)
    return problem.problems.length > 1
      ? `${w.refused}, ${w.problems(problem.problems.length)}`
      : `${w.refused}: ${reason}`;
  const own = ofChoice(changed, edition, language);
  const pages = own ? `, ${w.changedPages(own.pages, own.of)}` : '';
  return `${w.renderedShort}${pages}`;
}

/** Rows of the table of changes. */
export function logHtml(saves, edition, language, reasonOf) {
  const w = words[language];
  return saves
    .map((save) => {
      const time = clockText(Date.parse(save.at), Date.parse(save.at), language, true);
      const result = resultText(save, edition, language, save.problem ? reasonOf(save.problem) : '');
      return `<tr><td>${time}</td><td><code>${escaped(save.file)}</code></td><td${save.problem ? ' class="bad"' : ''}>${escaped(result)}</td><td class="n">${save.milliseconds} ${w.ms}</td></tr>`;
    })
    .join('');
}

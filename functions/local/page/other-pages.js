import { $, $$, make } from './dom.js';
import { textOf } from './pdf-document.js';

/**
 * Lets the search of the browser (Ctrl-F) find words on pages that are not shown. Their text is hidden "until found":
 * the browser searches it and tells of a match, and `turn` shows that page. A browser that does not know this searches
 * the page that is shown, as before.
 */
export async function layOtherPages(pdf, shownNow, turn) {
  const texts = [];
  for (let number = 1; number <= pdf.total; number += 1) texts.push(await textOf(pdf, number).catch(() => ''));
  if (shownNow() === null) return;
  $('#other-pages').replaceChildren(
    ...texts.map((textContent, index) => {
      const other = make('p', { textContent });
      other.addEventListener('beforematch', () => turn(index + 1));
      return other;
    }),
  );
  hideOtherPages(shownNow());
}

/** Hides the text of every page again; of the one that is shown, the search finds what lies over its picture. */
export function hideOtherPages(shownNow) {
  for (const [index, other] of $$('#other-pages p').entries())
    other.setAttribute('hidden', index + 1 === shownNow ? '' : 'until-found');
}

/** Takes the text of the pages away, with the pages. */
export const clearOtherPages = () => $('#other-pages').replaceChildren();

import { $, $$, say, showState, stateNow } from './dom.js';
import { w } from './language.js';
import { clearPages } from './page-viewer.js';
import { msText, sizeText } from './texts.js';

/** Steps are shown when a print takes longer than this, and then for at least as long. In milliseconds. */
const timeouts = 300;

/** The step that lays out the pages: how many there are is known only when it is done. */
const laying = 2;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let sheets = 0;

/**
 * Shows the steps of a print when it takes long, unless `isOver` by then. Gives what ends them, not before they could
 * be read.
 */
export function showStepsLater(isOver) {
  for (const field of $$('#steps li:nth-child(n+3) :is(.q, .ms)')) field.textContent = '';
  sheets = 0;
  goTo(laying);
  let since = 0;
  const timer = setTimeout(() => {
    if (isOver()) return;
    since = Date.now();
    clearPages(w.say('page.laying_out'), sheets);
    showState('rendering');
    say($('#work-h').textContent);
  }, timeouts);
  return {
    end: async () => {
      clearTimeout(timer);
      if (since > 0) await wait(Math.max(0, since + timeouts - Date.now()));
    },
  };
}

/** Marks the steps before one as done, and that one as under way. */
function goTo(index) {
  for (const [position, step] of $$('#steps li').entries()) {
    step.className = position < index ? 'done' : position === index ? 'now' : '';
    if (position === index) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  }
  if (index === laying) $('#progress').removeAttribute('value');
  else $('#progress').value = index;
}

/** Takes what the server tells of a print: its pages are laid out, or its file is written. */
export function takeStep({ step, count, milliseconds }) {
  const isLaidOut = step === 'laid-out';
  const [counted, took] = $$('.q, .ms', $(`#steps li:nth-child(${isLaidOut ? 3 : 4})`));
  counted.textContent = isLaidOut ? w.say('page.pages', { count }) : sizeText(count, w);
  took.textContent = msText(milliseconds, w);
  goTo(isLaidOut ? 3 : 4);
  if (!isLaidOut) return;
  sheets = count;
  if (stateNow() === 'rendering') clearPages(w.say('page.laying_out'), sheets);
}

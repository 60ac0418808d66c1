import { $, $$, say, showState } from './dom.js';
import { offerFromTab } from './download-panel.js';
import { w } from './language.js';
import { seriesTitle } from './texts.js';

/** The seconds after which a stopped server is asked again: at first, and at most. */
const retries = { first: 4, max: 15 };

const needsServer = '.choose :is(select, input), #copy-link, #history button';

let retry;

/**
 * Shows that the server does not answer: pages stay, what needs it is off, and it is asked again until it does. The
 * file in this tab is offered if it is the one that was chosen.
 */
export function goOffline(isHere, back) {
  showState(isHere ? 'offline' : 'offline-empty');
  $('#server').textContent = w.say('page.stopped_short');
  for (const control of $$(needsServer)) control.disabled = true;
  for (const link of $$('#to-current, .files a, .editions a, #older, #api .hint a')) {
    link.dataset.href = link.getAttribute('href') ?? '';
    link.removeAttribute('href');
    link.setAttribute('aria-disabled', 'true');
  }
  $('#ed-note').textContent = w.say('page.ed_offline');
  $('#author-mark').className = 'sq off';
  $('#author-what').textContent = w.say('page.not_watching');
  $('#author-result').textContent = '';
  document.title = `${w.say('page.stopped')} · ${seriesTitle(w)}`;
  if (isHere) offerFromTab();
  say(w.say('page.stopped'));
  tryAgainIn(retries.first, retries.first, back);
}

function tryAgainIn(seconds, pause, back) {
  clearTimeout(retry);
  $('#retry').textContent = w.say('page.retry', { seconds });
  const next = Math.min(retries.max, pause * 2);
  $('#try-now').onclick = () => tryServer(next, back);
  retry = setTimeout(() => (seconds > 1 ? tryAgainIn(seconds - 1, pause, back) : tryServer(next, back)), 1000);
}

async function tryServer(pause, back) {
  clearTimeout(retry);
  try {
    await fetch('/health');
  } catch {
    tryAgainIn(pause, pause, back);
    return;
  }
  for (const control of $$(needsServer)) control.disabled = false;
  for (const link of $$('a[aria-disabled]')) {
    link.setAttribute('href', link.dataset.href);
    link.removeAttribute('aria-disabled');
  }
  $('#server').textContent = location.host;
  await back().then(
    () => say(w.say('page.back')),
    () => tryAgainIn(pause, pause, back),
  );
}

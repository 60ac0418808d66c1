import { $, $$, make, say, stateNow } from './dom.js';
import { w } from './language.js';
import { clearOtherPages, hideOtherPages, layOtherPages } from './other-pages.js';
import { pageByKey } from './page-keys.js';
import { closePdf, linksOver, paint, textOver } from './pdf-document.js';

/** Width of a thumbnail in CSS pixels. */
const thumbWidth = 66;

let shown = null;
let page = Number(new URLSearchParams(location.search).get('page')) || 1;
let marks = { kind: '', pages: [] };
let painting = 0;

const whereText = (n) => w.say('page.where', { n, total: shown.total });

/** Whether pages are shown. */
export const hasPages = () => shown !== null;

/** Puts a PDF on the desk, on the page that is being read; what was there stays until the new page is painted. */
export async function showPages(pdf) {
  const before = shown;
  shown = pdf;
  page = Math.min(page, pdf.total);
  label();
  layThumbs();
  await paintPage();
  if (before) closePdf(before);
  paintThumbs(pdf);
  layOtherPages(pdf, () => (shown === pdf ? page : null), turnTo);
}

/** Takes the pages away; as many white sheets as are laid out stay in the row of thumbnails. */
export function clearPages(where, sheets = 0) {
  painting += 1;
  if (shown) closePdf(shown);
  shown = null;
  $('.leaf')?.remove();
  clearOtherPages();
  $('#where').textContent = where;
  $('#what').textContent = '';
  $('#thumbs').replaceChildren(
    ...Array.from({ length: sheets }, (_, index) =>
      make('button', { type: 'button', disabled: true }, make('span', {}, String(index + 1)), make('i')),
    ),
  );
}

/** Marks pages in the thumbnails: `new` where they changed, `hit` where a broken value feeds them. */
export function markPages(kind, pages) {
  marks = { kind, pages };
  labelThumbs();
}

/** Names everything on the desk in the language of the page. */
export function label() {
  if (!shown) return;
  const [where, name] = [whereText(page), shown.names[page - 1]];
  $('#where').textContent = where;
  $('#what').textContent = name;
  $('#page')?.setAttribute('aria-label', `${where}: ${name}`);
  $('#prev').disabled = page === 1;
  $('#next').disabled = page === shown.total;
  labelThumbs();
}

function labelThumbs() {
  if (!shown) return;
  for (const [index, button] of $$('#thumbs button').entries()) {
    const number = index + 1;
    const isMarked = marks.pages.includes(number);
    const mark = isMarked ? `, ${w.say(marks.kind === 'hit' ? 'page.uses_broken' : 'page.is_changed')}` : '';
    button.setAttribute('aria-label', `${whereText(number)}: ${shown.names[index]}${mark}`);
    button.className = isMarked ? marks.kind : '';
    button.tabIndex = number === page ? 0 : -1;
    if (number === page) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

/** Turns to a page and says which. */
export async function turnTo(number) {
  if (!shown) return;
  page = Math.min(shown.total, Math.max(1, number));
  label();
  $('#stage').scrollTop = 0;
  if (isWide() && $('#stage').getBoundingClientRect().top < 0) $('#viewer').scrollIntoView();
  say(`${whereText(page)}: ${shown.names[page - 1]}`);
  await paintPage();
}

/** Paints the page and swaps it in whole; one that was overtaken by another is not shown. */
async function paintPage() {
  painting += 1;
  const mine = painting;
  const width = $('#sheet').clientWidth;
  const parts = [paint(shown, page, width), textOver(shown, page, width), linksOver(shown, page, turnTo)];
  const painted = await Promise.all(parts).catch((error) => {
    if (mine === painting) throw error;
    return null; // another took over, and the PDF of this one may be closed
  });
  if (mine !== painting) return;
  const [canvas, text, links] = painted;
  canvas.id = 'page';
  canvas.setAttribute('role', 'img');
  const leaf = make('div', { className: 'leaf' }, canvas, text, links);
  leaf.dataset.page = String(page);
  putLeaf(leaf);
  hideOtherPages(page);
  label();
}

/**
 * Puts a leaf in the place of the one that is shown. Where a link of that had the focus, its like on the same page has it
 * now; without one, or on another page, the stage, where the keys that turn pages are heard.
 */
function putLeaf(leaf) {
  const old = $('.leaf');
  if (!old) return $('#sheet').prepend(leaf);
  const focused = $$('.leaf a').indexOf(document.activeElement);
  old.replaceWith(leaf);
  if (focused < 0) return;
  const like = old.dataset.page === leaf.dataset.page ? $$('.leaf a')[focused] : null;
  (like ?? $('#stage')).focus({ preventScroll: true });
}

function layThumbs() {
  const buttons = $$('#thumbs button:enabled');
  if (buttons.length === shown.total) return;
  $('#thumbs').replaceChildren(
    ...Array.from({ length: shown.total }, (_, index) => {
      const button = make('button', { type: 'button' }, make('span', {}, String(index + 1)), make('i'));
      button.onclick = () => turnTo(index + 1);
      return button;
    }),
  );
  labelThumbs();
}

async function paintThumbs(pdf) {
  for (const [index, button] of $$('#thumbs button').entries()) {
    const canvas = await paint(pdf, index + 1, thumbWidth).catch(() => null);
    if (shown !== pdf || !canvas) return;
    button.lastElementChild.replaceWith(canvas);
  }
}

const isWide = () => $('#pages').classList.contains('wide');

/** Enlarges the page or shows it whole; the button says what it does next. */
function widen(on) {
  $('#pages').classList.toggle('wide', on);
  $('#zoom').dataset.t = on ? 'page.whole' : 'page.zoom';
  $('#zoom').textContent = w.say($('#zoom').dataset.t);
  $('.first').classList.toggle('reading', on && !stateNow().startsWith('error') && innerWidth >= 860);
  if (on) $('#viewer').scrollIntoView();
}

/** Scrolls to what of the page is still out of sight, below (1) or above (-1); false when there is no more. */
function readOn(way) {
  const stage = $('#stage');
  const { top, bottom } = stage.getBoundingClientRect();
  const inStage = way < 0 ? stage.scrollTop : stage.scrollHeight - stage.clientHeight - stage.scrollTop;
  const inWindow = way < 0 ? -top : bottom - innerHeight;
  if (inStage > 1) stage.scrollBy(0, way * 0.9 * stage.clientHeight);
  else if (inWindow > 1) scrollBy(0, way * 0.9 * innerHeight);
  return inStage > 1 || inWindow > 1;
}

function onKey(event, key) {
  const to = shown && pageByKey(event, key, page, shown.total);
  if (to === null) return false;
  event.preventDefault();
  if (isWide() && key.startsWith('Page') && readOn(key === 'PageUp' ? -1 : 1)) return true;
  turnTo(to);
  return true;
}

/** Brings the viewer to life: buttons, keys, and a new painting when its size or the sharpness of the screen changes. */
export function setUpViewer() {
  $('#prev').onclick = () => turnTo(page - 1);
  $('#next').onclick = () => turnTo(page + 1);
  $('#zoom').onclick = () => widen(!isWide());
  $('#stage').onkeydown = (event) => {
    if (onKey(event, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') widen(true);
    else if (event.key === '-' || event.key === 'Escape') widen(false);
  };
  $('#thumbs').onkeydown = (event) => {
    const key = { ArrowUp: 'ArrowLeft', ArrowDown: 'ArrowRight' }[event.key] ?? event.key;
    if (onKey(event, key)) $('#thumbs [tabindex="0"]').focus();
  };
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const sharp = Math.round($('#sheet').clientWidth * (window.devicePixelRatio || 1));
      if (shown && Math.abs(($('#page')?.width ?? 0) - sharp) > 1) paintPage();
    }, 120);
  };
  new ResizeObserver(again).observe($('#sheet'));
  addEventListener('resize', again);
}
